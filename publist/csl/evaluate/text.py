"""cs:text in its four kinds, and cs:group."""

from __future__ import annotations

from collections.abc import Callable

from publist.csl.elements import PLAIN, Formatting, GroupElement, TextMacro, TextTerm, TextValue, TextVariable
from publist.csl.evaluate.compiler import Compiler, sequence
from publist.csl.evaluate.context import Context, Render
from publist.csl.evaluate.sorting import nothing
from publist.csl.evaluate.values import Getter, recased, styled, value_of
from publist.csl.numbers import format_number, page_range, within_locator
from publist.csl.tree import Out, TermText
from publist.item import NUMBER_VARIABLES
from publist.patterns import pattern
from publist.richtext import Text

_ADDRESS = pattern(r"^https?://(?:dx\.)?doi\.org/(?=10\.)")

# Number variables without a rule of their own.
_PLAIN_NUMBERS = NUMBER_VARIABLES - {
    "page", "page-first", "locator", "citation-number", "first-reference-note-number",
}  # fmt: skip


def text_variable(element: TextVariable, compiler: Compiler) -> Render:
    """``<text variable="…">``: the value with its own markup and quotes."""
    name, form = element.variable, element.format
    get: Getter = value_of(name, element.form)
    prepare = _bare_doi(form.prefix, compiler) if name == "DOI" else _preparation(name, compiler)
    dress = styled(form, compiler)
    is_suffix = name == "year-suffix"

    def render(cx: Context, parts: list[Out | str]) -> None:
        cx.called += 1
        if is_suffix:
            # A year suffix that is not needed does not empty the group around it, as in citeproc-js.
            cx.filled += 1
        value = get(cx)
        if not value or (cx.suppressed and name in cx.suppressed):
            return
        cx.filled += 1
        if is_suffix:
            cx.year_suffix_done = True
        if prepare is not None:
            value = prepare(value, cx)
        parts.append(Out(form, dress(value, cx), name))

    return render


def _bare_doi(prefix: str, compiler: Compiler) -> Callable[[Text, Context], Text] | None:
    """A DOI that is typed as an address stays so, unless the style itself writes the address before it."""
    if "doi.org/" not in prefix and "doi.org/" not in compiler.style.uses:
        return None
    return lambda value, _cx: _ADDRESS.sub("", value) if isinstance(value, str) else value


def _preparation(name: str, compiler: Compiler) -> Callable[[Text, Context], Text] | None:
    """Page ranges are written as the style and the locale say (CSL 1.0.2, Page Ranges).

    Other numbers are written as cs:number writes them.
    """
    locale = compiler.locale
    if name in _PLAIN_NUMBERS:
        return lambda value, _cx: format_number(value, "numeric", locale) if isinstance(value, str) else value
    if name not in ("page", "locator"):
        return None
    style_format = compiler.style.options.get("page-range-format")
    delimiter = locale.term("page-range-delimiter") or "–"
    ampersand = locale.term("and", "symbol") or "&"

    def ranges(numbers: str, label: str) -> str:
        return page_range(numbers, style_format if label == "page" else None, delimiter, ampersand)

    def prepare(value: Text, cx: Context) -> Text:
        if not isinstance(value, str):
            return value
        if name == "locator" and ". " in value:
            return within_locator(value, cx.label, locale, ranges)
        return ranges(value, "page" if name == "page" else cx.label)

    return prepare


def text_macro(element: TextMacro, compiler: Compiler) -> Render:
    """``<text macro="…">``: a group with the macro's elements."""
    form = element.format
    inner = compiler.macro(element.macro)
    if form is PLAIN:
        return inner
    # As in citeproc-js, a macro's periods are stripped but its case is not changed.
    return _with_periods_stripped(sequence((inner,), form), form._replace(text_case=""), compiler)


def _with_periods_stripped(render_group: Render, form: Formatting, compiler: Compiler) -> Render:
    change = recased(form, compiler)
    if change is None:
        return render_group

    def render(cx: Context, parts: list[Out | str]) -> None:
        inner: list[Out | str] = []
        render_group(cx, inner)
        for node in inner:
            if isinstance(node, Out):
                change(node.children, cx)
        parts.extend(inner)

    return render


def group(element: GroupElement, compiler: Compiler) -> Render:
    """``<group>``: children with a delimiter between them."""
    outer, compiler.first_only = compiler.first_only, False
    children = compiler.elements(element.children)
    compiler.first_only = outer
    return sequence(children, element.format)


def text_term(element: TextTerm, compiler: Compiler) -> Render:
    """``<text term="…">``: the same text every time."""
    term = compiler.locale.term(element.term, element.form, element.plural) or ""
    return _constant(TermText(term), element.format, compiler)


def text_value(element: TextValue, compiler: Compiler) -> Render:
    """``<text value="…">``: the same text every time, with its own markup."""
    value: Text = element.value
    if "<" in element.value:
        from publist.csl_json import text_from_markup

        value = text_from_markup(element.value)
    return _constant(value, element.format, compiler)


def _constant(value: Text, form: Formatting, compiler: Compiler) -> Render:
    if not value:
        return nothing
    if form is PLAIN and isinstance(value, str) and not compiler.marks.are_in(value):

        def plain(_cx: Context, parts: list[Out | str]) -> None:
            parts.append(value)

        return plain
    dress = styled(form, compiler, of_item=False)

    def render(cx: Context, parts: list[Out | str]) -> None:
        parts.append(Out(form, dress(value, cx)))

    return render
