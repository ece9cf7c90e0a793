"""What is gathered from CSL's locale files says what they say."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from publist.locales import locales_folder, months

_MONTH = re.compile(r'<term name="month-(\d\d)"(?![^>]*form=)[^>]*>([^<]+)</term>')


def _bare(name: str) -> str:
    """Without accents, e.g. ``fevrier``."""
    return "".join(one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one))


def test_the_months_are_those_of_all_locales_but_for_what_two_languages_read_otherwise() -> None:
    found: dict[str, set[int]] = defaultdict(set)
    for path in sorted(locales_folder().glob("locales-*.xml")):
        for number, text in _MONTH.findall(path.read_text(encoding="utf-8")):
            name = text.strip().lower()
            for spelling in (name, name.replace("ä", "ae"), _bare(name)):
                found[spelling].add(int(number))
    assert months() == {name: number for name, (number, *others) in found.items() if not others}
