"""CSL 1.0.2: styles, and a processor that formats items in them.

    >>> from publist.csl import Processor, Style
    >>> style = Style.load("ieee")
    >>> entries = Processor(style, [{"id": "a", "type": "book", "title": "On x"}]).bibliography()
"""

from publist.csl.processor import FormattedEntry, Processor
from publist.csl.style import Style

__all__ = ["FormattedEntry", "Processor", "Style"]
