"""The command ``publist render``."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import click

from publist.cli.shared import (
    CHECK,
    FILES,
    FORCE,
    OUTPUT,
    QUIET,
    STRICT,
    ListCommand,
    ProgressBar,
    asked,
    counted,
    finish,
    look_options,
    put,
    read,
)


@click.command(cls=ListCommand)
@FILES
@click.option(
    "--highlight", multiple=True, metavar="NAME", help='Set off this name, e.g. "W. Shao". May be repeated.'
)
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="FILE", help="Write between the markers of FILE."
)
@click.option("--block", default="", metavar="NAME", help="The name in the markers. [default: the only one]")
@click.option(
    "--output-dir", type=click.Path(path_type=Path), metavar="DIR", help="Pages: the folder they go to."
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="Use N processes for a list of some thousand entries (Linux). [default: 1]",
)
@CHECK
@FORCE
@look_options
@OUTPUT
@STRICT
@QUIET
def render(
    files: tuple[Path, ...],
    highlight: tuple[str, ...],
    *,
    into: Path | None,
    block: str,
    output: Path | None,
    output_dir: Path | None,
    jobs: int,
    check: bool,
    force: bool,
    strict: bool,
    quiet: bool,
    **look: Any,
) -> None:
    """Write the list of publications in FILES (BibTeX or CSL-JSON; - is standard input).

    Without FILES the bibliography of publist.toml, in this folder or one above, is taken.

    \b
    Exit codes: 0 a list was written; 1 with --strict, there were problems, or
    with --check, a file would change; 2 nothing was written: a file cannot be
    read or written, or has no entries, the style or an option is wrong.
    """  # noqa: D301 - click takes \b for "keep these lines"
    from publist import pipeline, settings
    from publist.settings.look import options_for
    from publist.settings.target import target
    from publist.writing import destination

    config = settings.load(Path())
    place = target(
        "", {**config.look, **asked(look)}, into=into, block=block, output=output, output_dir=output_dir
    )
    if place.into is not None:
        from publist.writing.heading import deepened

        place = deepened(place)
    options = options_for({**place.look, "format": place.format}, config.project, highlight)
    sources = files or config.bibliography
    options = options._replace(page=destination.placed(options.page, place, sources))
    bar = ProgressBar()
    with _processes(jobs):
        rendered = pipeline.render(read(sources, config.project.private), options, bar)
    bar.clear()
    changed = put(rendered, place, files or config.bibliography, check=check, force=force)
    others = {
        "hidden": rendered.hidden,
        "left out": rendered.left_out,
        "merged": rendered.merged,
        "shared data": rendered.shared,
    }
    details = "".join(f", {count} {what}" for what, count in others.items() if count)
    counts = f"{rendered.listed} listed{details}, {rendered.refused} refused"
    finish(
        rendered.problems,
        f"{counted(rendered.present, 'entry')} read, {counts}",
        config,
        strict=strict,
        quiet=quiet,
    )
    if check and changed:
        sys.exit(1)


def _processes(count: int) -> AbstractContextManager[None]:
    """So many processes for a list meanwhile."""
    if count == 1:
        return nullcontext()
    from publist.jobs import allowed

    return allowed(count)
