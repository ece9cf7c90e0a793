"""The settings of a list, in one table: the file, its schema, the command line, Python and the docs use it.

A setting's name is the same everywhere: ``group-by = "type"`` in the file is ``--group-by type``, and
``group_by="type"`` in Python.  Its type and its default stand in the record that holds its value.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from publist.errors import ConfigError
from publist.records import NamedTuple
from publist.settings.options import Arrangement, Choice, Extras, FormName, Options, Page, Persons
from publist.settings.project import Project
from publist.settings.values import Place, ValueKind, kind_of, known, value

_FILES = {"style": ".csl", "introduction": ".md"}  # settings that may name a file, and how its name ends


class Setting(NamedTuple):
    """One setting, e.g. ``Setting("width", "Columns of a line.", Page)``; ``field`` if it has another name.

    Text that names a file (a ``Path``, a style that ends in ``.csl``, an introduction in ``.md``) is relative
    to ``publist.toml``.
    """

    name: str
    help: str
    record: Any = Options
    field: str = ""

    @property
    def target(self) -> str:
        """The name of the record's field."""
        return self.field or self.name.replace("-", "_")

    @property
    def default(self) -> Any:
        """What holds where nothing is said."""
        return self.record._field_defaults[self.target]

    @property
    def annotation(self) -> Any:
        """The field's type as it is written."""
        return self.record.__annotations__[self.target]

    @property
    def kind(self) -> ValueKind:
        """The field's type taken apart."""
        return kind_of(self.annotation)

    def read(self, raw: object) -> Any:
        """The value of an option or argument.  Raises ConfigError that names the setting."""
        return value(self.annotation, raw, (self.name,), _refuse)

    def is_file(self, raw: object) -> bool:
        """Whether the text names a file."""
        if not raw or raw in get_args(FormName):
            return False
        return self.kind.type is Path or str(raw).endswith(_FILES.get(self.name, "\0"))


# What a list looks like: at the top of publist.toml for all targets, or in one target for it alone.
LOOK: tuple[Setting, ...] = (
    Setting("style", "The CSL style, by name or path to a .csl file."),
    Setting("locale", 'The list\'s language, e.g. "de-DE"; "style" for the style\'s own.'),
    Setting("group-by", "What the headings are.", Arrangement, "grouping"),
    Setting("sort", "Newest first, as in the file, or as the style says.", Options, "order"),
    Setting("titles", "English titles as typed, or in sentence case; auto: as the style expects."),
    Setting("disambiguate", "Tell works of one author and year apart as citations do (2024a)."),
    Setting("format", "What to write; by the file's name without."),
    Setting("template", "A jinja2 template that writes the list, or a funder's form: dfg, erc.", Page),
    Setting("heading-level", "The level of the headings.", Page, "level"),
    Setting("numbering", "Numbers through the list or in each section.", Arrangement),
    Setting(
        "ascending", "Give the first entry 1, where the newest has the highest number without.", Arrangement
    ),
    Setting("counts", "Write behind each heading how many entries it has.", Arrangement),
    Setting("selected-first", "Put selected entries first in their section.", Arrangement),
    Setting("summary", "Begin with a line that counts the list."),
    Setting(
        "section-order", "The kinds of work, or keywords or venues, that come first.", Arrangement, "order"
    ),
    Setting(
        "section-headings",
        "Headings of one's own, by kind of work, keyword or venue.",
        Arrangement,
        "headings",
    ),
    Setting("section-codes", "Letters of one's own in numbers, by kind of work.", Arrangement, "codes"),
    Setting("standalone", "LaTeX and Typst: a whole document.", Page),
    Setting("title", "The title of a whole document.", Page),
    Setting("theme", "Page: its look.", Page),
    Setting("introduction", "Page: Markdown above the list, or a file of it (.md).", Page),
    Setting("url", "Page, pages: the address of the folder where they will stand.", Page),
    Setting("languages", "Page: the languages that it is written in, the list's own first.", Page),
    Setting("paper", "PDF, Word, RTF, LaTeX, Typst: the sheets' size; auto: by the locale.", Page),
    Setting("fonts", "PDF, Word, LaTeX, Typst: families of fonts, the first that has a letter.", Page),
    Setting("select", 'List only these, e.g. "selected and year >= 2022".', Choice),
    Setting("exclude", "Leave these out.", Choice),
    Setting("limit", "List the first so many and say how many more there are; 0 for all.", Choice),
    Setting("more-url", "Where the others stand that the limit leaves out.", Choice),
    Setting("merge-versions", "List preprint, conference and journal version of a work once.", Choice),
    Setting("max-authors", "Show at most so many names of a list; 0 for all.", Persons),
    Setting("keep-highlighted", 'Keep highlighted names where a style writes "et al.".', Persons),
    Setting("legend", "Where the meaning of marks stands.", Persons),
    Setting(
        "links",
        "The links below a citation: all, what its authors have beside it (own), none; on paper own without.",
    ),
    Setting("show", "HTML: what opens below a citation: its abstract, its BibTeX."),
    Setting("width", "Plain text: columns of a line, 0 for no wrapping.", Page),
    Setting("site", "Pages: the site generator they are for."),
)
_BY_NAME = {setting.name: setting for setting in LOOK}


def is_table(name: str, raw: object) -> bool:
    """Whether a key is a table of the project: ``[links]`` is one, and ``links = "own"`` a setting.

    >>> is_table("links", "own"), is_table("links", {"hidden": ["doi"]}), is_table("style", "ieee")
    (False, True, False)
    """
    return name in Project._fields and not (name in _BY_NAME and isinstance(raw, (str, type(None))))


def options_for(
    look: Mapping[str, Any], project: Project | None = None, highlight: Iterable[str] = ()
) -> Options:
    """The options that settings of :data:`LOOK` ask for, e.g. ``{"style": "ieee"}``.

    ``highlight`` names people beside those of the project.  Raises ConfigError for an unknown setting, a
    value of a wrong type, a broken selection and an address that may not become a link.
    """
    from publist.settings.persons import known_people, own_roles

    project = project or Project()
    known(look, _BY_NAME, (), _refuse)
    given: dict[Any, dict[str, Any]] = {setting.record: {} for setting in LOOK}
    given[Persons] = {"known": known_people(project, highlight), "roles": own_roles(project)}
    for name, raw in look.items():
        setting = _BY_NAME[name]
        given[setting.record][setting.target] = setting.read(raw)
    options = Options(
        **given[Options],
        arrangement=Arrangement(**given[Arrangement]),
        choice=Choice(**given[Choice]),
        page=Page(**given[Page], owner=project.owner),
        persons=Persons(**given[Persons]),
        extras=Extras(project.links, project.badges),
    )
    return _for_form(options, look) if look.get("template") in get_args(FormName) else options


def _for_form(options: Options, look: Mapping[str, Any]) -> Options:
    """The options of a funder's form, which fixes headings and what stands below a citation.

    It is in APA in place of publist's own style, which prints no DOIs.
    """
    return options._replace(
        style="apa" if options.style == Options().style else options.style,
        arrangement=Arrangement(numbering=options.arrangement.numbering, ascending=True),
        choice=options.choice._replace(form=look["template"], limit=0),
        page=options.page._replace(template=None),
        summary=False,
        links="none",
        show=(),
    )


def _refuse(place: Place, message: str) -> ConfigError:
    (name,) = place
    return ConfigError(message if name in ("select", "exclude") else f"{name} {message}")
