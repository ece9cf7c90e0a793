"""cs:date: localized and free dates, parts, ranges, seasons, and the year suffix."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from publist.csl.elements import PLAIN, DateElement, DatePart, Formatting
from publist.csl.evaluate.compiler import Compiler
from publist.csl.evaluate.context import Context, Render
from publist.csl.evaluate.values import Change, recased
from publist.csl.locale import Locale
from publist.csl.numbers import ordinal
from publist.csl.quotes import with_quotes
from publist.csl.tree import Out, from_text
from publist.item import Date
from publist.records import NamedTuple

_LIMITS = {
    "year": frozenset(["year"]),
    "year-month": frozenset(["year", "month"]),
    "year-month-day": frozenset(["year", "month", "day"]),
}
_POSITION = {"year": 0, "month": 1, "day": 2}

# Year, month, day and season.
Moment: TypeAlias = "tuple[int, int, int, int]"


class Part(NamedTuple):
    """A compiled part: what it makes of a moment, and what text-case and periods do to that."""

    name: str
    between: str
    format: Formatting
    make: Callable[[Moment], str | None]
    change: Change | None


def date(element: DateElement, compiler: Compiler) -> Render:
    """``<date variable="issued" …>``."""
    name = element.variable
    parts, form = _resolved(element, compiler.locale)
    compiled = [_part(part, compiler) for part in parts]
    year_form = next((part.format for part in parts if part.name == "year"), None)
    # As with macros, text-case counts on the parts alone; citeproc-js does the same.
    change = recased(form._replace(text_case=""), compiler)
    with_suffix = not compiler.explicit_year_suffix
    if compiler.sorting:
        return _as_key(name, frozenset(part.name for part in parts))

    def render(cx: Context, out: list[Out | str]) -> None:
        cx.called += 1
        value = cx.item.dates.get(name)
        if value is None or name in cx.suppressed:
            return
        if not value.literal:
            children = _range(value, compiled, cx, with_suffix, form.delimiter)
        elif year_form is not None:
            # Words stand where the year stands; they have no year suffix.
            children = [Out(year_form, _literal(value.literal, compiler))]
        else:
            children = []
        if not children:
            return
        cx.filled += 1
        if change is not None:
            change(children, cx)
        out.append(Out(form, children, name))

    return render


def _literal(value: str, compiler: Compiler) -> list[Out | str]:
    """A date in words, with its own markup and quotes."""
    if "<" not in value:
        return with_quotes([value], compiler.marks)
    from publist.csl_json import text_from_markup

    return with_quotes(from_text(text_from_markup(value)), compiler.marks)


def _as_key(name: str, shown: frozenset[str]) -> Render:
    """In a sort key a date is written YYYYMMDD, as far as its parts are shown (CSL 1.0.2, Sorting)."""

    def render(cx: Context, out: list[Out | str]) -> None:
        cx.called += 1
        value = cx.item.dates.get(name)
        if value is None or name in cx.suppressed:
            return
        cx.filled += 1
        out.append(Out(PLAIN, [sortable(value, shown)], name))

    return render


def sortable(value: Date, shown: frozenset[str] = _LIMITS["year-month-day"]) -> str:
    """A date as text that sorts, e.g. ``102024 01 31`` for 31 January 2024.

    Years before Christ come first.
    """
    if value.literal or not value.parts:
        return value.literal
    keys: list[str] = []
    for year, month, day, season in _moments(value):
        month = month or season * 3
        months, days = month if "month" in shown else 0, day if "day" in shown else 0
        keys.append(f"{year + 100000:06} {months:02} {days:02}")
    return " ".join(keys)


def _resolved(element: DateElement, locale: Locale) -> tuple[list[DatePart], Formatting]:
    """The parts to show: the element's own, or the locale's with the element's overrides."""
    if not element.form:
        return list(element.parts), element.format
    localized = locale.date(element.form)
    shown = _LIMITS.get(element.limit, _LIMITS["year-month-day"])
    overrides = {part.name: part for part in element.parts}
    parts = [
        _overridden(part, overrides.get(part.name))
        for part in (localized.parts if localized else ())
        if part.name in shown
    ]
    form = element.format
    if localized is not None and localized.format.delimiter:
        form = form._replace(delimiter=localized.format.delimiter)
    return parts, form


def _overridden(part: DatePart, own: DatePart | None) -> DatePart:
    """A localized part with the style's form and font; the affixes stay the locale's."""
    if own is None:
        return part
    theirs = part.format
    form = own.format._replace(
        prefix=theirs.prefix,
        suffix=theirs.suffix,
        spans=own.format.spans or theirs.spans,
        text_case=own.format.text_case or theirs.text_case,
        strip_periods=own.format.strip_periods or theirs.strip_periods,
    )
    return DatePart(part.name, own.form or part.form, own.range_delimiter, form)


def _part(part: DatePart, compiler: Compiler) -> Part:
    make = {"year": _year, "month": _month, "day": _day}.get(part.name)
    made = make(part.form, compiler.locale) if make else lambda _moment: None
    return Part(part.name, part.range_delimiter, part.format, made, recased(part.format, compiler))


def _year(form: str, locale: Locale) -> Callable[[Moment], str | None]:
    before, after = locale.term("bc") or "", locale.term("ad") or ""
    short = form == "short"

    def make(moment: Moment) -> str | None:
        year = moment[0]
        if not year:
            return None
        if year < 0:
            return f"{-year}{before}"
        if short:
            return f"{year % 100:02}" if year > 999 else str(year)
        # Years of less than four digits are marked (CSL 1.0.2, AD and BC).
        return f"{year}{after}" if year < 1000 else str(year)

    return make


def _month(form: str, locale: Locale) -> Callable[[Moment], str | None]:
    kind = form or "long"

    def make(moment: Moment) -> str | None:
        month, season = moment[1], moment[3]
        if season:
            return locale.term(f"season-{season:02}") or None
        if not month:
            return None
        if kind == "numeric":
            return str(month)
        if kind == "numeric-leading-zeros":
            return f"{month:02}"
        return locale.term(f"month-{month:02}", kind)

    return make


def _day(form: str, locale: Locale) -> Callable[[Moment], str | None]:
    def make(moment: Moment) -> str | None:
        day = moment[2]
        if not day:
            return None
        if form == "numeric-leading-zeros":
            return f"{day:02}"
        if form == "ordinal" and (day == 1 or not locale.option("limit-day-ordinals-to-day-1")):
            return ordinal(day, locale, locale.gender(f"month-{moment[1]:02}"))
        return str(day)

    return make


def _moments(value: Date) -> list[Moment]:
    moments: list[Moment] = []
    for parts in value.parts:
        year, month, day = (*parts, 0, 0, 0)[:3]
        season = value.season if not month else 0
        if month > 12:
            # CSL-JSON also writes seasons as months 13–16 or 21–24.
            season, month = (month - 12 if month < 17 else month - 20), 0
        moments.append((year, month, day, season if 0 < season < 5 else 0))
    return moments


def _range(
    value: Date,
    parts: list[Part],
    cx: Context,
    with_suffix: bool,  # noqa: FBT001 - private, called often
    between: str,
) -> list[Out | str]:
    moments = _moments(value)
    if not moments:
        return []
    start = moments[0]
    if len(moments) == 1 or moments[1] == start:
        return _side(start, parts, cx, with_suffix)
    end = moments[1]
    shown = [at for at, part in enumerate(parts) if any(part.make(each) is not None for each in (start, end))]
    places = {_POSITION.get(parts[at].name, 3) for at in shown}
    differing = min((place for place in places if _differ(start, end, place)), default=3)
    # Parts that differ, and all smaller ones, stand in both halves; larger ones once, where they stand.
    inside = [at for at in shown if _POSITION.get(parts[at].name, 3) >= differing]
    if not inside:
        return _side(start, parts, cx, with_suffix)
    first, last = inside[0], inside[-1]
    delimiter = next((part.between for part in parts if _POSITION.get(part.name) == differing), "–")
    rendered = _side(start, parts[:first], cx, with_suffix)
    middle = heads = parts[first : last + 1]
    if [part.name for part in middle] == ["year"] and _share_era(start[0], end[0]):
        heads = [middle[0]._replace(make=lambda moment: str(abs(moment[0])))]  # 100–99 BC
    left = _side(start, heads, cx, False)  # noqa: FBT003 - private, called often
    right = _side(end, middle, cx, with_suffix) if end[0] or end[1] else []
    # Where the halves meet, only the delimiter stands.
    left[-1:] = [_bared(part, before=False) for part in left[-1:]]
    right[:1] = [_bared(part, before=True) for part in right[:1]]
    halves = Formatting(delimiter=between)
    rendered.append(Out(PLAIN, [Out(halves, left), delimiter, Out(halves, right)]))
    return rendered + _side(start, parts[last + 1 :], cx, with_suffix)


def _share_era(start: int, end: int) -> bool:
    """Whether both years have the same mark of their era: BC, or AD for early ones."""
    return max(start, end) < 0 or (0 < start < 1000 and 0 < end < 1000)


def _bared(part: Out | str, *, before: bool) -> Out | str:
    """The part without its affix on one side."""
    if isinstance(part, str):
        return part
    form = part.format._replace(prefix="") if before else part.format._replace(suffix="")
    return Out(form, part.children, part.tag)


def _differ(start: Moment, end: Moment, place: int) -> bool:
    """Whether two dates differ in the year (0), the month or season (1) or the day (2)."""
    if place == 1:
        return start[1] != end[1] or start[3] != end[3]
    return place < 3 and start[place] != end[place]


def _side(
    moment: Moment,
    parts: list[Part],
    cx: Context,
    with_suffix: bool,  # noqa: FBT001 - private, called often
) -> list[Out | str]:
    rendered: list[Out | str] = []
    for name, _, form, make, change in parts:
        text = make(moment)
        if text is None:
            continue
        children: list[Out | str] = [text]
        if change is not None:
            change(children, cx)
        if name == "year" and with_suffix and cx.disambiguation.suffix and not cx.year_suffix_done:
            cx.year_suffix_done = True
            children.append(Out(PLAIN, [cx.disambiguation.suffix], "year-suffix"))
        rendered.append(children[0] if form is PLAIN and len(children) == 1 else Out(form, children))
    return rendered
