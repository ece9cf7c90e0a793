"""What else a bibliography tells: the news, and what is new or changed."""
