"""Set the list of every .bib file of a folder by Typst and by LuaLaTeX.

    python -m tests.compile_corpus FOLDER [STYLE]

Prints a line for each file that cannot be set, with the reason, and ends ``N set, N failed`` for each.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from publist import pipeline
from publist.errors import PublistError
from publist.output import pdf
from publist.settings.formats import FormatName
from publist.settings.look import options_for

LOOK = {"group-by": "type", "numbering": "section", "standalone": True}


def typst_refusal(written: bytes) -> str:
    """Why Typst will not set the document, "" if it does."""
    try:
        pdf.document(written.decode("utf-8"))
    except PublistError as error:
        return str(error)
    return ""


def latex_refusal(written: bytes) -> str:
    """The first error of LuaLaTeX, "" without any."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "list.tex").write_bytes(written)
        command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "list.tex"]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    errors = [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.startswith("!")]
    return errors[0] if errors else "" if done.returncode == 0 else f"exit code {done.returncode}"


def main(folder: Path, style: str) -> int:
    """Set all of them; how many failed."""
    checks: dict[FormatName, Callable[[bytes], str]] = {"typst": typst_refusal}
    if shutil.which("lualatex"):
        checks["latex"] = latex_refusal
    failed = dict.fromkeys(checks, 0)
    paths = sorted(folder.glob("*.bib"))
    for path in paths:
        source = pipeline.read([path])
        for format_, refusal in checks.items():
            options = options_for({**LOOK, "style": style, "format": format_})
            if reason := refusal(pipeline.render(source, options).data):
                failed[format_] += 1
                print(f"{path.name}: {format_}: {reason}")
    for format_, count in failed.items():
        print(f"{format_}: {len(paths) - count} set, {count} failed")
    return sum(failed.values())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "apa") > 0)
