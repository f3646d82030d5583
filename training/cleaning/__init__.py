"""Training of the trees that part main text from the rest; see README.md."""
