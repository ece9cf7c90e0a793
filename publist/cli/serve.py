"""The command ``publist serve``."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import click

from publist.cli.shared import FILES, QUIET, tell, until_interrupted

_DESKTOP = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")


@click.command()
@FILES
@click.option("--target", metavar="NAME", help="Show this target of publist.toml. [default: the first page]")
@click.option("--port", type=click.IntRange(0, 65535), help="Serve at this port; 0 is any. [default: 8000]")
@click.option("--open/--no-open", "opens", default=True, help="Open the page in the browser.")
@QUIET
@until_interrupted
def serve(files: tuple[Path, ...], *, target: str | None, port: int | None, opens: bool, quiet: bool) -> None:
    """Show the list in a browser, anew whenever something is saved.

    Builds a target of publist.toml, shows it at http://127.0.0.1:8000/, and does so again when the
    bibliography, the style, a template or publist.toml changes.  Problems stand in the page.
    With FILES it shows their publications page and writes nothing.  Ctrl-C ends it.
    """
    from publist.errors import ConfigError
    from publist.preview import attempts
    from publist.preview.serve import followed
    from publist.preview.server import listening

    if files and target:
        raise ConfigError("--target is one of publist.toml: leave out the files")
    if files:
        following = attempts.of_files(files)
    else:
        following = attempts.of_targets(lambda config: [target] if target else attempts.first_page(config))
    server = listening(port)
    for number, attempt in enumerate(followed(following, server)):
        tell(attempt, quiet=quiet)
        if not number:
            server.start()
            click.echo(f"{server.address} (Ctrl-C ends it)", err=True)
            if opens:
                _open(server.address)


def _open(address: str) -> None:
    """Open the browser, where there is a desktop: a browser of the terminal would take it over."""
    import webbrowser

    desktop = sys.platform in ("darwin", "win32") or any(map(os.environ.get, _DESKTOP))
    if desktop:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
