"""cs:names: lists of names with labels, et al., substitution."""

from __future__ import annotations

from publist.csl.elements import PLAIN, Names, TextTerm
from publist.csl.evaluate.compiler import Compiler
from publist.csl.evaluate.context import Context, Render
from publist.csl.evaluate.name_list import NameList
from publist.csl.tree import Out, tags
from publist.item import Name


def names(element: Names, compiler: Compiler) -> Render:
    """``<names variable="author editor">``."""
    outer: Names | None = compiler.substitute_for
    if outer is not None and element.name is None and element.et_al is None and element.label is None:
        # A bare <names/> in a substitute takes the attributes and children of the names around it.
        element = element._replace(
            name=outer.name, et_al=outer.et_al, label=outer.label, label_first=outer.label_first,
            format=outer.format, delimiter_set=outer.delimiter_set,
        )  # fmt: skip
    form = element.format
    if not element.delimiter_set:
        form = form._replace(delimiter=compiler.options.get("names-delimiter", ""))
    writer = NameList(element, compiler)
    substitutes = _substitutes(element, compiler)
    variables = element.variables
    # Without a term for it there is no such role (name_EditorTranslatorSameEmptyTerm.txt).
    # Editors who also translated are written once, with a label of their own (CSL 1.0.2, Names).
    merged = sorted(variables) == ["editor", "translator"] and bool(compiler.locale.term("editortranslator"))

    def render(cx: Context, parts: list[Out | str]) -> None:
        cx.called += 1
        present = _present(variables, cx)
        if not present:
            # The first that shows something stands in for the names.
            found = any(_substituted(substitute, cx, parts) for substitute in substitutes)
            if compiler.sorting and not found and writer.options.form == "count":
                cx.filled += 1
                parts.append("0")  # no names come before one
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


def _present(variables: tuple[str, ...], cx: Context) -> list[tuple[str, tuple[Name, ...]]]:
    names, suppressed = cx.item.names, cx.suppressed
    return [(name, names[name]) for name in variables if names.get(name) and name not in suppressed]


def _substitutes(element: Names, compiler: Compiler) -> list[Render]:
    if not element.substitute:
        return []
    before, compiler.surroundings = compiler.surroundings, (element, compiler.dates_only, True)
    compiled: list[Render] = []
    for child in element.substitute:
        if isinstance(child, TextTerm) and compiler.locale.term(child.term, child.form) == "":
            # A term that is empty on purpose ends the search (substitute_SubstituteOnlyOnceTermEmpty.txt).
            compiled.append(_empty)
        else:
            compiled.append(compiler.element(child))
    compiler.surroundings = before
    return compiled


def _empty(_cx: Context, parts: list[Out | str]) -> None:
    parts.append("")


def _substituted(substitute: Render, cx: Context, parts: list[Out | str]) -> bool:
    inner: list[Out | str] = []
    substitute(cx, inner)
    if not inner:
        return False
    # What stood in for the names is not shown again in this entry.
    shown = set[str]().union(*map(tags, inner))
    cx.suppressed |= shown
    inner = [node for node in inner if node != ""]
    if cx.first_names is None and shown:
        # What stands for the names can repeat, too (name_SubsequentAuthorSubstituteSingleField.txt).
        whole = Out(PLAIN, inner)
        cx.first_names, inner = [whole], [whole]
        cx.names_node, cx.stands_in = whole, True
    parts.extend(inner)
    return True
