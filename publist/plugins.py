"""What installed packages add to publist: formats and rules, by entry points.

They are looked for where a name is used that publist does not know, and at no other time: that takes longer
than a list to write.  ``docs/how-to/plug-in.md`` shows one of each.
"""

from __future__ import annotations

from typing import Any, Literal

from publist.errors import ConfigError


def load(group: Literal["formats", "rules"], name: str | None = None) -> dict[str, Any]:
    """The objects of the entry points ``publist.formats`` or ``publist.rules``, by name.

    Raises ConfigError for one that cannot be imported.
    """
    from importlib.metadata import entry_points

    found = {}
    for point in entry_points(group=f"publist.{group}"):
        if name in (None, point.name):
            try:
                found[point.name] = point.load()
            except (ImportError, AttributeError) as error:
                message = f"the plug-in {point.name} ({point.value}) cannot be loaded: {error}"
                raise ConfigError(message) from error
    return found
