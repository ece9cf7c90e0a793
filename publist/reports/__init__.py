"""Reports on a bibliography: its news, and what is new or changed."""
