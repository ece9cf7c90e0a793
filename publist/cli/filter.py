"""The command ``publist filter``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from publist.cli.shared import write


@click.command()
@click.argument("target", required=False, metavar="[FORMAT]")
def filter(target: str | None) -> None:  # noqa: A001, ARG001 - the command's name; pandoc hands its format on
    """Be a filter of pandoc's: `::: {.publist bibliography=my.bib}` becomes a list.

    Reads pandoc's JSON from standard input and writes it with the lists in place, as in
    `pandoc -t json x.md | publist filter | pandoc -f json -o x.docx`.
    """
    from publist.embed.pandoc import filtered

    document = sys.stdin.buffer.read().decode("utf-8", "replace")
    write(filtered(document, Path()).encode("utf-8"), None)
