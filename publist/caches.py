"""Where what is kept between runs has its place."""

from __future__ import annotations

from pathlib import Path


def cache_folder() -> Path | None:
    """Where the user's caches are; None for a user without a home, as in some containers."""
    from platformdirs import user_cache_path

    try:
        return user_cache_path("publist", appauthor=False)
    except RuntimeError:  # platformdirs: "could not determine the home directory"
        return None
