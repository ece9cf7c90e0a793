"""A preview while a bibliography is edited: a build on every save, and a server for a browser."""
