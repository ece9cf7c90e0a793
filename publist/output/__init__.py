"""Sections as what is written: rows once, then by the writer of a format; and as data and pages."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from publist.settings.formats import FORMATS, FormatName


def tool(format_: FormatName) -> Any:
    """What makes a format: what its row names, e.g. ``HtmlWriter`` of the module ``html``.

    A :class:`~publist.output.writer.Writer`; for data a function of sections and problems, which gives the
    text and what of them the form cannot hold.
    """
    form = FORMATS[format_]
    module, _, name = form.tool.partition(":")
    return getattr(import_module(f"{form.package}.{module}"), name)
