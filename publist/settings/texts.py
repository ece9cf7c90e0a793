"""What some texts of ``publist.toml`` are: addresses, names of people, selections.

Each type names the function that reads its text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

from publist.errors import ConfigError, nearest
from publist.item import Name
from publist.url import safe_url

if TYPE_CHECKING:
    from publist.settings.selection import Selection


def web_address(url: str, setting: str = "") -> str:
    """The address, if it may become a link; raises ConfigError for ``javascript:`` and the like."""
    if url and safe_url(url) is None:
        raise ConfigError(f"{setting} is no web address: {url}; use http or https".lstrip())
    return url


@lru_cache
def parsed(text: str) -> tuple[Name, ...]:
    """A name as people type it, e.g. ``Shao, Wenqi`` or ``Wenqi Shao``."""
    from publist.convert.people import people

    return people(text, "author").names


def person_name(text: str) -> str:
    """The text, if it is a name; raises ConfigError for blanks and the like."""
    if text and not parsed(text):
        raise ConfigError('is no name: write e.g. "W. Shao"')
    return text


def selection(source: str) -> Selection | None:
    """What the expression selects, None for "".  Raises SelectError."""
    if not source:
        return None
    from publist.settings.selection import Selection

    return Selection.parse(source)


def rule_name(text: str) -> str:
    """The name of a rule; raises ConfigError for any other text."""
    from publist.rules import BY_ID, is_rule

    if not is_rule(text):
        near = nearest(text, BY_ID)
        raise ConfigError(
            f"names no rule {text!r}; " + (f"did you mean {near[0]}?" if near else "see the page of rules")
        )
    return text


Address = Annotated[str, web_address]
RuleName = Annotated[str, rule_name]
PersonName = Annotated[str, person_name]
Expression = Annotated["Selection | None", selection]
