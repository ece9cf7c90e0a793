"""A .bib file that exists: works that come to it, and what has become of those that it has.

``same`` knows which works are one; ``merge`` puts imports into a file; ``proposals`` is what is proposed for
a file, as lines, a patch, JSON or the text of a pull request; ``look`` asks what there is to propose.
"""
