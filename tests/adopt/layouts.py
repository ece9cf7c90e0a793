"""One list of four works in the layouts that people type: name -> (suffix, page).  All names are placeholders."""

from __future__ import annotations

# What stands on every page: title, surnames in order, year.
WORKS = [
    ("Quiet Oceans: Measuring the Sound of Whales at Night", ["Doe", "Roe", "Major"], "2023"),
    ("Learning to Listen with Few Microphones", ["Roe", "Doe"], "2022"),
    ("On the Tides of Small Lakes", ["Doe"], "2021"),
    ("A Field Guide to Echoes", ["Major", "Doe", "Public"], "2020"),
]
LINKS = {
    "https://doi.org/10.1234/jma.2023.001",
    "https://arxiv.org/abs/2201.01234",
    "https://github.com/doe/listen",
}

_HEAD = "<!DOCTYPE html><html><head><title>Jane Doe</title></head><body><h1>Jane Doe</h1>\n"
_ABOUT = "<p>I am a professor at Example University, where I work with Prof. Richard Roe.</p>\n"
_NEWS = "<h2>News</h2><ul><li>May 2023: I gave a talk at the Whale Day with Mary Major.</li></ul>\n"
_TALKS = "<h2>Invited talks</h2><ul><li>Jane Doe, The future of echoes, Example University, 2019</li></ul>\n"

PAGES: dict[str, tuple[str, str]] = {}

PAGES["titles first, lines by br, in a list"] = (
    ".html",
    _HEAD
    + _ABOUT
    + _NEWS
    + """<h2>Publications</h2>
<ul>
<li>Quiet Oceans: Measuring the Sound of Whales at Night<br><b>Jane Doe</b>, Richard Roe, Mary Major<br>
<i>Journal of Marine Acoustics</i>, 12(3):45–67, 2023 [<a href="https://doi.org/10.1234/jma.2023.001">DOI</a>]</li>
<li>Learning to Listen with Few Microphones<br>Richard Roe*, <b>Jane Doe</b>*<br>
<i>International Conference on Sound (ICS)</i>, 2022 [<a href="https://arxiv.org/abs/2201.01234">paper</a>] [<a href="https://github.com/doe/listen">code</a>]</li>
<li>On the Tides of Small Lakes<br><b>Jane Doe</b><br><i>Lake Review</i>, 2021</li>
<li>A Field Guide to Echoes<br>Mary Major, <b>Jane Doe</b>, John Q. Public<br><i>Workshop on Echoes</i>, 2020 (<b>oral</b>)</li>
</ul>
"""
    + _TALKS,
)

PAGES["al-folio"] = (
    ".html",
    _HEAD
    + """<div class="publications">
<h2 class="bibliography">2023</h2>
<ol class="bibliography"><li><div class="row"><div class="col-sm-2 abbr"><abbr class="badge">JMA</abbr></div>
<div id="doe2023quiet" class="col-sm-8"><div class="title">Quiet Oceans: Measuring the Sound of Whales at Night</div>
<div class="author"><em>Jane Doe</em>, Richard Roe, and <a href="https://major.example.org">Mary Major</a></div>
<div class="periodical"><em>Journal of Marine Acoustics</em>, May 2023</div>
<div class="links"><a class="abstract btn">Abs</a> <a href="https://doi.org/10.1234/jma.2023.001" class="btn">DOI</a></div>
<div class="abstract hidden"><p>Whales are loud.</p></div></div></div></li></ol>
<h2 class="bibliography">2022</h2>
<ol class="bibliography"><li><div class="row"><div class="col-sm-2 abbr"><abbr class="badge">ICS</abbr></div>
<div class="col-sm-8"><div class="title">Learning to Listen with Few Microphones</div>
<div class="author">Richard Roe, and <em>Jane Doe</em></div>
<div class="periodical"><em>In International Conference on Sound</em>, Jul 2022</div>
<div class="links"><a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">Code</a></div></div></div></li></ol>
<h2 class="bibliography">2021</h2>
<ol class="bibliography"><li><div class="row"><div class="col-sm-8"><div class="title">On the Tides of Small Lakes</div>
<div class="author"><em>Jane Doe</em></div><div class="periodical"><em>Lake Review</em>, 2021</div></div></div></li></ol>
<h2 class="bibliography">2020</h2>
<ol class="bibliography"><li><div class="row"><div class="col-sm-8"><div class="title">A Field Guide to Echoes</div>
<div class="author">Mary Major, <em>Jane Doe</em>, and John Q. Public</div>
<div class="periodical"><em>In Workshop on Echoes</em>, 2020</div></div></div></li></ol></div></body></html>
""",
)

PAGES["academicpages, as rendered"] = (
    ".html",
    _HEAD
    + """<div class="archive"><h1 class="page__title">Publications</h1>
<div class="list__item"><article class="archive__item"><h2 class="archive__item-title"><a href="/publication/quiet">Quiet Oceans: Measuring the Sound of Whales at Night</a></h2>
<p class="page__meta">Published in <i>Journal of Marine Acoustics</i>, 2023</p>
<p>Recommended citation: Jane Doe, Richard Roe and Mary Major. (2023). "Quiet Oceans: Measuring the Sound of Whales at Night." <i>Journal of Marine Acoustics</i>. 12(3). <a href="https://doi.org/10.1234/jma.2023.001">DOI</a></p></article></div>
<div class="list__item"><article class="archive__item"><h2 class="archive__item-title"><a href="/publication/listen">Learning to Listen with Few Microphones</a></h2>
<p class="page__meta">Published in <i>International Conference on Sound</i>, 2022</p>
<p>Recommended citation: Richard Roe and Jane Doe. (2022). "Learning to Listen with Few Microphones." <i>International Conference on Sound</i>. <a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">Code</a></p></article></div>
<div class="list__item"><article class="archive__item"><h2 class="archive__item-title"><a href="/publication/tides">On the Tides of Small Lakes</a></h2>
<p class="page__meta">Published in <i>Lake Review</i>, 2021</p>
<p>Recommended citation: Jane Doe. (2021). "On the Tides of Small Lakes." <i>Lake Review</i>. 7.</p></article></div>
<div class="list__item"><article class="archive__item"><h2 class="archive__item-title"><a href="/publication/echoes">A Field Guide to Echoes</a></h2>
<p class="page__meta">Published in <i>Workshop on Echoes</i>, 2020</p>
<p>Recommended citation: Mary Major, Jane Doe and John Q. Public. (2020). "A Field Guide to Echoes." <i>Workshop on Echoes</i>.</p></article></div></div>
""",
)

PAGES["Hugo Blox"] = (
    ".html",
    _HEAD
    + """<h2>Publications</h2>
<div class="pub-list-item"><i class="far fa-file-alt"></i><span class="article-metadata li-cite-author"><span class="highlight">Jane Doe</span>, Richard Roe, Mary Major</span>
(2023). <a href="/publication/quiet/">Quiet Oceans: Measuring the Sound of Whales at Night</a>. <em>Journal of Marine Acoustics</em>.
<p><a class="btn" href="https://doi.org/10.1234/jma.2023.001">DOI</a></p></div>
<div class="pub-list-item"><span class="article-metadata li-cite-author">Richard Roe, <span class="highlight">Jane Doe</span></span>
(2022). <a href="/publication/listen/">Learning to Listen with Few Microphones</a>. <em>International Conference on Sound</em>.
<p><a class="btn" href="https://arxiv.org/abs/2201.01234">PDF</a> <a class="btn" href="https://github.com/doe/listen">Code</a></p></div>
<div class="pub-list-item"><span class="article-metadata li-cite-author"><span class="highlight">Jane Doe</span></span>
(2021). <a href="/publication/tides/">On the Tides of Small Lakes</a>. <em>Lake Review</em>.</div>
<div class="pub-list-item"><span class="article-metadata li-cite-author">Mary Major, <span class="highlight">Jane Doe</span>, John Q. Public</span>
(2020). <a href="/publication/echoes/">A Field Guide to Echoes</a>. <em>Workshop on Echoes</em>.</div>
""",
)

PAGES["Google Sites"] = (
    ".html",
    _HEAD
    + """<div><div><h2><span>Publications</span></h2></div>
<div><p class="zfr3Q"><span class="C9DxTc">"Quiet Oceans: Measuring the Sound of Whales at Night" (with Richard Roe and Mary Major), </span><em>Journal of Marine Acoustics</em>, 2023. <a href="https://doi.org/10.1234/jma.2023.001">[Link]</a></p>
<p class="zfr3Q"><span class="C9DxTc">"Learning to Listen with Few Microphones" (Richard Roe and Jane Doe), </span><em>International Conference on Sound</em>, 2022. <a href="https://arxiv.org/abs/2201.01234">[arXiv]</a> <a href="https://github.com/doe/listen">[Code]</a></p>
<p class="zfr3Q"><span class="C9DxTc">"On the Tides of Small Lakes", </span><em>Lake Review</em>, 2021.</p>
<p class="zfr3Q"><span class="C9DxTc">"A Field Guide to Echoes" (Mary Major, Jane Doe and John Q. Public), </span><em>Workshop on Echoes</em>, 2020.</p></div></div>
""",
)

PAGES["Word as HTML"] = (
    ".htm",
    """<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>CV</title></head>
<body lang=EN-US><div class=WordSection1><p class=MsoNormal align=center><b><span style='font-size:16.0pt'>Jane Doe</span></b></p>
<p class=MsoNormal><b><u>Publications</u></b></p>
<p class=MsoNormal style='margin-left:.5in;text-indent:-.5in'><b>Doe, J.</b>, Roe, R., &amp; Major, M. (2023). Quiet Oceans: Measuring the
Sound of Whales at Night. <i>Journal of Marine Acoustics</i>, <i>12</i>(3), 45-67. <span class=MsoHyperlink><a href="https://doi.org/10.1234/jma.2023.001">https://doi.org/10.1234/jma.2023.001</a></span></p>
<p class=MsoNormal style='margin-left:.5in;text-indent:-.5in'>Roe, R., &amp; <b>Doe, J.</b> (2022). Learning to Listen with Few Microphones. <i>International Conference on Sound</i>.
<a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">code</a></p>
<p class=MsoNormal><b>Doe, J.</b> (2021). On the Tides of Small Lakes. <i>Lake Review</i>, <i>7</i>, 1-9.</p>
<p class=MsoNormal>Major, M., <b>Doe, J.</b>, &amp; Public, J. Q. (2020). A Field Guide to Echoes. In <i>Workshop on Echoes</i>.</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>
""",
)

PAGES["a table with pictures"] = (
    ".html",
    _HEAD
    + _ABOUT
    + """<h2>Publications</h2><table><tbody>
<tr><td><img src="whale.png" alt="whale"></td><td><a href="https://doi.org/10.1234/jma.2023.001"><papertitle>Quiet Oceans: Measuring the Sound of Whales at Night</papertitle></a><br>
<strong>Jane Doe</strong>, <a href="https://roe.example.org">Richard Roe</a>, <a href="https://major.example.org">Mary Major</a><br><em>Journal of Marine Acoustics</em>, 2023<br>
<p></p><p>We listen to whales.</p></td></tr>
<tr><td><img src="mic.png" alt="a microphone"></td><td><papertitle>Learning to Listen with Few Microphones</papertitle><br>
<a href="https://roe.example.org">Richard Roe</a>*, <strong>Jane Doe</strong>*<br><em>ICS</em>, 2022<br><a href="https://arxiv.org/abs/2201.01234">arXiv</a> / <a href="https://github.com/doe/listen">code</a></td></tr>
<tr><td></td><td><papertitle>On the Tides of Small Lakes</papertitle><br><strong>Jane Doe</strong><br><em>Lake Review</em>, 2021</td></tr>
<tr><td></td><td><papertitle>A Field Guide to Echoes</papertitle><br>Mary Major, <strong>Jane Doe</strong>, John Q. Public<br><em>Workshop on Echoes</em>, 2020 <font color="red"><strong>(Oral)</strong></font></td></tr>
</tbody></table>
""",
)

PAGES["DBLP"] = (
    ".html",
    _HEAD
    + """<h2>Publications</h2><ul class="publ-list">
<li class="year">2023</li>
<li class="entry article"><div class="nr">[j2]</div><cite class="data"><span itemprop="author">Jane Doe</span>, <span>Richard Roe</span>, <span>Mary Major</span>:<br>
<span class="title">Quiet Oceans: Measuring the Sound of Whales at Night.</span> <span>J. Mar. Acoust.</span> 12(3): 45-67 (2023)</cite> <a href="https://doi.org/10.1234/jma.2023.001">doi</a></li>
<li class="year">2022</li>
<li class="entry inproceedings"><div class="nr">[c2]</div><cite class="data"><span>Richard Roe</span>, <span>Jane Doe</span>:<br>
<span class="title">Learning to Listen with Few Microphones.</span> <span>ICS</span> 2022: 1-9</cite> <a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">code</a></li>
<li class="year">2021</li>
<li class="entry article"><div class="nr">[j1]</div><cite class="data"><span>Jane Doe</span>:<br><span class="title">On the Tides of Small Lakes.</span> <span>Lake Rev.</span> 7: 1-9 (2021)</cite></li>
<li class="year">2020</li>
<li class="entry inproceedings"><div class="nr">[c1]</div><cite class="data"><span>Mary Major</span>, <span>Jane Doe</span>, <span>John Q. Public</span>:<br><span class="title">A Field Guide to Echoes.</span> <span>WE</span> 2020: 1-4</cite></li></ul>
""",
)

PAGES["a definition list"] = (
    ".html",
    _HEAD
    + """<h2>Papers</h2><dl>
<dt>Quiet Oceans: Measuring the Sound of Whales at Night</dt><dd>Jane Doe, Richard Roe and Mary Major. <em>Journal of Marine Acoustics</em> 12(3), 2023. <a href="https://doi.org/10.1234/jma.2023.001">doi</a></dd>
<dt>Learning to Listen with Few Microphones</dt><dd>Richard Roe and Jane Doe. <em>International Conference on Sound</em>, 2022. <a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">code</a></dd>
<dt>On the Tides of Small Lakes</dt><dd>Jane Doe. <em>Lake Review</em>, 2021.</dd>
<dt>A Field Guide to Echoes</dt><dd>Mary Major, Jane Doe and John Q. Public. <em>Workshop on Echoes</em>, 2020.</dd></dl>
""",
)

PAGES["numbers in brackets, in paragraphs"] = (
    ".html",
    _HEAD
    + """<h3>Publications</h3>
<p>[4] J. Doe, R. Roe, and M. Major, "Quiet Oceans: Measuring the Sound of Whales at Night," <i>Journal of Marine Acoustics</i>, vol. 12, no. 3, pp. 45–67, 2023. doi: 10.1234/jma.2023.001</p>
<p>[3] R. Roe and J. Doe, "Learning to Listen with Few Microphones," in <i>Proc. International Conference on Sound (ICS)</i>, 2022. <a href="https://arxiv.org/abs/2201.01234">[arXiv]</a> <a href="https://github.com/doe/listen">[code]</a></p>
<p>[2] J. Doe, "On the Tides of Small Lakes," <i>Lake Review</i>, vol. 7, pp. 1–9, 2021.</p>
<p>[1] M. Major, J. Doe, and J. Q. Public, "A Field Guide to Echoes," in <i>Workshop on Echoes</i>, 2020.</p>
""",
)

PAGES["plain lines between breaks"] = (
    ".html",
    _HEAD
    + """<h2>Publications</h2>
1. Jane Doe, Richard Roe and Mary Major. Quiet Oceans: Measuring the Sound of Whales at Night. Journal of Marine Acoustics 12(3), 45-67, 2023. <a href="https://doi.org/10.1234/jma.2023.001">doi</a><br>
2. Richard Roe and Jane Doe. Learning to Listen with Few Microphones. International Conference on Sound, 2022. <a href="https://arxiv.org/abs/2201.01234">arXiv</a>, <a href="https://github.com/doe/listen">code</a><br>
3. Jane Doe. On the Tides of Small Lakes. Lake Review 7, 1-9, 2021.<br>
4. Mary Major, Jane Doe and John Q. Public. A Field Guide to Echoes. Workshop on Echoes, 2020.<br>
""",
)

PAGES["three paragraphs each"] = (
    ".html",
    _HEAD
    + """<h2>Publications</h2>
<p><b>Quiet Oceans: Measuring the Sound of Whales at Night</b></p><p>Jane Doe, Richard Roe, Mary Major</p><p><i>Journal of Marine Acoustics</i> 12(3), 2023. <a href="https://doi.org/10.1234/jma.2023.001">DOI</a></p>
<p><b>Learning to Listen with Few Microphones</b></p><p>Richard Roe, Jane Doe</p><p><i>International Conference on Sound</i>, 2022. <a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">Code</a></p>
<p><b>On the Tides of Small Lakes</b></p><p>Jane Doe</p><p><i>Lake Review</i>, 2021.</p>
<p><b>A Field Guide to Echoes</b></p><p>Mary Major, Jane Doe, John Q. Public</p><p><i>Workshop on Echoes</i>, 2020.</p>
""",
)

PAGES["jemdoc"] = (
    ".jemdoc",
    """# jemdoc: menu{MENU}{publications.html}
= Jane Doe

== Publications
. *J. Doe*, R. Roe, M. Major. Quiet Oceans: Measuring the Sound of Whales at Night. /Journal of Marine Acoustics/, 12(3):45--67, 2023. \\[[https://doi.org/10.1234/jma.2023.001 doi]\\]
. R. Roe, *J. Doe*. Learning to Listen with Few Microphones. /International Conference on Sound (ICS)/, 2022. \\[[https://arxiv.org/abs/2201.01234 arXiv]\\] \\[[https://github.com/doe/listen code]\\]
. *J. Doe*. On the Tides of Small Lakes. /Lake Review/, 2021.
. M. Major, *J. Doe*, J. Q. Public. A Field Guide to Echoes. /Workshop on Echoes/, 2020.
""",
)

PAGES["Org as HTML"] = (
    ".html",
    """<html><head><title>Jane Doe</title></head><body><div id="content"><h1 class="title">Jane Doe</h1>
<div id="outline-container-1" class="outline-2"><h2 id="org1"><span class="section-number-2">1</span> Publications</h2><div class="outline-text-2" id="text-1"><ol class="org-ol">
<li><b>Quiet Oceans: Measuring the Sound of Whales at Night</b>. Jane Doe, Richard Roe, Mary Major. <i>Journal of Marine Acoustics</i>, 2023. (<a href="https://doi.org/10.1234/jma.2023.001">doi</a>)</li>
<li><b>Learning to Listen with Few Microphones</b>. Richard Roe, Jane Doe. <i>International Conference on Sound</i>, 2022. (<a href="https://arxiv.org/abs/2201.01234">arXiv</a>, <a href="https://github.com/doe/listen">code</a>)</li>
<li><b>On the Tides of Small Lakes</b>. Jane Doe. <i>Lake Review</i>, 2021.</li>
<li><b>A Field Guide to Echoes</b>. Mary Major, Jane Doe, John Q. Public. <i>Workshop on Echoes</i>, 2020.</li></ol></div></div></div></body></html>
""",
)

PAGES["Markdown, APA"] = (
    ".md",
    """---
title: "Publications"
author: Jane Doe
---

## Journal articles

- **Doe, J.**, Roe, R., & Major, M. (2023). Quiet Oceans: Measuring the Sound of Whales at Night. *Journal of Marine Acoustics*, *12*(3), 45–67. <https://doi.org/10.1234/jma.2023.001>
- **Doe, J.** (2021). On the Tides of Small Lakes. *Lake Review*, 7, 1–9.

## Conference papers

- Roe, R.\\*, & **Doe, J.**\\* (2022). Learning to Listen with Few Microphones. In *International Conference on Sound*. [[arXiv](https://arxiv.org/abs/2201.01234)] [[code](https://github.com/doe/listen)]
- Major, M., **Doe, J.**, & Public, J. Q. (2020). A Field Guide to Echoes. In *Workshop on Echoes*.

## Talks

- **Doe, J.** (2019). The future of echoes. Example University.
""",
)

PAGES["Markdown, titles in bold"] = (
    ".md",
    """# Jane Doe

I study sound.

### Selected publications

**Quiet Oceans: Measuring the Sound of Whales at Night**\\
Jane Doe, Richard Roe, Mary Major\\
*Journal of Marine Acoustics*, 2023 | [DOI](https://doi.org/10.1234/jma.2023.001){:target="_blank"}

**Learning to Listen with Few Microphones**\\
Richard Roe, Jane Doe\\
*ICS*, 2022 | [Paper](https://arxiv.org/abs/2201.01234) | [Code](https://github.com/doe/listen)

**On the Tides of Small Lakes**\\
Jane Doe\\
*Lake Review*, 2021

**A Field Guide to Echoes**\\
Mary Major, Jane Doe, John Q. Public\\
*Workshop on Echoes*, 2020

### Contact

Example Street 1, Example City
""",
)

PAGES["Vancouver"] = (
    ".html",
    _HEAD
    + """<h2>Publications</h2><ol>
<li>Doe J, Roe R, Major M. Quiet Oceans: Measuring the Sound of Whales at Night. J Mar Acoust. 2023;12(3):45-67. doi:10.1234/jma.2023.001.</li>
<li>Roe R, Doe J. Learning to Listen with Few Microphones. Int Conf Sound. 2022. <a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">code</a></li>
<li>Doe J. On the Tides of Small Lakes. Lake Rev. 2021;7:1-9.</li>
<li>Major M, Doe J, Public JQ. A Field Guide to Echoes. Workshop on Echoes. 2020.</li></ol>
""",
)

PAGES["Chicago"] = (
    ".html",
    _HEAD
    + """<h2>Publications</h2>
<p>Doe, Jane, Richard Roe, and Mary Major. 2023. “Quiet Oceans: Measuring the Sound of Whales at Night.” <em>Journal of Marine Acoustics</em> 12 (3): 45–67. <a href="https://doi.org/10.1234/jma.2023.001">https://doi.org/10.1234/jma.2023.001</a>.</p>
<p>Roe, Richard, and Jane Doe. 2022. “Learning to Listen with Few Microphones.” In <em>International Conference on Sound</em>. (<a href="https://arxiv.org/abs/2201.01234">preprint</a>) (<a href="https://github.com/doe/listen">code</a>)</p>
<p>Doe, Jane. 2021. “On the Tides of Small Lakes.” <em>Lake Review</em> 7: 1–9.</p>
<p>Major, Mary, Jane Doe, and John Q. Public. 2020. “A Field Guide to Echoes.” In <em>Workshop on Echoes</em>.</p>
""",
)

PAGES["German"] = (
    ".html",
    _HEAD
    + """<h2>Lehre</h2><ul><li>Akustik I, mit Richard Roe, Wintersemester 2022</li></ul><h2>Veröffentlichungen</h2><ul>
<li>Doe, Jane / Roe, Richard / Major, Mary (2023): Quiet Oceans: Measuring the Sound of Whales at Night. In: Zeitschrift für Akustik 12, H. 3, S. 45–67. <a href="https://doi.org/10.1234/jma.2023.001">DOI</a></li>
<li>Roe, Richard / Doe, Jane (2022): Learning to Listen with Few Microphones. In: Tagungsband der Akustiktage, S. 1–4. <a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">Code</a></li>
<li>Doe, Jane (2021): On the Tides of Small Lakes. In: Seenkunde 7, S. 1–9.</li>
<li>Major, Mary / Doe, Jane / Public, John Q. (2020): A Field Guide to Echoes. In: Werkstatt Echo, S. 5–8.</li></ul>
""",
)

PAGES["French"] = (
    ".html",
    _HEAD
    + """<h2>Enseignement</h2><ul><li>Acoustique, 2022</li></ul><h2>Publications</h2><h3>Revues</h3><ul>
<li>Jane Doe, Richard Roe et Mary Major, « Quiet Oceans: Measuring the Sound of Whales at Night », <em>Revue d’acoustique</em>, vol. 12, n° 3, p. 45-67, 2023. <a href="https://doi.org/10.1234/jma.2023.001">doi</a></li>
<li>Jane Doe, « On the Tides of Small Lakes », <em>Revue des lacs</em>, 2021.</li></ul><h3>Conférences</h3><ul>
<li>Richard Roe et Jane Doe, « Learning to Listen with Few Microphones », <em>Colloque du son</em>, juillet 2022. <a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">code</a></li>
<li>Mary Major, Jane Doe et John Q. Public, « A Field Guide to Echoes », <em>Atelier Échos</em>, 2020.</li></ul>
""",
)

PAGES["Spanish"] = (
    ".html",
    _HEAD
    + """<h2>Docencia</h2><ul><li>Acústica, 2022</li></ul><h2>Publicaciones</h2><ul>
<li>Jane Doe, Richard Roe y Mary Major (2023). <b>Quiet Oceans: Measuring the Sound of Whales at Night</b>. <i>Revista de Acústica</i>, 12(3), 45-67. <a href="https://doi.org/10.1234/jma.2023.001">DOI</a></li>
<li>Richard Roe y Jane Doe (2022). <b>Learning to Listen with Few Microphones</b>. <i>Congreso del Sonido</i>. <a href="https://arxiv.org/abs/2201.01234">arXiv</a> <a href="https://github.com/doe/listen">código</a></li>
<li>Jane Doe (2021). <b>On the Tides of Small Lakes</b>. <i>Revista de Lagos</i>.</li>
<li>Mary Major, Jane Doe y John Q. Public (2020). <b>A Field Guide to Echoes</b>. <i>Taller de Ecos</i>.</li></ul>
""",
)

PAGES["cards with spans"] = (
    ".html",
    _HEAD
    + """<section><h2>Research</h2>
<div class="card"><span class="pub-year">2023</span><a class="pub-title" href="https://doi.org/10.1234/jma.2023.001">Quiet Oceans: Measuring the Sound of Whales at Night</a><div class="pub-authors">Jane Doe, Richard Roe, Mary Major</div><div class="pub-venue">Journal of Marine Acoustics</div></div>
<div class="card"><span class="pub-year">2022</span><a class="pub-title" href="https://arxiv.org/abs/2201.01234">Learning to Listen with Few Microphones</a><div class="pub-authors">Richard Roe, Jane Doe</div><div class="pub-venue">ICS</div><a href="https://github.com/doe/listen"><i class="fab fa-github"></i></a></div>
<div class="card"><span class="pub-year">2021</span><span class="pub-title">On the Tides of Small Lakes</span><div class="pub-authors">Jane Doe</div><div class="pub-venue">Lake Review</div></div>
<div class="card"><span class="pub-year">2020</span><span class="pub-title">A Field Guide to Echoes</span><div class="pub-authors">Mary Major, Jane Doe, John Q. Public</div><div class="pub-venue">Workshop on Echoes</div></div></section>
""",
)
