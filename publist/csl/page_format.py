"""CSL's page-range formats: how many digits of the last page are shown.

CSL 1.0.2, Appendix V (Page Range Formats); see page_Chicago.txt and page_Minimal.txt.
"""

from __future__ import annotations

from collections.abc import Callable


def shortened(first: str, last: str, page_format: str | None) -> str:
    """The last page as the format wants it, e.g. ``shortened("321", "328", "minimal") == "8"``.

    Both pages are digits; ``last`` may be abridged (``321-8``).  None keeps it as it is, and so does a page
    that is not higher than the first, as in ``791-791``.
    """
    change = _FORMATS.get(page_format or "")
    if change is None:
        return last
    full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if len(full) == len(first) and full <= first:
        return last
    return change(first, full)


def _changed(first: str, last: str, least: int) -> str:
    """The digits that differ, but at least ``least``."""
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _chicago(first: str, last: str) -> str:
    """The Chicago Manual of Style, 16th edition, 9.60."""
    page = int(first[-9:])  # what precedes changes no rule
    if page < 100 or page % 100 == 0:
        return last
    return _changed(first, last, 1 if page % 100 < 10 else 2)


def _chicago_15(first: str, last: str) -> str:
    """The 15th edition: all four digits where three of them change."""
    number = _chicago(first, last)
    return last if len(first) == len(last) == 4 and len(number) == 3 else number


# CSL 1.0.2: "chicago" stands for the 15th edition.
_FORMATS: dict[str, Callable[[str, str], str]] = {
    "expanded": lambda _first, last: last,
    "minimal": lambda first, last: _changed(first, last, 1),
    "minimal-two": lambda first, last: _changed(first, last, 2),
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago,
}
