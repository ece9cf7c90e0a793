"""publist.toml: which bibliography, whose list, which look, and which files are made of it."""

from publist.settings.read import FILE_NAME, Config, load, matching

__all__ = ["FILE_NAME", "Config", "load", "matching"]
