"""Where else the owner of a list is found: ORCID, Google Scholar, GitHub and others."""

from __future__ import annotations

from publist.identifiers import Identifier
from publist.records import NamedTuple
from publist.settings.project import Owner
from publist.url import safe_url


class Profile(NamedTuple):
    """A link of the owner's, e.g. ``Profile("ORCID", "https://orcid.org/0000-0002-1825-0097")``."""

    label: str
    url: str


# What a bare name of the owner's at a site is, e.g. github = "octocat"; other keys are labels themselves.
_SITES = {
    "email": ("E-mail", "mailto:{}"),
    "orcid": ("ORCID", "https://orcid.org/{}"),
    "scholar": ("Google Scholar", "https://scholar.google.com/citations?user={}"),
    "dblp": ("DBLP", "https://dblp.org/pid/{}.html"),
    "github": ("GitHub", "https://github.com/{}"),
    "gitlab": ("GitLab", "https://gitlab.com/{}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/in/{}"),
    "openreview": ("OpenReview", "https://openreview.net/profile?id={}"),
    "semanticscholar": ("Semantic Scholar", "https://www.semanticscholar.org/author/{}"),
    "researchgate": ("ResearchGate", "https://www.researchgate.net/profile/{}"),
    "arxiv": ("arXiv", "https://arxiv.org/a/{}"),
    "inspire": ("INSPIRE", "https://inspirehep.net/authors/{}"),
    "bluesky": ("Bluesky", "https://bsky.app/profile/{}"),
}


def profiles(owner: Owner) -> list[Profile]:
    """The owner's home page, ORCID and other links, in the order of ``publist.toml``."""
    orcid = Identifier.parse("orcid", owner.orcid) if owner.orcid else None
    given = {owner.name: owner.url, "orcid": orcid.url if orcid else "", **owner.links}
    made = [_profile(name, value) for name, value in given.items() if value]
    return [profile for profile in made if profile.url]


def _profile(name: str, value: str) -> Profile:
    label, address = _SITES.get(name.lower(), (name, "{}"))
    whole = "://" in value or value.startswith("mailto:")
    return Profile(label, safe_url(value if whole else address.format(value)) or "")
