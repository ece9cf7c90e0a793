"""What a publication should have and has not: one module for each group of rules.

Every list asks for what is missing; the rules of ``publist check`` are imported when they are asked for.
"""

from typing import TYPE_CHECKING, Any

from publist.check.required import missing

if TYPE_CHECKING:
    from publist.check.run import findings, ignoring

__all__ = ["findings", "ignoring", "missing"]


def __getattr__(name: str) -> Any:
    """The functions of ``run``, which takes its time to import (PEP 562)."""
    if name not in ("findings", "ignoring"):
        raise AttributeError(name)
    from publist.check import run

    return getattr(run, name)
