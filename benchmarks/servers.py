"""Asks each server of the table for something that is known to be there: ``python -m benchmarks.servers``.

For maintainers: the tests ask a server on the same machine, whose answers are written by hand.  With names of
servers, only these; with keys in the environment (``ADS_API_TOKEN``, …) also those that want one.
"""

from __future__ import annotations

import os
import sys
import time

from publist.errors import PublistError
from publist.sources import imported
from publist.sources.servers import SERVERS, request_of
from publist.web import Access, Client

_ASKED = {
    "orcid": "orcid:0000-0002-1825-0097",
    "dblp": "dblp:k/DonaldEKnuth",
    "doi": "doi:10.1038/nature14539",
    "arxiv": "arxiv:1706.03762",
    "inspire": "inspire:451647",
    "openalex": "openalex:W2741809807",
    "zotero": "zotero:475425/9KH9TNSJ",
    "ads": "ads:2019ApJ...875L...1E",
    "pubmed": "pubmed:31452104",
}


def main() -> None:
    """Print a line for each server: how many works, how long it took, and the first entry."""
    client = Client(Access(contact=os.environ.get("PUBLIST_CONTACT", ""), environment=os.environ))
    for name in sys.argv[1:] or SERVERS:
        begun = time.monotonic()
        request = request_of(_ASKED[name])
        assert request is not None
        try:
            found = imported([request], client)
        except PublistError as error:
            print(f"{name}: FAILED: {error}")
            continue
        print(
            f"{name}: {found.works} works in {time.monotonic() - begun:.1f} s, {len(found.problems)} problems"
        )
        print(found.text.partition("\n\n")[0])


if __name__ == "__main__":
    main()
