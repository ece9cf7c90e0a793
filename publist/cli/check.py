"""The command ``publist check``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publist.cli.shared import FILES, STRICT, ProgressBar, counted, paths_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publist.inputs import Input
    from publist.mending import Mending
    from publist.pipeline import Loaded
    from publist.problems import Problem


@click.command()
@FILES
@click.option("--select", metavar="RULES", help="Only these rules, with commas between them.")
@click.option("--ignore", metavar="RULES", help="All but these rules.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="What to write; github: annotations in a workflow.",
)
@click.option(
    "--page",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Compare with a page: what one of the two has and the other lacks.",
)
@click.option(
    "--online", is_flag=True, help="Try each link and DOI: a few hosts at a time, and each with a pause."
)
@click.option("--fix", is_flag=True, help="Mend in the files what has one safe mending.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--plugin", multiple=True, metavar="NAME", help="Rules of another package. May be repeated.")
@click.option("--explain", metavar="RULE", help="Print what a rule means, and nothing else.")
@STRICT
def check(
    files: tuple[Path, ...],
    select: str | None,
    ignore: str | None,
    form: str,
    explain: str | None,
    page: Path | None,
    plugin: tuple[str, ...],
    *,
    online: bool,
    fix: bool,
    diff: bool,
    strict: bool,
) -> None:
    """Say what a careful reader of the bibliography would notice.

    Exits with 1 if there is an error, with --strict also if there is a warning, with --diff if a file would
    change.
    """
    from publist import inputs, pipeline, settings
    from publist.check import rulebook
    from publist.errors import ConfigError
    from publist.settings.look import options_for

    if explain is not None:
        click.echo(rulebook.explained(explain))
        return
    if (fix or diff) and Path("-") in files:
        raise ConfigError("--fix and --diff need files; name one instead of -")
    wanted, ignored = rulebook.names(select or ""), rulebook.names(ignore or "")
    config = settings.load(Path())
    table = config.project.check
    rules = (wanted or table.select, (*config.project.problems.ignore, *table.ignore, *ignored))
    plugged = rulebook.plugged((*table.plugins, *plugin), rules[0]).values()
    given = [inputs.read(path) for path in paths_of(files or config.bibliography)]

    persons = options_for({}, config.project).persons

    def find(source: Loaded, more: Sequence[Problem] = ()) -> list[Problem]:
        return rulebook.chosen(pipeline.checked(source, persons, more, plugged), *rules, table.severity)

    if fix or diff:
        from publist.mending import mended

        source = _mended(mended(given, config.project.private, find), given, write=not diff)
        if diff:
            return
    else:
        source = pipeline.of_inputs(given, config.project.private)
    problems = find(source, [*_of_page(source, page), *(_of_links(source) if online else ())])
    click.echo(_written(form, problems, source, page, whole=bool(select)), nl=False)
    fails = {"error", "warning"} if strict or table.strict else {"error"}
    if any(problem.rule.severity in fails for problem in problems):
        sys.exit(1)


def _of_page(source: Loaded, page: Path | None) -> list[Problem]:
    if page is None:
        return []
    from publist.check.page import compare

    return compare(page, source.publications)


def _of_links(source: Loaded) -> list[Problem]:
    from publist.check.online import dead_links
    from publist.cli.network import probe

    bar = ProgressBar()
    found = dead_links(source.publications, source.bibliographies, probe(), bar)
    bar.clear()
    return found


def _written(
    form: str, problems: Sequence[Problem], source: Loaded, page: Path | None, *, whole: bool
) -> str:
    from publist.check import report, sarif

    if form == "text":
        pages = {} if page is None else {str(page): page.read_text(encoding="utf-8", errors="replace")}
        by_file = sorted(problems, key=lambda problem: problem.file not in pages)
        return report.text(by_file, source.bibliographies, pages, whole=whole)
    writers = {"json": report.as_json, "github": report.github, "sarif": sarif.sarif}
    return writers[form](problems)


def _mended(mending: Mending, given: Sequence[Input], *, write: bool) -> Loaded:
    """Write the mended files, or show what would change in them and exit with 1 if anything would."""
    from publist.writing.destination import mend

    before = {file.name: file.data for file in given}
    outcomes = [
        mend(Path(name), before[name], after, check=not write) for name, after in mending.files.items()
    ]
    click.echo("".join(outcome.diff for outcome in outcomes), nl=False)
    for problem, place in mending.left:
        reason = f"not mended, as line {place.line} has to be mended by hand first ({place.rule.id})"
        click.echo(problem.line_of(reason), err=True)
    done = Counter(problem.rule.id for problem in mending.done)
    said = ", ".join(f"{number} {rule}" for rule, number in done.most_common()) or "nothing"
    verb = "mended" if write else "to mend"
    click.echo(f"{verb} in {counted(len(outcomes), 'file')}: {said}", err=True)
    if outcomes and not write:
        sys.exit(1)
    return mending.source
