"""Where a list goes: between markers, to a file, to a folder of pages; or how it differs, for ``--check``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from publist.errors import OutputError
from publist.records import NamedTuple
from publist.settings.options import Page
from publist.settings.target import Target
from publist.writing import whole

if TYPE_CHECKING:
    from publist.pipeline import Rendered


class Outcome(NamedTuple):
    """The result for one file: whether it changed, or would; ``diff`` says how, only with ``--check``."""

    path: Path
    changed: bool
    diff: str = ""


def put(
    rendered: Rendered,
    target: Target,
    *,
    check: bool = False,
    force: bool = False,
    sources: Sequence[Path] = (),
) -> list[Outcome]:
    """Write the list to its target, or with ``check`` only see whether that would change a file.

    Folders that are missing are made.  Raises OutputError for markers that are missing or wrong, for what
    was edited by hand (unless ``force`` or ``check``), for a file that is one of the ``sources``, and for
    what the system refuses.
    """
    force = force or check
    if target.into is not None:
        from publist.writing import into

        path = target.into
        text = rendered.data.decode()

        def between(old: bytes | None) -> bytes:
            if old is None:
                raise OutputError("there is no such file; markers need a file that exists", file=str(path))
            return into.replace(old, text, name=target.block, file=str(path), force=force)

        return [_change(path, between, check=check)]
    if target.output is not None:
        if any(target.output.resolve() == source.resolve() for source in sources):
            raise OutputError("is what the list is made from; name another file", file=str(target.output))
        folder = target.output.parent
        others = [(folder / name, data) for name, data in rendered.beside.items()]
        files = [(target.output, rendered.data), *others]
        return [_write(path, data, check=check) for path, data in files]
    if target.output_dir is not None:
        return _put_pages(rendered.pages, target.output_dir, check=check, force=force)
    raise OutputError("a target needs into, output or output-dir")


# How files beside a page begin, or what stands near their beginning, if publist made them.
_OURS = {
    ".bib": b"% made by publist\n",
    ".json": b'\n "sections": [',
    ".xml": b"<generator>publist</generator>",
    ".html": b'<meta name="generator" content="publist">',
}


def placed(page: Page, target: Target, taken: Iterable[Path] = ()) -> Page:
    """The page with its name, and the names of what may stand beside it.

    Files that are there and not ours stay, and so do those ``taken``: bibliographies, other targets' files.
    """
    output = target.output
    if target.format != "page" or output is None or (output.exists() and not output.is_file()):
        return page
    from publist.page import beside

    used = {path.resolve() for path in taken}
    wanted = [output.parent / name for name in beside.names(output.name, page.languages)]
    free = [path.name for path in wanted if path.resolve() not in used and _may_write(path)]
    known = beside.alternates(output.name, page.languages)
    alternates = tuple(one for one in known if one[1] in (output.name, *free))
    return page._replace(file=output.name, beside=tuple(free), alternates=alternates)


def _may_write(path: Path) -> bool:
    if not path.exists():
        return True
    return path.is_file() and _OURS[path.suffix] in (whole.read(path) or b"")[:10_000]


def mend(path: Path, old: bytes, new: bytes, *, check: bool = False) -> Outcome:
    """Put a mended bibliography in the place of the bytes that were read; with ``check`` only compare.

    Raises OutputError if the file has changed since it was read, and for standard input, which is no file.
    """

    def change(now: bytes | None) -> bytes:
        if now != old:
            message = "has changed since it was read, and is left as it is; run again"
            raise OutputError(message, file=str(path))
        return new

    return _change(path, change, check=check)


_XML = b'<?xml version="1.0" encoding="UTF-8"?>'


def stale_pages(rendered: Rendered, folder: Path) -> list[Path]:
    """The pages in the folder that publist made from entries that are no longer listed."""
    wanted = {folder / name for name in rendered.pages}
    suffixes = {path.suffix for path in wanted} & {".md", ".html"}
    found = (path for path in sorted(folder.rglob("*.*")) if path.suffix in suffixes and path not in wanted)
    return [path for path in found if _is_ours(whole.read(path) or b"")]


def _put_pages(pages: Mapping[str, str], folder: Path, *, check: bool, force: bool) -> list[Outcome]:
    for name in pages:
        if (folder / name).is_symlink():
            message = "is a link, which may lead anywhere; remove it, or make it a file"
            raise OutputError(message, file=str(folder / name))
        old = whole.read(folder / name)
        if old is not None and not _is_ours(old) and not force:
            message = "is a page that publist did not make; move it, or write over it with --force"
            raise OutputError(message, file=str(folder / name))
    return [_write(folder / name, text.encode(), check=check) for name, text in pages.items()]


def _is_ours(page: bytes) -> bool:
    """Whether a page begins with our mark; the words alone may stand in anybody's page."""
    from publist.output.pages import MARK

    comment = f"<!-- {MARK} -->".encode()
    ours = [b"---", f"# {MARK}".encode()], [b"<!DOCTYPE html>", comment], [_XML, comment]
    return page.splitlines()[:2] in ours


def _write(path: Path, data: bytes, *, check: bool) -> Outcome:
    if not check:
        return Outcome(path, changed=whole.write(path, data))
    return _change(path, lambda _old: data, check=True)


def _change(path: Path, change: Callable[[bytes | None], bytes], *, check: bool) -> Outcome:
    if not check:
        return Outcome(path, changed=whole.update(path, change))
    old = whole.read(path)
    new = change(old)
    return Outcome(path, changed=new != old, diff=_diff(path, old or b"", new) if new != old else "")


def _diff(path: Path, old: bytes, new: bytes) -> str:
    """A unified diff; one line for a file that is not text."""
    import difflib

    try:
        before, after = old.decode(), new.decode()
    except UnicodeDecodeError:
        before, after = old.decode("iso8859-1"), new.decode("iso8859-1")
    if "\0" in before or "\0" in after:
        return f"{path} differs\n"
    lines = difflib.unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"{path} (as it is)",
        f"{path} (as it would be)",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
