"""Writes to files: whole or not at all, between markers, all targets at once, and only what changed."""
