"""Values and disagreements under a rule, as of a time."""
