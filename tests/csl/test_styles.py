"""Every installed style renders, in every locale; dependent styles find their parents.

There is no oracle but sound text: no exception, something for most items, no template left over.
"""

from __future__ import annotations

import pytest

from publist.csl import Citation, Cite, Processor, Style, catalogue
from publist.locales import locales_folder
from publist.richtext import plain
from tests.csl.varied import few, varied

FOLDERS = catalogue.folders()
INDEPENDENT = sorted(path for folder in FOLDERS[:-1] for path in folder.glob("*.csl"))
DEPENDENT = sorted(FOLDERS[-1].glob("*.csl"))
LOCALES = sorted(path.stem.removeprefix("locales-") for path in locales_folder().glob("locales-*.xml"))


def render(style: Style, locale: str | None = None) -> None:
    """The bibliography and two citations of each item; nothing is raised, and something is shown."""
    items = few()
    processor = Processor(style, items, locale=locale)
    entries = processor.bibliography()
    if style.bibliography is not None:
        assert sorted(entry.id for entry in entries) == sorted(str(item["id"]) for item in items)
        shown = [entry for entry in entries if plain(entry.content).strip()]
        assert shown
    document = [
        Citation((Cite(str(item["id"]), locator="3-4"),), note=at) for at, item in enumerate(items, 1)
    ]
    both = Citation(tuple(Cite(str(item["id"])) for item in items), note=len(items) + 1)
    assert len(processor.cite([*document, both])) == len(items) + 1


@pytest.mark.parametrize("path", INDEPENDENT[::60], ids=lambda path: path.stem)
def test_a_style_renders(path: object) -> None:
    render(Style.load(str(path)))


@pytest.mark.long
def test_every_style_renders() -> None:
    failed = []
    for path in INDEPENDENT:
        try:
            render(Style.load(path))
        except Exception as error:  # noqa: BLE001 - every failure is listed
            failed.append(f"{path.stem}: {error!r}")
    assert not failed, f"{len(failed)} of {len(INDEPENDENT)} styles:\n" + "\n".join(failed[:50])


@pytest.mark.parametrize("locale", LOCALES[::10])
def test_a_locale_renders(locale: str) -> None:
    render(Style.load("apa"), locale)


@pytest.mark.long
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes-bibliography", "din-1505-2"])
def test_every_locale_renders(locale: str, style: str) -> None:
    render(Style.load(style), locale)


@pytest.mark.parametrize("path", DEPENDENT[::400], ids=lambda path: path.stem)
def test_a_dependent_style_finds_its_parent(path: object) -> None:
    assert catalogue.find(str(path)) in INDEPENDENT


@pytest.mark.long
def test_every_dependent_style_finds_its_parent() -> None:
    parents = {info.parent for info in map(catalogue.read_info, DEPENDENT)}
    assert parents <= {path.stem for path in INDEPENDENT}


def test_items_of_every_type_render() -> None:
    entries = Processor(Style.load("apa"), varied()).bibliography()
    assert len(entries) == len(varied())
