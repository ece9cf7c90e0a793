"""What one check found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was compared: it passed if ``got`` equals ``want``."""

    name: str
    want: str
    got: str

    @property
    def passed(self) -> bool:
        return self.want == self.got
