"""Lists inside the documents of other programs: pandoc's and Sphinx's."""
