"""CSL 1.0.2: styles, and a processor that formats items in them.

>>> from publist.csl import Processor, Style
>>> style = Style.load("ieee")
>>> processor = Processor(style, [{"id": "a", "type": "book", "title": "On x"}])
>>> entries = processor.bibliography()
>>> texts = processor.cite([Citation((Cite("a", locator="12"),))])
"""

from publist.csl.citation import Citation, Cite
from publist.csl.processor import FormattedEntry, Processor
from publist.csl.style import Style

__all__ = ["Citation", "Cite", "FormattedEntry", "Processor", "Style"]
