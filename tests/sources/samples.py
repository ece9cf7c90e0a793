"""Small files of each source, typed by hand after its specification: one paper of Jane Doe's."""

from __future__ import annotations

RIS = """\
TY  - JOUR
AU  - Doe, Jane
AU  - Roe, John Q
TI  - Quiet whales
JO  - Journal of Whales
PY  - 2024/03/05/
VL  - 12
IS  - 3
SP  - 21
EP  - 29
SN  - 1234-5679
SN  - 2345-6780
DO  - https://doi.org/10.1000/whales
AN  - W:1
ER  -
"""
NBIB = """\

PMID- 12345678
OWN - NLM
DP  - 2024 Mar 5
TI  - [Quiet
      whales].
FAU - Doe, Jane
AU  - Doe J
FAU - Roe, John Q
AU  - Roe JQ
PT  - Journal Article
TA  - J Whales
JT  - Journal of Whales
VI  - 12
LID - 10.1000/whales [doi]
"""
ENW = """\
%0 Journal Article
%A Doe, Jane
%A Roe, John Q
%T Quiet whales
%J Journal of Whales
%V 12
%D 2024
%R 10.1000/whales
"""
ENDNOTE = """\
<?xml version="1.0" encoding="UTF-8"?><xml><records><record><ref-type name="Journal Article">17</ref-type>
<contributors><authors>
<author><style face="normal">Doe, Jane</style></author><author>Roe, John Q</author></authors>
</contributors><titles><title><style>Quiet </style><style face="italic">whales</style></title>
<secondary-title>Journal of Whales</secondary-title></titles><volume>12</volume>
<dates>
<year>2024</year><pub-dates><date>March 5</date></pub-dates></dates>
<electronic-resource-num>10.1000/whales</electronic-resource-num></record></records></xml>
"""
ENDNOTE_7 = """\
<XML><RECORDS><RECORD><REFERENCE_TYPE>0</REFERENCE_TYPE><AUTHORS><AUTHOR>Doe, Jane</AUTHOR>
<AUTHOR>Roe, John</AUTHOR></AUTHORS><YEAR>2024</YEAR><TITLE>Quiet whales</TITLE>
<SECONDARY_TITLE>Journal of Whales & Seals</SECONDARY_TITLE><VOLUME>12</VOLUME></RECORD></RECORDS></XML>
"""
CSL_JSON = """\
[{"id": "http://zotero.org/1", "type": "article-journal", "title": "Quiet whales",
  "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "John Q"}],
  "container-title": "Journal of Whales", "volume": 12, "issued": {"date-parts": [[2024, 3]]},
  "DOI": "10.1000/whales"}]
"""
CSL_YAML = """\
---
references:
- id: doe2024
  type: article-journal
  title: Quiet *whales*
  author:
  - family: Doe
    given: Jane
  - family: Roe
    given: No
  container-title: Journal of Whales
  volume: '12'
  issued:
  - year: 2024
    month: 3
  DOI: 10.1000/whales
---
"""
CROSSREF = """\
{"status": "ok", "message": {"DOI": "10.1000/whales", "type": "journal-article", "title": ["Quiet whales"],
  "author": [{"given": "Jane", "family": "Doe", "sequence": "first", "affiliation": []},
             {"given": "John Q", "family": "Roe"}],
  "container-title": ["Journal of Whales"], "volume": "12", "is-referenced-by-count": 3,
  "published": {"date-parts": [[2024, 3, 5]]}, "URL": "http://dx.doi.org/10.1000/whales"}}
"""
OPENALEX = """\
{"meta": {"count": 1}, "results": [{"id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/whales",
  "title": "Quiet whales", "publication_year": 2024, "publication_date": "2024-01-01", "type": "article",
  "authorships": [{"author": {"display_name": "Jane Doe"}}, {"author": {"display_name": "John Q. Roe"}}],
  "primary_location":
   {"source": {"display_name": "Journal of Whales", "type": "journal"}},
  "biblio": {"volume": "12", "first_page": "21", "last_page": "29"},
  "abstract_inverted_index": {"Whales": [0], "are": [1], "quiet.": [2]}}]}
"""
ORCID = """\
{"group": [{"external-ids": {"external-id": []}, "work-summary": [
  {"display-index": "0", "title": {"title": {"value": "Quiet whale"}}, "type": "journal-article"},
  {"display-index": "1", "title": {"title": {"value": "Quiet whales"}}, "type": "journal-article",
   "journal-title": {"value": "Journal of Whales"},
   "publication-date": {"year": {"value": "2024"}, "month": {"value": "03"}, "day": null},
   "external-ids": {"external-id": [{"external-id-type": "doi", "external-id-value": "10.1000/whales",
     "external-id-relationship": "self"}]}}]}]}
"""
ORCID_XML = """\
<bulk:bulk xmlns:bulk="http://www.orcid.org/ns/bulk" xmlns:work="http://www.orcid.org/ns/work"
  xmlns:common="http://www.orcid.org/ns/common"><work:work put-code="1"><work:title>
<common:title>Quiet whales</common:title></work:title>
<work:journal-title>Journal of Whales</work:journal-title>
<work:type>journal-article</work:type>
<common:publication-date><common:year>2024</common:year></common:publication-date>
<common:external-ids><common:external-id>
<common:external-id-type>doi</common:external-id-type>
<common:external-id-value>10.1000/whales</common:external-id-value></common:external-id></common:external-ids>
<work:contributors><work:contributor><work:credit-name>Doe J</work:credit-name></work:contributor>
<work:contributor><work:credit-name>John Q. Roe</work:credit-name></work:contributor></work:contributors>
</work:work></bulk:bulk>
"""
INSPIRE = """\
{"hits": {"hits": [{"id": "1", "metadata": {"titles": [{"title": "Quiet whales"}], "texkeys": ["Doe:2024abc"],
  "document_type": ["article"], "authors": [{"full_name": "Doe, Jane"}, {"full_name": "Roe, John Q."}],
  "publication_info": [{"journal_title": "J.Whales", "journal_volume": "12",
   "year": 2024, "page_start": "21"}],
  "dois": [{"value": "10.1000/whales"}], "arxiv_eprints": [{"value": "2403.00001", "categories": ["hep-ph"]}],
  "control_number": 1}}]}}
"""
DBLP = """\
<dblpperson name="Jane Doe" n="1"><person key="homepages/d/JaneDoe"><author>Jane Doe</author></person>
<r><article key="journals/jw/DoeR24"><author>Jane Doe 0002</author><author>John Q. Roe</author>
<title>Quiet <i>whales</i>.</title><journal>Journal of Whales</journal><volume>12</volume><year>2024</year>
<ee>https://doi.org/10.1000/whales</ee></article></r></dblpperson>
"""
DBLP_SEARCH = """\
<result><hits><hit><info><authors><author>Jane Doe</author><author>John Q. Roe</author></authors>
<title>Quiet whales.</title><venue>Journal of Whales</venue><year>2024</year><type>Journal Articles</type>
<key>journals/jw/DoeR24</key><doi>10.1000/whales</doi></info></hit></hits></result>
"""
ARXIV = """\
<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title><entry>
<id>http://arxiv.org/abs/2403.00001v2</id><published>2024-03-05T00:00:00Z</published>
<title>Quiet
  whales</title><author><name>Jane Doe</name></author><author><name>John Q. Roe</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/whales</arxiv:doi></entry></feed>
"""
RENDERCV = """\
cv:
  name: Jane Doe
  sections:
    Experience:
    - company: Sea
      position: Listener
    Publications:
    - title: Quiet whales
      authors:
      - "***Jane Doe***"
      - John Q. Roe
      journal: Journal of Whales 12 (3), 21-29
      date: 2024-03
      doi: 10.1000/whales
"""
RESUME = """\
{"basics": {"name": "Jane Doe"}, "publications": [
  {"name": "Quiet whales", "publisher": "Submitted: Whales'24",
  "releaseDate": "2024-03-05", "url": "https://doi.org/10.1000/whales", "summary": "They are."}]}
"""
JEKYLL = """\
- year: 2024
  papers:
  - title: Quiet whales
    authors: "<strong>Jane Doe</strong>, John Q. Roe"
    venue: Journal of Whales
    doi: 10.1000/whales
    links:
    - label: Code
      url: https://example.org/code
"""
ACADEMICPAGES = """\
---
title: "Quiet whales"
collection: publications
date: 2024-03-05
venue: 'Journal of Whales'
paperurl: '/files/whales.pdf'
citation: 'Doe, Jane and John Q. Roe (2024). &quot;Quiet whales.&quot; <i>Journal of Whales</i>.'
---
See [the paper](https://doi.org/10.1000/whales).
"""
HUGO_TOML = """\
+++
title = "Quiet whales"
date = 2024-03-05
authors = ["Jane Doe", "John Q. Roe"]
publication_types = ["2"]
publication = "*Journal of Whales*"
doi = "10.1000/whales"
url_code = ""
+++
"""
HUGO_YAML = """\
---
title: Quiet whales
date: '2024-03-05T00:00:00Z'
authors:
- Jane Doe
- John Q. Roe
publication_types: ['article-journal']
publication: "*Journal of Whales*"
hugoblox:
  ids:
    doi: 10.1000/whales
---
"""
# By the name that a file of it may have; the ending of two of them is wrong on purpose.
PUBMED_XML = """\
<?xml version="1.0" ?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://x/x.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">12345678</PMID>
<Article PubModel="Print"><Journal><ISSN IssnType="Print">1234-5679</ISSN><JournalIssue>
<Volume>12</Volume><Issue>3</Issue><PubDate><Year>2024</Year><Month>Mar</Month></PubDate></JournalIssue>
<Title>Journal of Whales</Title><ISOAbbreviation>J Whales</ISOAbbreviation></Journal>
<ArticleTitle>Quiet <i>whales</i>.</ArticleTitle><Pagination><MedlinePgn>21-9</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">10.1000/whales</ELocationID>
<Abstract><AbstractText Label="AIM">To hear.</AbstractText><AbstractText>We did.</AbstractText></Abstract>
<AuthorList CompleteYN="Y"><Author><LastName>Doe</LastName><ForeName>Jane</ForeName></Author>
<Author><LastName>Roe</LastName><ForeName>John Q</ForeName></Author></AuthorList></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">12345678</ArticleId>
<ArticleId IdType="pmc">PMC7654321</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>
"""
ZOTERO = """\
[{"key": "ABCD2345", "version": 7, "library": {"type": "user", "id": 1}, "meta": {}, "data": {
  "key": "ABCD2345", "itemType": "journalArticle", "title": "Quiet <i>whales</i>", "date": "2024-03-05",
  "creators": [{"creatorType": "author", "firstName": "Jane", "lastName": "Doe"},
               {"creatorType": "author", "firstName": "John Q", "lastName": "Roe"}],
  "publicationTitle": "Journal of Whales", "volume": "12", "pages": "21-29", "DOI": "10.1000/whales",
  "tags": [{"tag": "whales"}], "extra": "PMID: 12345678", "collections": [], "dateAdded": "2024-03-06"}},
 {"key": "EFGH2345", "data": {"itemType": "attachment", "title": "PDF"}}]
"""
DBLP_JSON = """\
{"result": {"status": {"@code": "200"}, "hits": {"@total": "1", "hit": [{"@score": "3", "info": {
  "authors": {"author": [{"@pid": "1/1", "text": "Jane Doe 0002"}, {"@pid": "1/2", "text": "John Q. Roe"}]},
  "title": "Quiet whales.", "venue": "Journal of Whales", "volume": "12", "year": "2024",
  "type": "Journal Articles", "key": "journals/jw/DoeR24", "doi": "10.1000/whales",
  "ee": "https://doi.org/10.1000/whales", "url": "https://dblp.org/rec/journals/jw/DoeR24"}}]}}}
"""
ADS = """\
{"responseHeader": {"status": 0}, "response": {"numFound": 1, "start": 0, "docs": [{
  "bibcode": "2024JW....12...21D", "title": ["Quiet whales"], "author": ["Doe, Jane", "Roe, John Q."],
  "pub": "Journal of Whales", "pubdate": "2024-03-00", "year": "2024", "volume": "12", "page": ["21"],
  "doi": ["10.1000/whales"], "identifier": ["arXiv:2403.00001"], "doctype": "article"}]}}
"""
WOS = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Doe, J
   Roe, JQ
AF Doe, Jane
   Roe, John Q.
TI Quiet
   whales
SO JOURNAL OF WHALES
DT Article
PD MAR
PY 2024
VL 12
BP 21
EP 29
DI 10.1000/whales
UT WOS:000000000000001
ER

EF
"""

FILES = {
    "a.ris": RIS, "medline.txt": NBIB, "scholar.enw": ENW, "endnote.xml": ENDNOTE, "old.txt": ENDNOTE_7,
    "items.json": CSL_JSON, "pandoc.yaml": CSL_YAML, "crossref.json": CROSSREF, "openalex.json": OPENALEX,
    "orcid.json": ORCID, "orcid.xml": ORCID_XML, "inspire.json": INSPIRE, "dblp.xml": DBLP,
    "search.xml": DBLP_SEARCH, "arxiv.atom": ARXIV, "cv.yaml": RENDERCV, "resume.json": RESUME,
    "pubmed.xml": PUBMED_XML, "zotero.json": ZOTERO, "dblp.json": DBLP_JSON, "ads.json": ADS,
    "savedrecs.txt": WOS,
    "publications.yml": JEKYLL, "whales.md": ACADEMICPAGES, "index.md": HUGO_TOML, "index.en.md": HUGO_YAML,
}  # fmt: skip
