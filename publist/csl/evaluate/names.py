"""cs:names: lists of names with labels, et al., substitution."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from publist.csl.evaluate.compiler import Compiler
from publist.csl.evaluate.context import FIRST, Context, Render
from publist.csl.evaluate.values import recased
from publist.csl.names import NameOptions, NameWriter, is_spaced, name_options
from publist.csl.style import PLAIN, EtAl, Format, Label, Names, TextTerm
from publist.csl.tree import Out, tags, text_of
from publist.item import Name


def names(element: Names, compiler: Compiler) -> Render:
    """``<names variable="author editor">``."""
    outer: Names | None = compiler.substitute_for
    if outer is not None and element.name is None and element.et_al is None and element.label is None:
        # A bare <names/> in a substitute takes the children of the names around it.
        element = replace(
            element, name=outer.name, et_al=outer.et_al, label=outer.label, label_first=outer.label_first
        )
    form = element.format
    if not element.delimiter_set:
        form = replace(form, delimiter=compiler.options.get("names-delimiter", ""))
    # The affixes and the font of cs:names are also those of what stands in for the names.
    outer_form = replace(form, delimiter="")
    writer = _ListWriter(element, compiler)
    substitutes = _substitutes(element, compiler)
    variables = element.variables
    # Without a term for it there is no such role (name_EditorTranslatorSameEmptyTerm.txt).
    merged = _merged(variables) and bool(compiler.locale.term("editortranslator"))

    def render(cx: Context, parts: list[Out | str]) -> None:
        cx.called += 1
        present: list[tuple[str, tuple[Name, ...]]] = []
        for variable in variables:
            found = cx.item.names.get(variable)
            if found and variable not in cx.suppressed:
                present.append((variable, found))
        if not present:
            for substitute in substitutes:
                if _substituted(substitute, cx, parts, outer_form):
                    return
            return
        cx.filled += 1
        if merged and len(present) == 2 and present[0][1] == present[1][1]:
            present = [("editortranslator", present[0][1])]
        if writer.options.form == "count":
            count = sum(writer.shown(found, cx) for _, found in present)
            parts.append(Out(form, [str(count)]))
            return
        lists: list[Out] = []
        written = [writer.write(variable, found, cx, lists) for variable, found in present]
        node = Out(form, [each for each in written if each is not None])
        if not node.children:
            return
        parts.append(node)
        if cx.first_names is None:
            cx.first_names = lists
            cx.names_node = node

    return render


def _merged(variables: tuple[str, ...]) -> bool:
    """Editors who also translated are written once, with a label of their own (CSL 1.0.2, Names)."""
    return sorted(variables) == ["editor", "translator"]


def _substitutes(element: Names, compiler: Compiler) -> list[Render]:
    if not element.substitute:
        return []
    before = compiler.substitute_for
    compiler.substitute_for = element
    compiled: list[Render] = []
    for child in element.substitute:
        if isinstance(child, TextTerm) and compiler.locale.term(child.term, child.form) == "":
            # A term that is empty on purpose ends the search (substitute_SubstituteOnlyOnceTermEmpty.txt).
            compiled.append(lambda cx, parts: parts.append(""))
        else:
            compiled.append(compiler.element(child))
    compiler.substitute_for = before
    return compiled


def _substituted(substitute: Render, cx: Context, parts: list[Out | str], form: Format) -> bool:
    inner: list[Out | str] = []
    substitute(cx, inner)
    if not inner:
        return False
    for node in inner:
        # What stood in for the names is not shown again in this entry.
        cx.suppressed |= tags(node)
    inner = [node for node in inner if node != ""]
    if cx.first_names is None and inner:
        # What stands for the names can repeat, too (name_SubsequentAuthorSubstituteSingleField.txt).
        whole = Out(PLAIN, inner)
        cx.first_names, inner = [whole], [whole]
    if form != PLAIN and inner:
        parts.append(Out(form, inner))
    else:
        parts.extend(inner)
    return True


class _ListWriter:
    """Writes the names of one variable: names, delimiters, and, et al., label."""

    def __init__(self, element: Names, compiler: Compiler) -> None:
        options = name_options(compiler.style, compiler.options, element.name, compiler.forced)
        self.options: NameOptions = options
        self.one = NameWriter(options, element.name, compiler.marks, sorting=compiler.sorting)
        locale = compiler.locale
        # Sort keys hold names alone: see sort_EtAlUseLast and the reference processor's order.
        sorting = compiler.sorting
        self.and_ = "" if sorting else {"text": locale.term("and") or "", "symbol": "&"}.get(options.and_, "")
        self.et_al = "" if sorting else self._et_al(element.et_al, compiler)
        # A sort key has no labels (sort_DropNameLabelInSort.txt).
        with_label = element.label is not None and not sorting
        self.label = _name_label(element.label, compiler) if element.label and with_label else None
        self.label_first = element.label_first
        self.ellipsis = "…"

    @staticmethod
    def _et_al(element: EtAl | None, compiler: Compiler) -> Out | str:
        term = compiler.locale.term(element.term if element is not None else "et-al") or ""
        return term if element is None or element.format is PLAIN else Out(element.format, [term])

    def write(self, variable: str, found: tuple[Name, ...], cx: Context, lists: list[Out]) -> Out | None:
        """The list with its label, e.g. “A. Doe and B. Roe, eds.”; without it, it joins ``lists``."""
        of = "editor" if variable == "editortranslator" else variable
        names = self._list(of, found, cx)
        if not names:
            return None
        inner = Out(PLAIN, names)
        lists.append(inner)
        if self.label is None:
            return inner
        label = self.label(variable, len(found) > 1, cx)
        if label is None:
            return inner
        return Out(PLAIN, [label, inner] if self.label_first else [inner, label])

    def shown(self, found: tuple[Name, ...], cx: Context) -> int:
        """How many names the list shows; all of them if it is not abbreviated."""
        total = len(found)
        options = self.options
        if cx.position == FIRST:
            minimum, first = options.et_al_min, options.et_al_use_first
        else:
            minimum, first = options.et_al_subsequent_min, options.et_al_subsequent_use_first
        wanted = cx.disambiguation.names
        if wanted and cx.names_index < len(wanted):
            first = max(first, wanted[cx.names_index])
        return first if minimum and total >= minimum and first < total else total

    def _list(self, variable: str, found: tuple[Name, ...], cx: Context) -> list[Out | str]:
        options, one = self.options, self.one
        total, shown = len(found), self.shown(found, cx)
        level = options.level
        index, givens = cx.names_index, cx.disambiguation.givens
        if cx.namesets is not None:
            cx.namesets.append((found, shown, level, options.initialize_with))
        cx.names_index = index + 1
        if index < len(givens):
            own = givens[index]
            written = [
                one.write(name, at, variable, max(level, own[at]) if at < len(own) else level)
                for at, name in enumerate(found[:shown])
            ]
        else:
            written = [one.write(name, at, variable, level) for at, name in enumerate(found[:shown])]
        if not written:
            return []
        delimiter = options.delimiter
        if shown < total:
            return self._truncated(written, found, variable, level)
        parts: list[Out | str] = [written[0]]
        if total == 1:
            return parts
        for out in written[1:-1]:
            parts.append(delimiter)
            parts.append(out)
        parts.append(self._before_last(found))
        parts.append(written[-1])
        return parts

    def _before_last(self, found: tuple[Name, ...]) -> str:
        options = self.options
        if not self.and_:
            return options.delimiter
        total = len(found)
        rule = options.precedes_last_literal if found[-1].literal else options.precedes_last
        with_delimiter = {
            "always": True,
            "never": False,
            "after-inverted-name": self.one.is_inverted(found[-2], total - 2),
        }.get(rule, total > 2)
        if with_delimiter:
            return f"{options.delimiter.rstrip()} {self.and_} " if options.delimiter.strip() else f"{options.delimiter}{self.and_} "
        return f" {self.and_} "

    def _truncated(
        self, written: list[Out | str] | list[Out], found: tuple[Name, ...], variable: str, level: int
    ) -> list[Out | str]:
        options = self.options
        parts: list[Out | str] = [written[0]]
        for out in written[1:]:
            parts.append(options.delimiter)
            parts.append(out)
        shown = len(written)
        if options.et_al_use_last and len(found) - shown >= 2:
            parts.append(f"{options.delimiter}{self.ellipsis} ")
            parts.append(self.one.write(found[-1], len(found) - 1, variable, level))
            return parts
        if not self.et_al:
            return parts
        with_delimiter = {
            "always": True,
            "never": False,
            "after-inverted-name": self.one.is_first_family(shown - 1),
        }.get(options.precedes_et_al, shown > 1)
        if with_delimiter:
            parts.append(options.delimiter)
        elif is_spaced(text_of(self.et_al)):
            parts.append(" ")
        parts.append(self.et_al)
        return parts


def _name_label(element: Label, compiler: Compiler) -> Callable[[str, bool, Context], Out | None]:
    locale, form = compiler.locale, element.format
    change = recased(form, compiler)

    def make(variable: str, several: bool, cx: Context) -> Out | None:  # noqa: FBT001
        plural = several if element.plural == "contextual" else element.plural == "always"
        term = locale.term(variable, element.form, plural)
        if not term:
            return None
        children: list[Out | str] = [term]
        if change is not None:
            change(children, cx)
        return Out(form, children)

    return make
