"""News of a bibliography: which papers were accepted where, and what is new or changed."""
