"""A Sphinx extension: ``.. publist:: my.bib`` becomes a list, in reStructuredText and in MyST.

``extensions = ["publist.sphinx"]`` in ``conf.py``.  A changed bibliography builds the page anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from publist.embed.attributes import blocks, paths
from publist.embed.docutils import of_blocks
from publist.errors import PublistError
from publist.settings.look import LOOK


class Publist(SphinxDirective):
    """The list of the bibliographies that it names; its options are those of ``publist.toml``."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        **{setting.name: directives.unchanged for setting in LOOK if setting.name != "format"},
        "highlight": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """The nodes of the list; a wrong option is an error of the document's line."""
        page = Path(self.env.doc2path(self.env.docname)).parent
        files = paths(self.arguments[0] if self.arguments else "", page)
        for file in files:
            self.env.note_dependency(str(file))
        try:
            return of_blocks(json.loads(blocks(self.options, files)))
        except PublistError as error:
            place = ":".join(str(part) for part in (error.file, error.line) if part is not None)
            raise self.error(f"publist: {place + ': ' if place else ''}{error.message}") from error


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive; Sphinx calls it."""
    app.add_directive("publist", Publist)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
