"""Writes to files: whole or not at all, one run at a time, through symbolic links."""

from publist.files.whole import (
    read,
    update,
    write,
)

__all__ = [
    "read",
    "update",
    "write",
]
