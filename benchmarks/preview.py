"""How long a build takes after an edit of one entry, beside the first one: what `publist serve` waits for.

    python -m benchmarks.preview FILE.bib [ENTRIES]

The file's entries are repeated under new keys, 3,000 of them by default.  Processor time, without imports.
"""

from __future__ import annotations

import gc
import re
import sys
import tempfile
import time
from pathlib import Path

from publist import memo, pipeline
from publist.settings.look import options_for

STYLES = ("homepage", "ieee", "apa")


def repeated(text: str, count: int) -> str:
    """So many entries, under new keys where they come again."""
    entries = [one for one in re.split(r"(?m)^(?=@\w+\s*\{[^\s,]+,)", text) if one.startswith("@")]
    rounds = range(-(-count // len(entries)))
    again = (re.sub(r"\{([^\s,]+),", rf"{{\1-{turn},", one, count=1) for turn in rounds for one in entries)
    return "".join(again)


def built(path: Path, style: str) -> float:
    """Seconds to read the file and make its page."""
    start = time.process_time()
    with memo.shelf(memo.SOURCE):
        source = pipeline.read([path])
    with memo.shelf("page"):
        pipeline.render(source, options_for({"style": style, "format": "page"}))
    return time.process_time() - start


def main(file: Path, count: int) -> None:
    """Print a row for each style."""
    text = repeated(file.read_text(encoding="utf-8"), count)
    titles = [match.end() for match in re.finditer(r"(?mi)^\s*title\s*=\s*[{\"]+", text)]
    gc.disable()  # as in a run
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "my.bib")
        for style in STYLES:
            with memo.keeping():
                path.write_text(text, encoding="utf-8")
                first, edits = built(path, style), []
                for turn in range(5):
                    at = titles[len(titles) * (turn + 1) // 6]
                    path.write_text(f"{text[:at]}New {text[at:]}", encoding="utf-8")
                    edits.append(built(path, style))
            edit = sorted(edits)[2]
            print(f"| {style} | {first:.2f} s | {edit:.2f} s | {edit / first:.2f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3000)
