"""Joins the stages: read, convert, arrange, format, write; owns what is written to files."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from publist import inputs, rules
from publist.check import missing
from publist.csl import Style
from publist.errors import ConfigError, InputError, StyleError
from publist.formatter import HOMEPAGE, Formatter, Progress, language_of
from publist.keys import unique_keys
from publist.listing import ListEntry, Section
from publist.listing.prepare import Prepared, prepare
from publist.output import tool
from publist.packed import opened
from publist.problems import Problem
from publist.publication import Publication
from publist.records import NamedTuple
from publist.settings.formats import FORMATS
from publist.settings.options import Choice, Extras, Options, Page, Persons, Titles
from publist.titles import Cased

if TYPE_CHECKING:
    from publist.bibtex import Bibliography
    from publist.check.work import Check


class Loaded(NamedTuple):
    """What was read: publications in file order, problems, and how many entries were refused.

    ``shared`` counts entries that only lend others their fields or keys, such as BibLaTeX's ``@xdata``.
    ``bibliographies`` are the .bib files as they stand.
    """

    publications: list[Publication]
    problems: list[Problem]
    refused: int = 0
    shared: int = 0
    bibliographies: tuple["Bibliography", ...] = ()

    @property
    def present(self) -> int:
        """How many entries stand in the files."""
        return len(self.publications) + self.refused + self.shared


class Rendered(NamedTuple):
    """A list as a file's bytes, with what there is to say about it.

    ``present`` is listed + hidden + refused + left out (not selected, or beyond the limit) + merged (shown
    with another version) + shared (as in :class:`Loaded`).  ``pages`` holds the texts of a folder's files by
    path, for the format that makes one; ``beside`` what stands beside a page, by name.
    """

    data: bytes
    problems: list[Problem]
    pages: Mapping[str, str]
    listed: int = 0
    hidden: int = 0
    refused: int = 0
    left_out: int = 0
    merged: int = 0
    shared: int = 0
    beside: Mapping[str, bytes] = MappingProxyType({})

    @property
    def present(self) -> int:
        """How many entries stand in the files."""
        return self.listed + self.hidden + self.refused + self.left_out + self.merged + self.shared


def read(
    paths: Iterable[Path],
    private: Collection[str] = (),
    *,
    may_be_empty: bool = False,
    whole: bool = True,
) -> Loaded:
    """The publications of all files, BibTeX or CSL-JSON, in the files' order; ``-`` is standard input.

    ``private`` names fields that no output may show.  A key that two files share is renamed in the second.
    A list needs nothing else: without ``whole`` the files are read in parts, and there are no bibliographies.
    Raises InputError for a file that cannot be read or is no bibliography, and, unless the files
    ``may_be_empty``, where none of them has an entry: a page would be emptied.
    """
    return of_inputs([inputs.read(path) for path in paths], private, may_be_empty=may_be_empty, whole=whole)


def of_inputs(
    sources: Sequence[inputs.Input],
    private: Collection[str] = (),
    *,
    may_be_empty: bool = False,
    whole: bool = True,
) -> Loaded:
    """The publications of files whose bytes are known, as :func:`read` has them."""
    parts = [
        _read_items(source, private) if source.is_json else _read_bibtex(source, private, whole=whole)
        for source in sources
    ]
    source = Loaded(
        [publication for part in parts for publication in part.publications],
        [problem for part in parts for problem in part.problems],
        sum(part.refused for part in parts),
        sum(part.shared for part in parts),
        tuple(bibliography for part in parts for bibliography in part.bibliographies),
    )
    for part, read_from in zip(parts, sources, strict=True):
        if not part.publications:
            message = _why_empty(read_from, part)
            if not source.publications and not may_be_empty:
                raise InputError(f"{message}; nothing is written", file=read_from.name)
            source.problems.append(Problem(read_from.name, 0, rules.NO_ENTRIES, message))
    _rename_duplicates(source)
    for publication in source.publications:
        if not publication.hidden:
            source.problems.extend(missing(opened(publication)))
    return source


def _read_bibtex(source: inputs.Input, private: Collection[str], *, whole: bool) -> Loaded:
    from publist import bibtex, convert

    if inputs.is_binary(source.data):
        raise InputError(inputs.refusal(source.data), file=source.name)
    bibliographies = (bibtex.load_bytes(source.data, source.name),) if whole else ()
    parts = bibliographies or bibtex.FileParts(source.data, source.name)
    made = convert.FileConversion(parts, private, 0 if whole else source.data.count(b"\n@"))
    if not made.known and inputs.looks_like(source.data):
        raise InputError(inputs.refusal(source.data), file=source.name)
    shared = made.read - len(made.publications)
    return Loaded(made.publications, [*made.problems, *made.odd], made.refused, shared, bibliographies)


def _read_items(source: inputs.Input, private: Collection[str]) -> Loaded:
    from publist import csl_json
    from publist.convert import of_item

    if not source.data.strip():
        raise InputError(inputs.refusal(source.data), file=source.name)
    loaded = csl_json.load_bytes(source.data, source.name)
    publications: list[Publication] = []
    for item, custom, line in zip(loaded.items, loaded.custom, loaded.lines, strict=True):
        publication, problems = of_item(item, custom, source.name, line, private)
        publications.append(publication)
        loaded.problems.extend(problems)
    return Loaded(publications, loaded.problems, loaded.refused)


def _why_empty(source: inputs.Input, part: Loaded) -> str:
    """Why nothing of a file is listed, e.g. ``no entries: the file is empty``."""
    refused = [problem for problem in part.problems if problem.rule.severity == "error"]
    if refused:
        place = f", in line {refused[0].line}" if refused[0].line else ""
        return f"none of its entries can be read; the first{place}: {refused[0].message}"
    if part.shared:
        return "no entries: only shared data such as @xdata stands here"
    return "no items" if source.is_json else inputs.refusal(source.data)


def converted(
    publications: Sequence[Publication],
    form: str,
    titles: Titles = "auto",
    everything: Sequence[Publication] | None = None,
) -> tuple[str, list[Problem]]:
    """The publications as ``csl-json`` or ``bibtex``, and what of them that form cannot hold.

    Both are made from the items: private fields and marks in names are not in them.  ``titles`` is the
    setting; CSL-JSON expects sentence case, BibTeX titles as typed.  ``everything`` is the bibliography that
    they are from, whose titles tell names.
    """
    expected: Literal["sentence", "typed"] = "sentence" if form == "csl-json" else "typed"
    cased = Cased(publications if everything is None else everything, titles, expected)
    given = [publication._replace(item=cased.item(publication)) for publication in publications]
    bare = Section("", [ListEntry(publication, 0, ()) for publication in given])
    written: tuple[str, list[Problem]] = tool(form)([bare], [])
    return written


def _rename_duplicates(source: Loaded) -> None:
    """Give every key once; within one file that is so already."""
    publications = source.publications
    first: dict[str, Publication] = {}
    for place, key in enumerate(unique_keys([publication.key for publication in publications])):
        publication = publications[place]
        other = first.setdefault(publication.key.lower(), publication)
        if key != publication.key:
            message = (
                f"the key {publication.key} stands in an earlier file too, in {other.file}:{other.line};"
                f" rename one of the two; here it is listed as {key}"
            )
            source.problems.append(
                Problem(publication.file, publication.line, rules.DUPLICATE_KEY, message, key)
            )
            item = replace(publication.item, id=key)
            publications[place] = publication._replace(key=key, item=item)


def checked(
    source: Loaded, persons: Persons, more: Iterable[Problem] = (), plugged: Iterable["Check"] = ()
) -> list[Problem]:
    """Everything that there is to say about the source, file by file in the order of the lines.

    ``more`` is what a page or the network has to say of it, ``plugged`` are rules of other packages.
    What the files ignore by ``% publist: ignore RULE`` is left out.
    """
    from publist import check
    from publist.people.membership import outside

    publications = [one for one in source.publications if not one.hidden]
    people = prepare(publications, Choice(), persons, Extras())
    found = [
        *source.problems,
        *people.problems,
        *outside(publications, people.people),
        *check.findings(publications, source.bibliographies, plugged),
        *more,
    ]
    files = {publication.file: place for place, publication in reversed(list(enumerate(publications)))}
    kept = check.ignoring(dict.fromkeys(found), source.bibliographies)
    return sorted(kept, key=lambda problem: (files.get(problem.file, -1), problem.file, problem.line))


class Listed(NamedTuple):
    """A list before it is written; ``beyond`` counts what the limit leaves out."""

    sections: list[Section]
    publications: list[Publication]
    beyond: int
    problems: list[Problem]
    prepared: Prepared
    formatter: Formatter


def listed(source: Loaded, options: Options, progress: Progress | None = None) -> Listed:
    """The source's publications in sections, formatted.  Raises StyleError as :func:`render` does."""
    style = Style.load(options.style)
    if style.bibliography is None:
        raise StyleError(f"the style {options.style} makes citations, no bibliography; choose another")
    language = language_of(style, options)
    form = options.choice.form
    publications = _with_people(source, options)
    if form:
        from publist.listing import funders

        publications = [funders.bare(publication, form) for publication in publications]
    prepared = prepare(publications, options.choice, options.persons, options.extras, language)
    cased = Cased(source.publications, options.titles, "typed" if style.info.id == HOMEPAGE else "sentence")
    formatter = Formatter(style, prepared, options, cased, progress)
    ordered = formatter.ordered()
    shown, arrangement = ordered[: options.choice.limit or None], options.arrangement
    if form:
        shown, arrangement, more = funders.filled(ordered, form, language, arrangement)
        formatter.problems += more
    sections = formatter.sections(shown, arrangement)
    problems = [*source.problems, *prepared.problems, *formatter.problems]
    if style.extended:
        message = "this style is CSL-M; only what is CSL in it counts"
        problems.append(Problem(str(options.style), 0, rules.CSL_M, message))
    return Listed(sections, shown, len(ordered) - len(shown), problems, prepared, formatter)


def _with_people(source: Loaded, options: Options) -> list[Publication]:
    """The publications with people in braces taken apart whom the project or another file knows."""
    from publist.convert.braced import unbraced

    return unbraced(source.publications, (name for person in options.persons.known for name in person.names))


def render(source: Loaded, options: Options, progress: Progress | None = None) -> Rendered:
    """The list of the source's publications in one format.

    Raises StyleError for an unknown or broken style, InputError for a broken template.
    """
    form = FORMATS[options.format]
    if options.page.standalone and not form.standalone:
        raise ConfigError(f"{options.format} has no standalone document: leave standalone out")
    if options.page.template and form.kind == "data":
        raise ConfigError(f"{options.format} is data: it has no template")
    options = _as_whole(options)
    made = listed(source, options, progress)
    data, pages, beside = b"", {}, {}
    if form.kind == "pages":
        pages = _pages(options, made)
    elif form.kind == "data":
        data = _data(source, options, made)
    else:
        data = _document(options, made)
        beside = _beside(source, options, made.sections) if options.format == "page" else {}
    return Rendered(
        data,
        made.problems,
        pages,
        listed=len(made.publications),
        hidden=made.prepared.hidden,
        refused=source.refused,
        left_out=made.prepared.left_out + made.beyond,
        merged=made.prepared.merged,
        shared=source.shared,
        beside=beside,
    )


def _pages(options: Options, made: Listed) -> dict[str, str]:
    """A page for each work, by its path."""
    if options.site == "none":
        from publist.page.single import single_pages

        return single_pages(made.sections, _page_of(options, made), _owner(options))
    entries = [entry for section in made.sections for entry in section.entries]
    pages: dict[str, str] = tool(options.format)(entries, options.site)
    return pages


def _data(source: Loaded, options: Options, made: Listed) -> bytes:
    """The list for programs; what the format cannot hold is a problem."""
    if options.format in ("csl-json", "bibtex", "biblatex"):
        shown = [entry.publication for section in made.sections for entry in section.entries]
        text, lost = converted(shown, options.format, options.titles, source.publications)
    else:
        text, lost = tool(options.format)(made.sections, made.problems)
    made.problems.extend(lost)
    return text.encode("utf-8", "replace")  # a file's name may be no UTF-8


def _document(options: Options, made: Listed) -> bytes:
    """The list for readers: a fragment, a document or a page."""
    from publist.output.document import document

    page = _page_of(options, made)
    if options.summary:
        from publist.listing.summary import summary

        owned = made.prepared.people.owned()
        page = page._replace(summary=summary(made.publications, owned, made.formatter.language))
    data = document(made.sections, options.format, page)
    if options.format == "pdf":
        from publist.output.letters import without_font

        made.problems.extend(without_font(made.sections, page.fonts))
    if options.format != "page":
        return data
    from publist.page.complete import complete

    return complete(data.decode("utf-8"), made.sections, page, _owner(options)).encode("utf-8")


def _page_of(options: Options, made: Listed) -> Page:
    """What stands around the citations, as far as the list says it."""
    formatter = made.formatter
    more = "" if options.choice.form else formatter.more(made.beyond)
    page = options.page._replace(language=formatter.language, more=more)
    return page._replace(legend=formatter.legend(made.sections)) if options.persons.legend == "list" else page


def _owner(options: Options) -> str:
    return next((person.label for person in options.persons.known if person.owner), "")


def _beside(source: Loaded, options: Options, sections: Sequence[Section]) -> dict[str, bytes]:
    """The files that a page links to, by the names that it gives them: other languages, data, a feed."""
    from publist.page.beside import files

    page = options.page
    if not page.languages and page.alternates:
        return {}  # it is one of those pages itself
    made = files(page, sections, _owner(options))
    for language, name in page.alternates[1:]:
        other = options._replace(locale=language, page=page._replace(languages=(), file=name))
        made[name] = render(source, other).data
    return made


def _as_whole(options: Options) -> Options:
    """The options with what a page shows unless something else is asked for: abstracts and BibTeX."""
    page = options.page
    is_page = options.format == "page" or (options.format == "pages" and options.site == "none")
    if is_page and page.languages:
        options = options._replace(locale=page.languages[0])
    if is_page and not options.show:
        options = options._replace(show=("abstract", "bibtex"))
    return options


def check_readable(paths: Iterable[Path]) -> None:
    """Raise InputError for the first path that is neither ``-`` nor a file that can be read."""
    for path in paths:
        inputs.check_readable(path)
