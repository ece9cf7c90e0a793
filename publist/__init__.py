"""Publication lists from BibTeX, formatted by CSL styles, for any site and CV.

    import publist

    html = publist.render("publications.bib", style="ieee", highlight="W. Shao")
    for reference in publist.load("publications.bib"):
        print(reference.text)

Only the names in ``__all__`` are promised; all else may change.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publist.api import load, render
    from publist.errors import PublistError

    __version__: str
__all__ = ["PublistError", "load", "render"]

if not TYPE_CHECKING:

    def __getattr__(name):
        """The promised names, imported when they are asked for: the command needs none of them."""
        if name == "__version__":
            from importlib.metadata import version

            return version("publist")
        if name in ("load", "render"):
            from publist import api

            return getattr(api, name)
        if name == "PublistError":
            from publist.errors import PublistError

            return PublistError
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
