"""The command ``publist check``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from publist.cli.shared import FILES, STRICT, read


@click.command()
@FILES
@click.option("--select", metavar="RULES", help="Only these rules, with commas between them.")
@click.option("--ignore", metavar="RULES", help="All but these rules.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="What to write; github: annotations in a workflow.",
)
@click.option("--explain", metavar="RULE", help="Print what a rule means, and nothing else.")
@STRICT
def check(
    files: tuple[Path, ...],
    select: str | None,
    ignore: str | None,
    form: str,
    explain: str | None,
    *,
    strict: bool,
) -> None:
    """Say what a careful reader of the bibliography would notice.

    Exits with 1 if there is an error, with --strict also if there is a warning.
    """
    from publist import pipeline, settings
    from publist.check import report, rulebook
    from publist.settings.look import options_for

    if explain is not None:
        click.echo(rulebook.explained(explain))
        return
    selected, ignored = rulebook.names(select or ""), rulebook.names(ignore or "")
    config = settings.load(Path())
    source = read(files or config.bibliography, config.project.private)
    found = pipeline.checked(source, options_for({}, config.project).persons)
    problems = rulebook.chosen(found, selected, (*config.project.problems.ignore, *ignored))
    if form == "text":
        click.echo(report.text(problems, source.bibliographies, whole=bool(select)), nl=False)
    else:
        click.echo((report.as_json if form == "json" else report.github)(problems), nl=False)
    fails = {"error", "warning"} if strict else {"error"}
    if any(problem.rule.severity in fails for problem in problems):
        sys.exit(1)
