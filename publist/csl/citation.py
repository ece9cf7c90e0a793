"""What a document cites: citations, each with one or more cites (CSL 1.0.2, Citation)."""

from publist.records import NamedTuple
from publist.richtext import Text


class Cite(NamedTuple):
    """One reference to one item, e.g. ``Cite("doe2024", locator="12-14", prefix="see")``.

    ``label`` says what the locator counts, by CSL's locator terms.  ``position`` and ``near_note``
    overrule what the document says; see :data:`publist.csl.evaluate.context.FIRST` and the others.
    """

    id: str
    locator: str = ""
    label: str = "page"
    prefix: Text = ""
    suffix: Text = ""
    suppress_author: bool = False
    author_only: bool = False
    position: int | None = None
    near_note: bool = False


class Citation(NamedTuple):
    """The cites at one place of a document; ``note`` is the number of its note, 0 in the text."""

    cites: tuple[Cite, ...]
    note: int = 0
