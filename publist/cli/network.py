"""The options of commands that ask servers, and the client that they ask with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from publist.settings import Config
    from publist.sources import Import, Request
    from publist.web import Client
    from publist.web.probe import Probe

CONTACT = click.option(
    "--contact",
    envvar="PUBLIST_CONTACT",
    default="",
    metavar="EMAIL",
    help="Your address, told to the servers so that they can write to you. [default: owner.email]",
)
OFFLINE = click.option("--offline", is_flag=True, help="Ask no server; say what would be asked.")
# For tests, whose servers are on the same machine.
_LOOPBACK = "PUBLIST_ALLOW_LOOPBACK"


def probe() -> Probe:
    """What tries addresses, with the user's cache folder."""
    from publist.web.cache import AnswerCache, answers_folder
    from publist.web.connection import Connections
    from publist.web.probe import PAUSE, Probe

    loopback = os.environ.get(_LOOPBACK) == "1"
    connections = Connections(loopback=loopback)
    return Probe(AnswerCache(answers_folder()), connections, pause=0.0 if loopback else PAUSE)


def client_of(config: Config, contact: str, *, offline: bool) -> Client:
    """The client with the settings' addresses, the user's keys and their cache folder."""
    from publist.web import Access, Client
    from publist.web.cache import AnswerCache, answers_folder

    addresses = {name: table.url for name, table in config.project.sources.items() if table.url}
    access = Access(
        contact=contact or config.owner.email,
        addresses=addresses,
        environment=os.environ,
        offline=offline,
        loopback=os.environ.get(_LOOPBACK) == "1",
    )
    return Client(access, AnswerCache(answers_folder()))


def source_of(text: str) -> Path | Request:
    """A file or folder, else what a server is asked for.  Raises InputError for what is neither."""
    from publist.sources.servers import request_of

    if Path(text).exists():
        return Path(text)
    return request_of(text) or Path(text)


def with_versions(found: Import) -> Import:
    """What was imported, with preprint and paper of one work related to each other."""
    from publist.update.merge import linked

    return found._replace(entries=linked(found.entries))
