"""Answers of servers, taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.errors import InputError
from publist.sources import tree, xml

if TYPE_CHECKING:
    from publist.sources.xml import SourceElement
    from publist.web import Answer


def json_of(answer: Answer) -> object:
    """The tree of an answer in JSON.  Raises InputError, with the address, for anything else."""
    try:
        return tree.from_json(answer.data.decode("utf-8"), answer.url)
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8, which JSON is", file=answer.url) from error


def xml_of(answer: Answer) -> SourceElement:
    """The root of an answer in XML.  Raises InputError for one that is cut off or broken."""
    root, problems = xml.parsed(answer.data, answer.url)
    if problems:
        raise InputError(problems[0].message, file=answer.url, line=problems[0].line)
    return root
