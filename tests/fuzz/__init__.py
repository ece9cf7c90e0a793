"""The doors that a stranger's bytes come in by, and what fuzzing them has to find intact."""
