"""The command ``publist cache``."""

from __future__ import annotations

import click

from publist.cli.shared import counted


@click.command()
@click.option("--clear", is_flag=True, help="Remove it.")
def cache(*, clear: bool) -> None:
    """Show where publist keeps what it need not make or ask for again, and how much that is.

    What the last builds have read and written, and answers of servers.  It is bounded, nobody else can
    read it, and nothing is lost with it: the next build or question only takes longer.
    """
    from publist import caches
    from publist.errors import ConfigError

    folder = caches.cache_folder()
    if folder is None:
        raise ConfigError("there is no cache: no home folder is known")
    files = caches.held(folder)
    size = sum(file.size for file in files) / 1e6
    if clear:
        caches.remove(files)
    click.echo(f"{folder}: {counted(len(files), 'file')}, {size:.1f} MB{' removed' if clear else ''}")
