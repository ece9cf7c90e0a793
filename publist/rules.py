"""The table of rules: everything that publist can find wrong with what it reads.

``python -m publist.rules > docs/reference/rules.md`` writes the page of the documentation.
"""

from __future__ import annotations

import sys
from itertools import groupby

from publist.problems import Rule

# fmt: off
_FILES = "Files and entries"
NO_ENTRIES = Rule("no-entries", "info", _FILES,
    "A file has no entries, or none that can be read, while another one has. If no file has any, that is an"
    " error: nothing is written, so that no page is emptied.", "Nothing, if the file is to be filled later.")
ENCODING = Rule("encoding", "warning", _FILES,
    "Some bytes are not UTF-8. They are read as Windows-1252.", "Save the file as UTF-8.")
REFUSED_ENTRY = Rule("refused-entry", "error", _FILES,
    "The entry has neither key nor fields that could be read, or does not begin as `@type{key,`."
    " It is not listed.", "Correct it.")
UNBALANCED_BRACES = Rule("unbalanced-braces", "warning", _FILES,
    "A brace is missing or one too many. The value, or the entry, ends before the next field or entry.",
    "Close what is open, or remove the brace.")
MISSING_COMMA = Rule("missing-comma", "warning", _FILES,
    "A comma is missing. Both fields are read; the line is that of the value before the missing comma.",
    "Add the comma.")
EXTRA_COMMA = Rule("extra-comma", "warning", _FILES, "Two commas in a row. One is skipped.", "Remove one.")
MISSING_EQUALS = Rule("missing-equals", "warning", _FILES,
    "No `=` between a field and its value. The value is read as it is meant.", "Add the `=`.")
BARE_TEXT = Rule("bare-text", "warning", _FILES,
    "A value of several words has no delimiters. It is read as it is meant.", "Put the value in braces.")
INNER_QUOTES = Rule("inner-quotes", "warning", _FILES,
    "A value in quotes holds quotes, the first of which ends it for BibTeX. It is read as it is meant.",
    "Put the value in braces.")
ESCAPED_DELIMITER = Rule("escaped-delimiter", "info", _FILES,
    "A backslash before a brace or quote that ends a value. It is read as it is meant; BibTeX counts it.",
    "Put the brace or quote in braces.")
JUNK_AFTER_VALUE = Rule("junk-after-value", "warning", _FILES,
    "Text between a value and the next comma. It is not read; the message quotes it.",
    "Move it into the value, or remove it.")
LOST_TEXT = Rule("lost-text", "warning", _FILES,
    "Text that is no field, or a field outside any entry. It is not read; the message quotes it.",
    "Write it as `name = {value}`; check the braces above.")
FIELD_NAME = Rule("field-name", "warning", _FILES,
    "The name of a field has blanks. It is read as it stands.", "Join the words.")
MISSING_KEY = Rule("missing-key", "warning", _FILES,
    "The entry has no key. It gets one from its type and line.", "Add a key behind the opening brace.")
KEY_WITH_BLANKS = Rule("key-with-blanks", "info", _FILES,
    "A key has blanks, which BibTeX does not take. It is read as it stands.", "Join the words.")
DUPLICATE_KEY = Rule("duplicate-key", "warning", _FILES,
    "Two entries have one key or id. Both are listed, the second as `key-2`.", "Rename one of the two.")
DUPLICATE_FIELD = Rule("duplicate-field", "warning", _FILES,
    "A field is given twice. The first is used.", "Remove one.")
EMPTY_VALUE = Rule("empty-value", "info", _FILES,
    "Nothing stands behind the `=` of a field, not even empty braces. It is read as empty.",
    "Fill it, or remove it.")
EMPTY_ENTRY = Rule("empty-entry", "warning", _FILES,
    "An entry has a key and no fields. It is read as it stands.", "Fill it, or remove it.")
DOUBLED_AT = Rule("doubled-at", "info", _FILES, "`@@` before an entry. It is read.", "Remove one.")
UNDEFINED_MACRO = Rule("undefined-macro", "warning", _FILES,
    "A string macro is not defined. Its name is the value.", "Define it with `@string`, or write `{value}`.")
BROKEN_STRING = Rule("broken-string", "warning", _FILES,
    "An `@string` is not `name = {value}`. The definition is left out.", "Correct it.")
COMMENTED_ENTRY = Rule("commented-entry", "info", _FILES,
    "An entry is commented out, by `%` or inside `@comment`. It is not read.", "Take it out to list it.")
COMMENTED_FIELD = Rule("commented-field", "info", _FILES,
    "A field is commented out by `%`. It is not read.", "Nothing, if that is meant.")
COMMENT_IN_VALUE = Rule("comment-in-value", "info", _FILES,
    "A line inside a value begins with `%`. It is not read.", "Write `\\%` for a percent sign.")
MISSING_PARENT = Rule("missing-parent", "warning", _FILES,
    "A `crossref` or `xdata` names an entry that is not in the file. Nothing is inherited from there.",
    "Add the entry, or correct the key.")
CROSSREF_CYCLE = Rule("crossref-cycle", "warning", _FILES,
    "A `crossref` or `xdata` leads back to its own entry. Nothing is inherited from there.", "Remove it.")

_VALUES = "Types and values"
UNKNOWN_TYPE = Rule("unknown-type", "warning", _VALUES,
    "The type of the entry is not known. It is read as `@misc`; in CSL-JSON, styles treat it as none.",
    "Use a [known type](fields.md).")
DATE = Rule("date", "warning", _VALUES,
    "A date, or a part of it, cannot be: month 13, 30 February, `04/05/2020`, a year of five digits. The"
    " part is left out, or the text stands for the date.",
    "Write a year of four digits, `jan` to `dec` or 1 to 12, and 1 to 31; or a date as 2024-01-31.")
UNKNOWN_COMMAND = Rule("unknown-command", "info", _VALUES,
    "A TeX command is not known. Its argument is kept.", "Write the value without it.")
MATH = Rule("math", "info", _VALUES,
    "A formula has no form on one line. It stays as TeX.", "Nothing, or write it in words.")
TOO_COMPLEX = Rule("too-complex", "warning", _VALUES,
    "A value is longer than 200,000 characters or has more than 40 braces inside one another."
    " Its TeX is dropped.", "Shorten it.")
UNSAFE_LINK = Rule("unsafe-link", "warning", _VALUES,
    "A link is no web address, such as `javascript:`. It is left out.", "Use `http` or `https`.")
DOI = Rule("doi", "warning", _VALUES,
    "The field `doi` holds something else than a DOI, which would lead nowhere. It is left out.",
    "Write the DOI alone, e.g. `10.1000/xyz`, or move the text to `note`.")
NOT_IN_BIBTEX = Rule("not-in-bibtex", "info", _VALUES,
    "BibTeX has no field for a variable of the item, or cannot hold its value, whose braces do not match."
    " It is left out of the `.bib` file.", "Close each brace, or nothing.")
NOT_AN_ITEM = Rule("not-an-item", "error", _VALUES,
    "A value in a CSL-JSON file is no object. It is not read.", "Write `{\"id\": …, \"type\": …}`.")
BAD_VARIABLE = Rule("bad-variable", "error", _VALUES,
    "A CSL-JSON item has a variable of the wrong form. The item is not listed.",
    "Write it as CSL-JSON does.")
UNREAD_VARIABLE = Rule("unread-variable", "warning", _VALUES,
    "A variable of a CSL-JSON item holds nothing that can be read. It is left out.",
    "Write it as CSL-JSON does, or leave it out.")
MISSING_ID = Rule("missing-id", "warning", _VALUES,
    "A CSL-JSON item has no id. It gets one from its place in the file.", "Add an id.")

MISSING_TITLE = Rule("missing-title", "warning", _VALUES, "An entry has no title.", "Add one.")
MISSING_AUTHOR = Rule("missing-author", "warning", _VALUES,
    "An entry has no author, and no editor or other person either. Nothing is said of types that need none,"
    " such as `@proceedings`, `@manual` and `@online`.", "Add `author`.")
MISSING_YEAR = Rule("missing-year", "warning", _VALUES,
    "An entry has neither `year` nor `date`, and no state such as \"in press\". It stands under \"No date\".",
    "Add `year`, or `pubstate`.")
MISSING_VENUE = Rule("missing-venue", "warning", _VALUES,
    "An article has no journal, a paper or chapter no book, a thesis no school, a report no institution, and"
    " it is no preprint.", "Add the field that the message names, or use the type that fits.")
MISSPELT_FIELD = Rule("misspelt-field", "warning", _VALUES,
    "A field that nobody knows is one letter away from a known one that the entry lacks (`auhtor`)."
    " It is not read.", "Correct its name. If it is meant so, `[problems]` may ignore the rule.")

HTML_ENTITY = Rule("html-entity", "warning", _VALUES,
    "A text or a name holds an HTML entity such as `&amp;`.", "Write the sign itself, or TeX.")
UNESCAPED_SIGN = Rule("unescaped-sign", "warning", _VALUES,
    "A text holds a bare `&` or `%`. publist reads it; LaTeX stops at it, or drops what follows.",
    "Write `\\&` or `\\%`.")
ET_AL_AUTHOR = Rule("et-al-author", "warning", _VALUES,
    "`et al.` stands among the names of an entry, as if it were a person.",
    "Write all names, or `and others`.")
CAPITALS = Rule("capitals", "info", _VALUES, "A title is in capitals throughout.",
    "Write it as on the paper.")
TITLE_FULL_STOP = Rule("title-full-stop", "warning", _VALUES,
    "A full stop ends a title, and many styles put their own behind it. publist prints one.", "Remove it.")
MOJIBAKE = Rule("mojibake", "warning", _VALUES,
    "A text in one encoding was read as another: `MÃ¼ller`.", "Write it anew; the message may have it.")
DOUBLED_BLANKS = Rule("doubled-blanks", "info", _VALUES,
    "Several blanks in a row within a line. They are printed as one.", "Write one.")
UNPROTECTED_NAME = Rule("unprotected-name", "info", _VALUES,
    "An acronym or a name in a title has no braces. publist knows it; BibTeX's styles lower it.",
    "Write `{DNA}`, with braces around the word.")
PAGE_HYPHEN = Rule("page-hyphen", "info", _VALUES,
    "One hyphen stands between pages. publist prints a dash.", "Write `12--34`.")
MONTH_WORD = Rule("month-word", "info", _VALUES,
    "The name of a month stands in braces or quotes. publist reads it; other styles print it as it stands, in"
    " whatever language they are.", "Write `month = jan`, without braces.")
PAGE_ORDER = Rule("page-order", "warning", _VALUES,
    "The last page stands before the first.", "Correct one of the two.")
IMPLAUSIBLE_YEAR = Rule("implausible-year", "warning", _VALUES,
    "The year is before 1450, or more than two years ahead.", "Correct it.")
YEAR_AGAINST_DATE = Rule("year-against-date", "warning", _VALUES,
    "`year` and `date` name two years.", "Correct one of the two.")
YEAR_AGAINST_VENUE = Rule("year-against-venue", "warning", _VALUES,
    "The acronym of the venue names a later year than the entry (`ICML'24`, 2023), or one two years earlier"
    " or more.", "See which of the two is right.")
ARTICLE_WITH_BOOKTITLE = Rule("article-with-booktitle", "warning", _VALUES,
    "An `@article` has a `booktitle` and no `journal`.", "Make it `@inproceedings`, or rename the field.")
PAPER_WITH_JOURNAL = Rule("paper-with-journal", "warning", _VALUES,
    "An `@inproceedings` has a `journal` and no `booktitle`. BibTeX's styles print no venue.",
    "Make it `@article`, or rename the field.")
MISC_WITH_VENUE = Rule("misc-with-venue", "info", _VALUES,
    "A `@misc` or `@unpublished` has a `journal` or `booktitle` that is no server of preprints.",
    "Make it `@article` or `@inproceedings`.")
MISC_WITH_MEETING = Rule("misc-with-meeting", "info", _VALUES,
    "The note or `howpublished` of a `@misc` names a meeting by its short form, such as `NeurIPS 2023`.",
    "Make it `@inproceedings` with `booktitle`, if it is a paper.")
NO_EPRINT = Rule("no-eprint", "info", _VALUES,
    "A number of arXiv's stands in a text, such as `howpublished`. publist reads it; other programs do not.",
    "Write `eprint` and `archiveprefix`.")
ARXIV_FORM = Rule("arxiv-form", "warning", _VALUES,
    "An `eprint` of arXiv's is no number of arXiv's.", "Write it like `2401.01234` or `hep-th/9901001`.")
ISBN = Rule("isbn", "warning", _VALUES, "An ISBN has a wrong form or a wrong last digit.", "Look it up.")
ISSN = Rule("issn", "warning", _VALUES, "An ISSN has a wrong form or a wrong last digit.", "Look it up.")
DOI_FORM = Rule("doi-form", "info", _VALUES,
    "An address or `doi:` stands before a DOI in `doi`. publist reads it; other styles put their own there.",
    "Write the DOI alone, e.g. `10.1000/xyz`.")
DOI_AS_URL = Rule("doi-as-url", "info", _VALUES,
    "A DOI stands in `url` alone. publist links it; other programs print a long address.",
    "Write `doi = {10.1000/xyz}` instead.")
DOI_IN_NOTE = Rule("doi-in-note", "warning", _VALUES,
    "A DOI stands in `note` or `howpublished` alone.", "Write `doi = {10.1000/xyz}` instead.")
TRACKING = Rule("tracking", "warning", _VALUES,
    "An address has a parameter that only says where a reader came from, such as `utm_source`.",
    "Remove it.")
DOUBLED_LINK = Rule("doubled-link", "info", _VALUES,
    "`url` is only the address of the `doi` or of the arXiv number that the entry has as well. publist shows"
    " one link; other styles print both.", "Remove `url`.")
INSECURE_LINK = Rule("insecure-link", "info", _VALUES,
    "`http` leads to a site to which another link leads by `https`.", "Write `https`.")
MIXED_LINKS = Rule("mixed-links", "info", _VALUES,
    "Links to arXiv lead to pages (`abs`) in some entries and to files (`pdf`) in others.",
    "Choose one form.")
NO_ADDRESS = Rule("no-address", "warning", _VALUES,
    "The field `url` has a text that is no address.", "Correct it, or move the text to `note`.")
DEAD_LINK = Rule("dead-link", "warning", _VALUES,
    "`publist check --online`: a link or a DOI leads nowhere; its server answers 404 or 410.",
    "Correct it, or remove it.")
UNCHECKED_LINK = Rule("unchecked-link", "info", _VALUES,
    "`publist check --online`: a link could not be tried: a server refuses programs, fails or is not there.",
    "Try it in a browser.")
UNKNOWN_RULE = Rule("unknown-rule", "warning", _VALUES,
    "A comment `% publist: ignore RULE` names no rule.", "Correct the name.")

_PEOPLE = "People"
NAME_SEPARATOR = Rule("name-separator", "warning", _PEOPLE,
    "Names are separated by `;`, `&` or commas. They are read as they are meant.",
    "Write `and` between names.")
NAME_ORDER = Rule("name-order", "warning", _PEOPLE,
    "Surnames stand first without a comma, as PubMed writes them (`Doe RQ`). They are read as meant.",
    "Write `Doe, R. Q.`.")
NAME_ASIDE = Rule("name-aside", "info", _PEOPLE,
    "Something stands in parentheses behind a name, such as an affiliation. It is left out.",
    "Write the name alone.")
EMPTY_NAME = Rule("empty-name", "warning", _PEOPLE,
    "An `and` without a name beside it, or a name that is only signs. It is left out.", "Remove it.")
BRACED_LIST = Rule("braced-list", "warning", _PEOPLE,
    "Braces around all names make them one name. They are read as several.", "Remove the inner pair.")
ORCID = Rule("orcid", "warning", _PEOPLE,
    "An ORCID has a wrong form, and is left out, or a wrong last digit.", "Write four groups of four digits.")
NO_SUCH_NAME = Rule("no-such-name", "warning", _PEOPLE,
    "A field such as `equal` or `author+an` names a position or a person that the entry does not have."
    " That part is left out.", "Give positions from 1, or names as the entry has them.")
UNKNOWN_MARK = Rule("unknown-mark", "info", _PEOPLE,
    "Nobody says what a mark beside a name means. The mark stays, without a line in the legend.",
    "Add `[roles.NAME]` with `sign` to `publist.toml`, or `annotation` to the entry.")
UNKNOWN_ROLE = Rule("unknown-role", "info", _PEOPLE,
    "A role is not known. It is not shown.", "Add `[roles.NAME]` to `publist.toml`.")
OWNER_MISSING = Rule("owner-missing", "warning", _PEOPLE,
    "No name in an entry is set off, though most entries have one; or no entry at all has one.",
    "See whether somebody is missing or misspelt.")
OWNER_RARE = Rule("owner-rare", "info", _PEOPLE,
    "At most a quarter of the entries have a name that is set off. The others are not named one by one.",
    "Nothing, if the file is a group's. Select the owner's works with `--select`.")
OWNER_TWICE = Rule("owner-twice", "warning", _PEOPLE,
    "Two names in an entry match one person.", "Give the full name.")
OWNER_AMBIGUOUS = Rule("owner-ambiguous", "warning", _PEOPLE,
    "A name is taken for a person, but the bibliography knows others whom it fits.",
    "Write the name in full, or say who it is: `author+an = {1=highlight}`.")
PERSON_AMBIGUOUS = Rule("person-ambiguous", "warning", _PEOPLE,
    "A name fits several people of `publist.toml` equally well. The first is taken.",
    "Write the name in full, or give the ORCID: `author+an:orcid = {1={0000-…}}`.")

NAME_SPELLINGS = Rule("name-spellings", "warning", _PEOPLE,
    "One person seems to be spelled in two ways in different entries: with and without an accent or a hyphen,"
    " or with one letter wrong.", "Write one form, if it is one person.")
OUTSIDE_YEARS = Rule("outside-years", "info", _PEOPLE,
    "A work is of a year before `from` or after `to` of one of its authors, as `[[people]]` has them.",
    "See whether the year or the person is right.")

_LISTS = "Lists"
EMPTY_CITATION = Rule("empty-citation", "warning", _LISTS,
    "The style prints nothing of an entry. It is listed by its title.", "Add what it lacks.")
SELECT_UNKNOWN_NAME = Rule("select-unknown-name", "warning", _LISTS,
    "No entry has a name that `--select` or `--exclude` asks for.", "See whether it is misspelt.")
FUNDER_FORM = Rule("funder-form", "warning", _LISTS,
    "A list for a funder lacks what the bibliography does not tell: whose list it is, who stands behind"
    " `and others`, which works are the most important.", "Say it, as the message asks.")
SHARED_IDENTIFIER = Rule("shared-identifier", "warning", _LISTS,
    "Two entries have one DOI or arXiv number, but different titles. They stay apart.",
    "Correct one of them.")
PERHAPS_VERSION = Rule("perhaps-version", "info", _LISTS,
    "Two entries look like versions of one work. They stay apart.",
    "If they are, add `related` and `relatedtype = {version}`.")
DUPLICATE_WORK = Rule("duplicate-work", "warning", _LISTS,
    "Two entries are one work: the same title with the same DOI, or with the same first author, year, type,"
    " venue and pages.", "Remove one of the two.")
SIMILAR_TITLE = Rule("similar-title", "info", _LISTS,
    "Two entries of one first author have nearly the same title.",
    "Write one title, or add `related` and `relatedtype = {version}`.")
CUT_VENUE = Rule("cut-venue", "warning", _LISTS,
    "The name of a journal or a meeting is cut short.", "Write it in full.")
VENUE_NAMES = Rule("venue-names", "warning", _LISTS,
    "A journal is written in several ways. The message has the form that most entries have.",
    "Write one form everywhere.")
MEETING_NAMES = Rule("meeting-names", "info", _LISTS,
    "One short form, such as `(ICLR)`, stands behind different names of meetings. The message has the one of"
    " most entries.", "Write one name everywhere, if it is one meeting.")
OLD_PREPRINT = Rule("old-preprint", "info", _LISTS,
    "A preprint of the year before last or earlier has no entry of the same title that is published.",
    "See whether it has been published.")
KEY_PATTERN = Rule("key-pattern", "info", _LISTS,
    "Four of five keys of a file have one pattern, and some have another.", "Nothing, or rename it.")
ACCEPTED = Rule("accepted", "warning", _LISTS,
    "The field `accepted` is no month. There is no news of the entry.", "Write it like `2024-01`.")
CHANGED = Rule("changed", "info", _LISTS,
    "`publist diff`: what has changed in an entry since the revision.", "Nothing.")
MISSING_LETTERS = Rule("missing-letters", "warning", _LISTS,
    "No font of the machine has some letters. The PDF shows a box for each.",
    'Install a font that has them, and name it if another is to be first: `fonts = ["Noto Serif CJK SC"]`.')
STALE_PAGE = Rule("stale-page", "warning", _LISTS,
    "A page of an earlier build belongs to no listed publication. It is left where it is.", "Delete it.")

_PAGES = "Adopted pages"
UNPLACED = Rule("unplaced", "warning", _PAGES,
    "`publist adopt` or `publist import` found no field for words of an item. The message quotes them.",
    "Add them to the entry by hand, if they matter.")
NOT_ADOPTED = Rule("not-adopted", "info", _PAGES,
    "A line between works belongs to none of them, or news that are taken apart. It is left out.",
    "Add an entry by hand, if it is a work.")
PASSED_OVER = Rule("passed-over", "info", _PAGES,
    "A heading of the page stands above no publications: news, talks, teaching.", "Nothing.")
NOT_IN_LIST = Rule("not-in-list", "warning", _PAGES,
    "The page's news announce a paper that its list does not have.", "Add an entry by hand.")
NOT_IN_BIBLIOGRAPHY = Rule("not-in-bibliography", "warning", _PAGES,
    "`publist check --page`: the page lists a work, or its news announce a paper, that no entry has.",
    "Add an entry.")
NOT_ON_PAGE = Rule("not-on-page", "warning", _PAGES,
    "`publist check --page`: an entry is not on the page, neither by its title nor by a link.",
    "Make the page anew, or hide the entry.")
PAGE_LINK = Rule("page-link", "info", _PAGES,
    "`publist check --page`: a work of the page has a link that its entry does not have.",
    "Add it to the entry, or correct the page.")
NO_AUTHORS = Rule("no-authors", "info", _PAGES, "No authors were found in an item.", "Add them by hand.")
NO_YEAR = Rule("no-year", "warning", _PAGES,
    "Neither an item nor the heading above it has a year.", "Add the year by hand.")
YEAR_AGAINST_HEADING = Rule("year-against-heading", "warning", _PAGES,
    "An item has another year than the heading above it. That of the item is written.",
    "See which of the two is right.")
AUTHOR_TWICE = Rule("author-twice", "warning", _PAGES,
    "A name stands twice among the authors or editors of a work. Both are written.", "See who is meant.")
AUTHOR_LINK = Rule("author-link", "info", _PAGES,
    "An author's name on the page is a link. BibTeX has no field for it.",
    "Write it into [`[[people]]`](config.md) of `publist.toml`.")
SPELT_OUT = Rule("spelt-out", "info", _PAGES,
    "Initials are written in full, as the page's text has the name once.", "Nothing, if it is that person.")
SAME_LINK = Rule("same-link", "warning", _PAGES,
    "Two works of different titles have one link. Both are written.", "Correct the one that is wrong.")
SAME_TITLE = Rule("same-title", "info", _PAGES,
    "Two works have one title. Both are written.",
    "If they are versions, add `related` and `relatedtype = {version}`; if they are one work, remove one.")
LABEL_AGAINST_ADDRESS = Rule("label-against-address", "warning", _PAGES,
    "A link's label names another identifier than its address. That of the address is written.",
    "See which of the two is right.")

_IMPORTS = "Imports"
KEPT_FIELD = Rule("kept-field", "info", _IMPORTS,
    "A field of the source has none in BibTeX. It is kept under the source's own name.",
    "Nothing, or remove it.")
NOT_IMPORTED = Rule("not-imported", "warning", _IMPORTS,
    "A line of the source belongs to no work, or a file of a folder holds none. It is left out.",
    "Add an entry by hand, if it is a work.")
NO_TITLE = Rule("no-title", "warning", _IMPORTS, "A work of the source has no title.", "Add it by hand.")
UNDATED = Rule("undated", "info", _IMPORTS, "The source has no year for a work.", "Add the year by hand.")
NOT_WELL_FORMED = Rule("not-well-formed", "warning", _IMPORTS,
    "XML or a page's front matter is broken. It is read as far as it can be.",
    "Compare what comes behind that line.")

_UPDATES = "Keeping current"
DIFFERS = Rule("differs", "info", _UPDATES,
    "A source that works are imported from says something else of a work that the file has, or has an"
    " identifier that the file lacks. The file stays as it is.",
    "See which is right: `publist import --diff` shows the patch, `--write` applies it.")
VERSION_ADDED = Rule("version-added", "info", _UPDATES,
    "An imported work is another version of one that the file has, such as the paper of a preprint. It is"
    " added with `related` and `relatedtype`.", "Nothing, or remove the older one.")

PUBLISHED_VERSION = Rule("published-version", "info", _UPDATES,
    "A preprint is published, as arXiv, Crossref, OpenAlex or DBLP say. `publist update` turns its entry into"
    " that of the paper; where the file has the paper, the two are related.",
    "Read the patch, and write it. What has a score is not in it: `--least` takes it in.")
MISSING_DOI = Rule("missing-doi", "info", _UPDATES,
    "A work without a DOI has one: a list of its owner says so, or a search found it, with the score of the"
    " titles.", "See whether it is the work; `--least` takes what a search found into the patch.")
DOI_OF_ANOTHER = Rule("doi-of-another", "warning", _UPDATES,
    "The DOI of an entry leads to a work of another title.", "Correct the DOI.")
NEW_WORK = Rule("new-work", "info", _UPDATES,
    "The list of its owner has a work that the file lacks.", "Read the patch, and write it.")
RETRACTED = Rule("retracted", "warning", _UPDATES,
    "A work of the file is retracted, as Crossref says. The patch marks it.", "Write the patch.")
CORRECTED = Rule("corrected", "info", _UPDATES,
    "There is a correction, or another notice, to a work of the file. The patch adds a link to it.",
    "Write the patch.")
NOT_ASKED = Rule("not-asked", "warning", _UPDATES,
    "A server does not answer, or not as it should. What it knows is not among the proposals.",
    "Run it again later.")

_STYLES = "Styles"
SCHEMA = Rule("schema", "error", _STYLES,
    "A style does not follow the schema of CSL 1.0.2.", "Correct the line.")
STYLE = Rule("style", "error", _STYLES,
    "A style cannot be evaluated, for instance because a macro is missing or calls itself.",
    "Correct the line.")
CSL_M = Rule("csl-m", "warning", _STYLES,
    "A style is CSL-M (Juris-M), an extension of CSL. What is not CSL in it is passed over.",
    "Nothing, or choose a style of CSL 1.0.")
# fmt: on

RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
"""All rules, in the order of the documentation."""

BY_ID = {rule.id: rule for rule in RULES}
"""The rules by name, e.g. ``BY_ID["date"]``."""


def is_rule(name: str) -> bool:
    """Whether there is a rule of this name, here or in an installed package."""
    if name not in BY_ID:
        from publist import plugins

        for found in plugins.load("rules").values():
            BY_ID.update({rule.id: rule for rule in found})
    return name in BY_ID


_HEAD = """\
# Rules

What publist finds wrong with its input. A message ends with the name of its rule, in brackets:

```text
my.bib:12: warning: no comma after the value of title; add one [missing-comma]
```

An *error* means that something was not read, a *warning* that the reader had to guess or that something is
likely to look wrong, and an *info* is only worth knowing. With `--strict` an error or a warning makes the
exit code 1. The names of rules do not change.

This page is made from the table in `publist/rules.py`: `python -m publist.rules > docs/reference/rules.md`.
"""


def page() -> str:
    """The page of the documentation, in Markdown."""
    lines = [_HEAD]
    for group, rules in groupby(RULES, lambda rule: rule.group):
        lines += [f"## {group}\n", "| rule | severity | what it means | what to do |", "|---|---|---|---|"]
        lines += [f"| `{rule.id}` | {rule.severity} | {rule.meaning} | {rule.advice} |" for rule in rules]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
