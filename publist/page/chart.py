"""How many works of each kind each year has, drawn as an SVG whose bars lead to the filtered list."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from publist.output.html import escape
from publist.page.facets import Facet
from publist.phrases import phrase

_LEAST_WORKS = 10  # of fewer a reader has the overview already
_MOST_YEARS = 40
_MOST_TOTALS = 30  # above more bars they would run into each other
_SHADES = ("1", ".74", ".54", ".4", ".28")  # of the accent; the last is for all other kinds
_WIDTH, _HEIGHT, _LABELS = 700, 106, 16  # at most, of the drawing; below the bars stand the years
_STEP = 48  # from a year to the next, at most


def chart(found: Sequence[Facet], language: str) -> str:
    """The drawing with the kinds that it shows; "" for a list that needs none.

    Each bar is a link to ``#year=2021`` and each kind one to ``#type=journal``: what the page filters by.
    """
    by_name = {facet.name: facet for facet in found}
    years, kinds = by_name["year"], by_name["type"]
    pairs = Counter(
        (int(year[0]), kind[0])
        for year, kind in zip(years.of_entries, kinds.of_entries, strict=True)
        if year and kind
    )
    span = _span(sorted({year for year, _ in pairs}))
    if sum(pairs.values()) < _LEAST_WORKS or len(span) < 2:
        return ""
    names = [choice.value for choice in kinds.choices]
    shades = {name: _SHADES[min(place, len(_SHADES) - 1)] for place, name in enumerate(names)}
    of_years: Counter[int] = Counter()
    for (year, _), n in pairs.items():
        of_years[year] += n
    most = max(of_years.values())
    bars = [_bar(place, year, len(span), most, pairs, shades, kinds) for place, year in enumerate(span)]
    title = escape(phrase("chart", language))
    drawing = "\n".join(bar for bar in bars if bar)
    width, height = round(_step(len(span)) * len(span)), _HEIGHT + _LABELS
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    keys = " ".join(_key(name, shades[name], kinds) for name in names)
    return (
        f'<svg class="publist-chart" role="group" aria-label="{title}" {box}>\n{drawing}\n</svg>\n'
        f'<nav class="publist-kinds" aria-label="{escape(kinds.label)}">{keys}</nav>'
    )


def _span(years: Sequence[int]) -> list[int]:
    """Every year from the first to the last; of a long life's work the latest."""
    return list(range(max(years[0], years[-1] - _MOST_YEARS + 1), years[-1] + 1)) if years else []


def _bar(
    place: int,
    year: int,
    count: int,
    most: int,
    pairs: Counter[tuple[int, str]],
    shades: dict[str, str],
    kinds: Facet,
) -> str:
    """The bar of a year, its kinds from below, and the year where there is room for it.

    ``most`` is the number of works of the highest bar.
    """
    step = _step(count)
    left, width, base = place * step + step * 0.1, step * 0.8, float(_HEIGHT)
    pieces, words = [], []
    for kind, shade in shades.items():
        if n := pairs[year, kind]:
            height = n / most * (_HEIGHT - 12)
            base -= height
            pieces.append(
                f'<rect x="{left:.1f}" y="{base:.1f}" width="{width:.1f}" height="{height:.1f}"'
                f' fill-opacity="{shade}"/>'
            )
            words.append(f"{kinds.values[kind]}: {n}")
    label = _label(place, year, count, left + width / 2)
    if not pieces:
        return label
    total = sum(pairs[year, kind] for kind in shades)
    said = escape(f"{year}: {total} ({', '.join(words)})")
    number = _text(left + width / 2, base - 3, total) if count <= _MOST_TOTALS else ""
    address = escape("#" + urlencode({"year": year}))
    drawn = "".join((*pieces, number, label))
    return f'<a href="{address}"><title>{said}</title>{drawn}</a>'


def _step(count: int) -> float:
    return min(_WIDTH / count, _STEP)


def _label(place: int, year: int, count: int, middle: float) -> str:
    every = math.ceil(48 / _step(count))  # a year takes 48 units on a phone
    if (count - 1 - place) % every:
        return ""
    return _text(middle, _HEIGHT + 12, year)


def _text(middle: float, y: float, number: int) -> str:
    """A number of the drawing; those who hear the page have the bar's title."""
    return f'<text x="{middle:.1f}" y="{y:.1f}" text-anchor="middle" aria-hidden="true">{number}</text>'


def _key(name: str, shade: str, kinds: Facet) -> str:
    works = next(choice.works for choice in kinds.choices if choice.value == name)
    square = f'<svg aria-hidden="true"><rect width="100%" height="100%" rx="2" fill-opacity="{shade}"/></svg>'
    address = escape("#" + urlencode({"type": name}))
    return f'<a href="{address}">{square}{escape(kinds.values[name])} ({works})</a>'
