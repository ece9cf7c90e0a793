"""The names of one variable as a list: delimiters, and, et al., label."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from publist.csl.elements import PLAIN, EtAl, Label, Names
from publist.csl.evaluate.compiler import Compiler
from publist.csl.evaluate.context import FIRST, Context
from publist.csl.evaluate.values import recased
from publist.csl.names import APART, FULL, INITIALS, NameOptions, NameWriter, is_spaced, name_options
from publist.csl.quotes import with_quotes
from publist.csl.tree import Out, text_of
from publist.item import Name

ELLIPSIS = "…"
_HEBREW_AND = "ו"


class NameList:
    """Writes the names of one variable for one cs:names."""

    def __init__(self, element: Names, compiler: Compiler) -> None:
        own = element.name.options if element.name is not None else {}
        options = name_options(
            compiler.style,
            compiler.options,
            _in_key(own, compiler) if compiler.sorting else own,
            compiler.forced,
        )
        self.options: NameOptions = options
        self.one = NameWriter(options, element.name, compiler.marks, sorting=compiler.sorting)
        # Sort keys hold names alone (sort_DropNameLabelInSort.txt).
        locale, sorting = compiler.locale, compiler.sorting
        self.and_ = "" if sorting else {"text": locale.term("and") or "", "symbol": "&"}.get(options.and_, "")
        self.et_al = "" if sorting else _et_al(element.et_al, compiler)
        self.label = None if element.label is None or sorting else _label(element.label, compiler)
        self.label_first = element.label_first

    def write(self, variable: str, found: tuple[Name, ...], cx: Context, lists: list[Out]) -> Out | None:
        """The list with its label, e.g. “A. Doe and B. Roe, eds.”; without it, it joins ``lists``."""
        of = "editor" if variable == "editortranslator" else variable
        names = self._list(of, found, cx)
        if not names:
            return None
        # Where "et al." ends the list, cs:name formats that and the whole again, as in citeproc-js.
        inner = Out(self.one.form if names[-1] is self.et_al else PLAIN, names)
        lists.append(inner)
        label = self.label(variable, len(found) > 1, cx) if self.label is not None else None
        if label is None:
            return inner
        return Out(PLAIN, [label, inner] if self.label_first else [inner, label])

    def shown(self, found: tuple[Name, ...], cx: Context) -> int:
        """How many names the list shows; all of them if it is not abbreviated.

        BibTeX's "and others" is never a name to show: such a list always ends in et al.
        """
        total = len(found)
        options = self.options
        if cx.position <= FIRST:
            minimum, first = options.et_al_min, options.et_al_use_first
        else:
            minimum, first = options.et_al_subsequent_min, options.et_al_subsequent_use_first
        wanted = cx.disambiguation.names
        if wanted and cx.names_index < len(wanted):
            first = max(first, wanted[cx.names_index])
        if minimum and total >= minimum and first < total:
            return first
        return total - 1 if found[-1].others else total

    def _list(self, variable: str, found: tuple[Name, ...], cx: Context) -> list[Out | str]:
        shown, index = self.shown(found, cx), cx.names_index
        level, delimiter = self.options.level, self.options.delimiter
        if cx.namesets is not None:
            cx.namesets.append((found, shown, level, self.options.initialize_with))
        cx.names_index = index + 1
        if not shown:
            return []
        levels = self._levels(variable, index, cx)
        one = self.one
        parts: list[Out | str] = []
        for at in range(shown):
            if at:
                parts.append(delimiter)
            own = max(level, levels[at]) if at < len(levels) else level
            parts.append(one.write(found[at], at, variable, own))
        if shown < len(found):
            self._abbreviate(parts, shown, found, variable, cx)
        elif shown > 1:
            parts[-2] = self._before_last(found)
        return parts

    def _levels(self, variable: str, index: int, cx: Context) -> Sequence[int]:
        """The forms of given names that tell them apart: everywhere, or in the cite's list ``index``."""
        levels = cx.expansions.get(variable)
        if levels is not None:
            apart = FULL if self.options.initialize_with is None else INITIALS
            return [apart if level == APART else level for level in levels]
        givens = cx.disambiguation.givens
        return givens[index] if index < len(givens) else ()

    def _before_last(self, found: tuple[Name, ...]) -> str:
        options = self.options
        delimiter = options.delimiter
        if not self.and_:
            return delimiter
        total = len(found)
        attached = _is_attached(self.and_)
        rule = options.precedes_last_literal if found[-1].literal else options.precedes_last
        with_delimiter = {
            "always": total == 2 or not attached,  # 王小明, 李四和张三, as in citeproc-js
            "never": False,
            "after-inverted-name": self.one.is_inverted(found[-2], total - 2),
        }.get(rule, total > 2 and not attached)
        if attached:
            return delimiter + self.and_ if with_delimiter else self.and_
        if not with_delimiter:
            return f" {self.and_} "
        return f"{delimiter}{self.and_} ".replace("  ", " ")

    def _abbreviate(
        self, parts: list[Out | str], shown: int, found: tuple[Name, ...], variable: str, cx: Context
    ) -> None:
        """End a list that does not show all names: names to keep, the last name or et al."""
        options, total = self.options, len(found)
        last = shown - 1
        gap = False
        for at in self._kept(shown, found, variable, cx):
            if at > last + 1:
                parts += [options.delimiter, ELLIPSIS]
                gap = True
            parts += [options.delimiter, self.one.write(found[at], at, variable, options.level)]
            last = at
        hidden = total - 1 - last
        if not hidden:
            return
        if options.et_al_use_last and (hidden >= 2 or gap) and not found[-1].others:
            ending = [] if hidden == 1 else [f"{ELLIPSIS} "]
            name = self.one.write(found[-1], total - 1, variable, options.level)
            inverted = options.precedes_last == "after-inverted-name" and self.one.is_inverted(found[0], 0)
            between = [options.delimiter if gap or last or inverted else " "]
            parts += [*between, *ending, name]
        elif gap:
            parts += [options.delimiter, f"{ELLIPSIS} ", self.et_al]
        elif self.et_al:
            parts += [*self._before_et_al(last), self.et_al]

    def _kept(self, shown: int, found: tuple[Name, ...], variable: str, cx: Context) -> list[int]:
        """The positions of names to keep, beyond those that the style shows anyway."""
        keep = cx.keep
        if keep is None:
            return []
        end = len(found) - 1 if self.options.et_al_use_last or found[-1].others else len(found)
        return [at for at in range(shown, end) if keep(cx.item, variable, at)]

    def _before_et_al(self, last: int) -> list[str]:
        options = self.options
        with_delimiter = {
            "always": True,
            "never": False,
            "after-inverted-name": self.one.is_first_family(last),
        }.get(options.precedes_et_al, last > 0)
        if with_delimiter:
            return [options.delimiter]
        # 等 follows without a space (name_EtAlWithCombined.txt).
        return [" "] if is_spaced(text_of(self.et_al)) else []


def _in_key(own: Mapping[str, str], compiler: Compiler) -> Mapping[str, str]:
    """The options of a cs:name in a sort key, as in citeproc-js.

    There et al. is as cs:bibliography, cs:citation or cs:style say, if they say anything.
    """
    around = compiler.options
    if "et-al-min" not in around and "et-al-use-first" in own:
        return own
    return {key: value for key, value in own.items() if not key.startswith("et-al-")}


def _is_attached(and_: str) -> bool:
    """Whether "and" stands as the locale has it: with blanks of its own, or as 和, と and ו without any."""
    first = and_[:1]
    return first.isspace() or first == _HEBREW_AND or (not first.isascii() and not is_spaced(first))


def _et_al(element: EtAl | None, compiler: Compiler) -> Out | str:
    term = compiler.locale.term(element.term if element is not None else "et-al") or ""
    return term if element is None or element.format is PLAIN else Out(element.format, [term])


def _label(element: Label, compiler: Compiler) -> Callable[[str, bool, Context], Out | None]:
    locale, form = compiler.locale, element.format
    change = recased(form, compiler, of_item=False)

    def make(variable: str, several: bool, cx: Context) -> Out | None:  # noqa: FBT001 - private, called in one place
        plural = several if element.plural == "contextual" else element.plural == "always"
        term = locale.term(variable, element.form, plural)
        if not term:
            return None
        children = with_quotes([term], compiler.marks)
        if change is not None:
            change(children, cx)
        return Out(form, children)

    return make
