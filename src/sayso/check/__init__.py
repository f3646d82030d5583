"""One file per check; a check finds, it never edits."""
