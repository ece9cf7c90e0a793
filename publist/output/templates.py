"""Templates of jinja2: a list by a template of one's own, the document around a list, lines of news.

The only user of jinja2, and imported for these alone: it takes longer to import than a list to write.
Nothing from a bibliography is ever read as a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import wraps
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from publist.errors import InputError
from publist.listing import Section
from publist.output import html, tool
from publist.output.layout import paper_of
from publist.output.rows import Sheet
from publist.output.writer import Writer
from publist.patterns import pattern
from publist.phrases import phrase
from publist.richtext import plain
from publist.settings.formats import FormatName
from publist.settings.options import Page

# What a template writes text with, and the method of a writer that does it.
_FILTERS = {"rich": "render"} | {
    name: name for name in "link label body heading class_name identifier wrap margin quoted".split()
}
_TEMPLATES = Path(__file__).parent.parent / "templates"
# Letters and signs that fonts for Latin text lack: Greek, Cyrillic, Chinese, arrows …
_OTHER_SCRIPTS = pattern(r"[\u0370-\u1dff\u2190-\u2bff\u2e80-\ufaff\ufe30-\uffef\U00010000-\U0010ffff]")

LONGEST = 50_000_000
"""How many characters a template may write, and the largest number that it may multiply or pad by."""
# What Python raises for expressions: 1/0, 5|rich, range(1000000), a macro that calls itself, an include.
_FAILURES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


class _Generator(CodeGenerator):
    """Compiles ``~``, which jinja2's sandbox does not intercept, as a sum that counts."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        self.write("environment.counted(")
        super().visit_Concat(node, frame)
        self.write(")")


class _Sandbox(ImmutableSandboxedEnvironment):
    """jinja2's sandbox in which all that a template makes on its way counts, and is bounded."""

    intercepted_binops = frozenset({"+", "*", "**"})
    code_generator_class = _Generator

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.left = LONGEST
        self.filters = {name: self._limited(filter_) for name, filter_ in self.filters.items()}

    def counted(self, value: Any) -> Any:
        """The value, or OverflowError where the values that were made are too long together."""
        self.left -= len(value) if isinstance(value, str | list | tuple | range) else 0
        if self.left < 0:
            raise OverflowError(f"it makes more than {LONGEST:,} characters")
        return value

    def concat(self, pieces: Iterable[str]) -> str:
        """What a macro or a block writes, as one text."""
        return str(self.counted("".join(pieces)))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The sum, or OverflowError where it is too large."""
        sizes = [abs(side) if isinstance(side, int | float) else len(side) for side in (left, right)]
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if (operator == "**" and max(sizes) > _LARGEST) or (
            operator == "*" and not numbers and sizes[0] * sizes[1] > LONGEST
        ):
            raise OverflowError(f"the result of {operator} is too large")
        return self.counted(super().call_binop(context, operator, left, right))

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """The call, or OverflowError where a number is too large, as in ``"x".ljust(10**9)``."""
        _check_numbers(*args, *kwargs.values())
        return self.counted(super().call(context, obj, *args, **kwargs))

    def _limited(self, filter_: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(filter_)
        def limited(*values: Any, **named: Any) -> Any:
            _check_numbers(*values, *named.values())
            return self.counted(filter_(*values, **named))

        return limited


_LARGEST = 1_000  # of a power's base and exponent


def _check_numbers(*values: Any) -> None:
    if any(isinstance(value, int) and abs(value) > LONGEST for value in values):
        raise OverflowError(f"a number is above {LONGEST:,}")


@contextmanager
def _walled() -> Iterator[None]:
    """Let what runs take a gigabyte, where the system can hold it to that: one step may make much of little.

    ``"%999999999d"|format(1)`` has no number that is too large, and ``replace`` no text.
    """
    try:
        import resource  # POSIX

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wall = pages * resource.getpagesize() + _WALL
    resource.setrlimit(resource.RLIMIT_AS, (wall if soft < 0 else min(wall, soft), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


_WALL = 2**30  # bytes


def of_ones_own(sections: Sequence[Section], format_: FormatName, page: Page, writer: Writer) -> str:
    """The sections by the page's template, which gets what ``docs/reference/templates.md`` says.

    Raises InputError where it cannot be read or is no template.
    """
    names = {
        "sections": sections,
        "level": page.level,
        "legend": page.legend,
        "more": page.more,
        "words": lambda key: phrase(key, page.language),
        "width": page.width,
        "widest": getattr(writer, "widest", ""),
        **_of_page(page),
    }
    return _rendered(page.template or Path(), format_, names, writer)


def standalone(written: str, format_: FormatName, page: Page, writer: Writer) -> str:
    """The whole document around a written list."""
    names = _of_page(page) | {
        "body": written,
        "many_scripts": bool(_OTHER_SCRIPTS.search(written)),
        "paper": paper_of(page),
        "fonts": page.fonts,
    }
    return _rendered(_TEMPLATES / f"page.{format_}.j2", format_, names, writer)


def by_name(name: str, format_: FormatName, values: Mapping[str, Any], template: Path | None = None) -> str:
    """What the packaged template ``name``, or a user's own, makes of the values, e.g. of lines of news.

    Raises InputError as :func:`of_ones_own` does.
    """
    path = template or _TEMPLATES / f"{name}.{format_}.j2"
    return _rendered(path, format_, values, tool(format_)(Sheet()))


def _of_page(page: Page) -> dict[str, Any]:
    return {"title": page.title, "language": page.language.partition("-")[0], "summary": page.summary}


def _rendered(path: Path, format_: FormatName, names: Mapping[str, Any], writer: Writer) -> str:
    packaged = path.parent == _TEMPLATES
    environment = _environment(format_, writer, packaged=packaged)
    source = _source(path)
    try:
        with nullcontext() if packaged else _walled():
            written = _limited(environment.from_string(source).generate(names))
    except TemplateSyntaxError as error:
        raise InputError(f"is no template: {error.message}", file=str(path), line=error.lineno) from error
    except _FAILURES as error:
        reason = " ".join(str(error).split()) or _reason(error)
        raise InputError(f"the template failed: {reason}", file=str(path), line=_line(error)) from error
    return written.strip("\n") + "\n"


def _limited(pieces: Iterator[str]) -> str:
    """The written pieces; one too many is an error of the template, in the line that writes it."""
    written, length = [], 0
    for piece in pieces:
        written.append(piece)
        length += len(piece)
        if length > LONGEST:
            generator: Any = pieces
            generator.throw(OverflowError(f"it writes more than {LONGEST:,} characters"))
    return "".join(written)


def _reason(error: BaseException) -> str:
    return "it needs too much memory" if isinstance(error, MemoryError) else type(error).__name__


def _line(error: BaseException) -> int:
    """The template's line in which the error was raised; 0 if it is not known."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return lines[-1] if lines else 0


def _source(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the template cannot be read: {error}", file=str(path)) from error


def _environment(format_: FormatName, writer: Writer, *, packaged: bool) -> Environment:
    """Where a template runs: in jinja2's sandbox, but for the packaged ones, which need none."""
    kind = Environment if packaged else _Sandbox
    is_html = format_ in ("html", "page")
    environment = kind(
        autoescape=is_html,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        finalize=_escaped if is_html else None,
    )
    own = {name: getattr(writer, method) for name, method in _FILTERS.items() if hasattr(writer, method)}
    filters = {name: _escaping(write) for name, write in own.items()} if is_html else own
    environment.filters.update({"plain": plain, **filters})
    return environment


def _escaped(value: object) -> object:
    """A value as the writer escapes it; jinja2 would leave what other template languages read."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(html.escape(value))  # noqa: S704 - the writer escapes


def _escaping(write: Callable[..., Any]) -> Callable[..., Markup]:
    """The same for jinja2, which need not escape what the writer has escaped."""
    return lambda *values: Markup(write(*values))  # noqa: S704 - the writer escapes
