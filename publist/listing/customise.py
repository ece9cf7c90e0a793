"""Links and badges as ``publist.toml`` wants them: labels, order, icons, folders, fields that are badges."""

from __future__ import annotations

from collections.abc import Mapping

from publist.patterns import pattern
from publist.phrases import phrase
from publist.publication import Badge, Link, Publication
from publist.settings.project import BadgeTable, Links
from publist.truth import is_set, is_yes

_BARE_FILE = pattern(r"[^/?#:]+")


# Kinds of badges that are called as another kind is.
SAME_WORD = {"award_name": "award"}


def customised(
    publication: Publication, links: Links, badges: Mapping[str, BadgeTable], language: str = "en"
) -> Publication:
    """The publication with its links and badges as the settings say, built-in labels in the language."""
    spoken = tuple(_spoken(badge, language) for badge in publication.badges)
    if spoken != publication.badges:
        publication = publication._replace(badges=spoken)
    if links == Links() and not badges:
        return publication
    return publication._replace(
        links=arranged(publication.links, links),
        badges=_badges(publication, badges),
        preview=in_folder(publication.preview, links.folders.get("preview", "")),
    )


def arranged(links: tuple[Link, ...], settings: Links) -> tuple[Link, ...]:
    """The links relabelled and in the wanted order; kinds that the order leaves out follow.

    >>> arranged((Link("pdf", "PDF", "x.pdf"),), Links(folders={"pdf": "/assets/pdf"}))
    (Link(kind='pdf', label='PDF', url='/assets/pdf/x.pdf', icon=''),)
    """
    place = {kind: number for number, kind in enumerate(settings.order)}
    shown = [_one(link, settings) for link in links if link.kind not in settings.hidden]
    return tuple(sorted(shown, key=lambda link: place.get(link.kind, len(place))))


def _one(link: Link, settings: Links) -> Link:
    return Link(
        link.kind,
        settings.labels.get(link.kind, link.label),
        in_folder(link.url, settings.folders.get(link.kind, "")),
        settings.icons.get(link.kind, ""),
    )


def in_folder(url: str, folder: str) -> str:
    """A bare file name with the folder before it; any other address as it is."""
    return f"{folder.rstrip('/')}/{url}" if folder and _BARE_FILE.fullmatch(url) else url


def _badges(publication: Publication, settings: Mapping[str, BadgeTable]) -> tuple[Badge, ...]:
    """The badges with their own labels and colours, then the fields that the settings make badges."""
    found = [_relabelled(badge, settings) for badge in publication.badges]
    known = {badge.kind for badge in found}
    for field, setting in settings.items():
        value = publication.fields.get(field, "").strip()
        if field not in known and is_set(value):
            found.append(Badge(field, _label(field, value, setting), setting.color))
    return tuple(found)


def _spoken(badge: Badge, language: str) -> Badge:
    """The badge with its built-in label in another language; a label of the entry's own stays."""
    key = f"badge-{SAME_WORD.get(badge.kind, badge.kind)}"
    return badge._replace(label=phrase(key, language)) if badge.label == phrase(key, "en") else badge


def _relabelled(badge: Badge, settings: Mapping[str, BadgeTable]) -> Badge:
    setting = settings.get(badge.kind)
    if setting is None:
        return badge
    label = setting.label if setting.label and "{}" not in setting.label else badge.label
    return badge._replace(label=label, color=setting.color)


def _label(field: str, value: str, setting: BadgeTable) -> str:
    if "{}" in setting.label:
        return setting.label.replace("{}", value)
    if setting.label:
        return setting.label
    return field.replace("_", " ").capitalize() if is_yes(value) else value
