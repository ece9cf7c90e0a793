"""What the preview adds to a page: a bar with the problems, and the script that reloads."""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape, unescape
from pathlib import Path

from publist.page.complete import policy_hash
from publist.patterns import pattern
from publist.preview.attempts import Attempt
from publist.problems import lines

EVENTS = "/-/events"
_HERE = Path(__file__).parent
_POLICY = pattern(
    rb"""<meta\s+http-equiv=["']?Content-Security-Policy["']?\s+content="([^"]*)""", re.IGNORECASE
)
_EMPTY = b'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>publist</title></head><body>'
_MOST = 200  # problems in the page; the terminal has them all


def version(page: bytes, attempt: Attempt) -> str:
    """A name for what is seen, e.g. ``3f2a…``: another one is worth a reload."""
    seen = repr((lines(attempt.said), str(attempt.error or ""))).encode("utf-8", "replace")
    return sha256(page + seen).hexdigest()[:16]


def with_bar(page: bytes, attempt: Attempt, name: str) -> bytes:
    """The page with the bar at its end; a policy of the page's own lets the bar's style and script in."""
    style, script = ((_HERE / f"bar.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    bar = f"<style>{style}</style>\n{_bar(attempt, name)}\n<script>{script}</script>\n".encode()
    page = page or _EMPTY
    if policy := _POLICY.search(page):
        own = unescape(policy[1].decode("utf-8", "surrogateescape"))
        admitting = escape(_admitting(own, style, script)).encode("utf-8", "surrogateescape")
        page = page[: policy.start(1)] + admitting + page[policy.end(1) :]
    end = max(page.rfind(b"</body"), page.rfind(b"</BODY"))
    end = end if end >= 0 else len(page)
    return page[:end] + bar + page[end:]


def _bar(attempt: Attempt, name: str) -> str:
    said, error = attempt.said, attempt.error
    words = [error.report] if error else []
    words += lines(said)
    serious = error is not None or any(problem.rule.severity == "error" for problem in said)
    count = f"{len(words)} problem{'' if len(words) == 1 else 's'}"
    old = "<p>This is the last page that could be made.</p>" if error else ""
    items = "".join(f"<li>{escape(line)}</li>" for line in words[:_MOST])
    fold = f"<details{' open' if serious else ''}><summary>{count}</summary>{old}<ol>{items}</ol></details>"
    look = ' class="error"' if serious else ""
    start = f'<aside id="publist-preview" data-version="{name}" data-events="{EVENTS}"{look}>'
    return f"{start}{fold if words else ''}</aside>"


def _admitting(policy: str, style: str, script: str) -> str:
    """A Content-Security-Policy that lets a style, a script and events from the page's own server in."""
    rules = {name: values for name, *values in map(str.split, policy.split(";")) if name} if policy else {}
    wanted = {"style-src": policy_hash(style), "script-src": policy_hash(script), "connect-src": "'self'"}
    for name, source in wanted.items():
        values = rules.get(name, rules.get("default-src"))
        if values is not None and "'unsafe-inline'" not in values:  # which a hash would switch off
            rules[name] = [value for value in values if value != "'none'"] + [source]
    return "; ".join(" ".join((name, *values)) for name, values in rules.items())
