"""Repositories of data, figures and software that only a DOI or an address names."""

from __future__ import annotations

from publist.item import Item
from publist.richtext import plain

# By the beginning of a DOI, or by what stands in an address.
_BY_DOI = {
    "10.5281/zenodo": "Zenodo",
    "10.6084/m9.figshare": "figshare",
    "10.17605/osf.io": "OSF",
    "10.5061/dryad": "Dryad",
    "10.1594/pangaea": "PANGAEA",
    "10.7910/dvn": "Harvard Dataverse",
    "10.17632/": "Mendeley Data",
    "10.18112/openneuro": "OpenNeuro",
    "10.21227/": "IEEE DataPort",
    "10.24432/": "UCI Machine Learning Repository",
    "10.57967/hf": "Hugging Face",
}
_BY_ADDRESS = {
    "zenodo.org/": "Zenodo",
    "figshare.com/": "figshare",
    "osf.io/": "OSF",
    "datadryad.org/": "Dryad",
    "pangaea.de/": "PANGAEA",
    "data.mendeley.com/": "Mendeley Data",
    "huggingface.co/": "Hugging Face",
    "kaggle.com/": "Kaggle",
}
_DEPOSITED = frozenset({"document", "dataset", "software", "webpage", "manuscript", "report", "article"})
_VENUES = ("publisher", "container-title", "container-title-short", "event-title", "archive", "number")


def _said_in(title: str, version: str) -> bool:
    """Whether a title ends in the version, e.g. ``lakes/tool: v1.0``, as Zenodo has them."""
    whole = title.rstrip(")")
    before = whole.removesuffix(version)
    return before != whole and before.rstrip(" (").lower().endswith((":", " v", "(v", "version"))


def settle(item: Item) -> None:
    """Name the repository of a work that has no other venue, as its publisher (APA 7, 10.9 and 10.10)."""
    variables = item.variables
    if version := plain(variables.get("version", "")):
        bare = version[1:] if version[0] in "vV" and version[1:2].isdecimal() else version
        variables["version"] = bare  # styles say "Version" before it
        if _said_in(plain(variables.get("title", "")), bare):
            del variables["version"]
    if item.type not in _DEPOSITED or any(name in variables for name in _VENUES):
        return
    doi = plain(variables.get("DOI", "")).lower()
    url = plain(variables.get("URL", "")).lower()
    found = next((name for start, name in _BY_DOI.items() if doi.startswith(start)), "")
    found = found or next((name for part, name in _BY_ADDRESS.items() if part in url), "")
    if found:
        variables["publisher"] = found
