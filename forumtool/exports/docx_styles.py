"""How the minutes look in Word: styles in place of python-docx's, for a calm document that a city can restyle.

Sizes are half points, distances twentieths of a point (ECMA-376 part 1, 17.3 and 17.7).
"""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from forumtool.exports.docx_numbering import add_bullets
from forumtool.exports.docx_roles import Styles

FONT = "Calibri"
ACCENT = "0F6B6B"
TEXT = "1D2529"
QUIET = "566067"
LINE = "C9D1D1"
HEAD_GROUND = "E9F1F0"

_FACE = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
OUR_EDGE = 9070  # of 16 cm of text, in twentieths of a point
_TOC_TAB = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{OUR_EDGE}"/></w:tabs>'


def _run(size: int, colour: str = TEXT, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return f'<w:rPr>{_FACE}{weight}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _space(before: int, after: int, line: int = 264) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _paragraph(
    key: str, name: str, ppr: str, rpr: str, *, based: str = "Normal", following: str = "Normal", listed: bool = True
) -> str:
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{key}"{"" if key in _BUILT_IN else _CUSTOM}>'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{based}"/><w:next w:val="{following}"/>'
        f'<w:uiPriority w:val="9"/>{"<w:qFormat/>" if listed else ""}<w:pPr>{ppr}</w:pPr>{rpr}</w:style>'
    )


_CUSTOM = ' w:customStyle="1"'
_BUILT_IN = {
    "Title",
    "Subtitle",
    "Heading1",
    "Heading2",
    "Heading3",
    "Heading4",
    "ListBullet",
    "TOC1",
    "TOC2",
    "TOCHeading",
    "Header",
    "Footer",
    "Caption",
}
_KEEP = "<w:keepNext/><w:keepLines/>"


def _heading(level: int, size: int, colour: str, before: int, after: int) -> str:
    ppr = f'{_KEEP}<w:suppressAutoHyphens/>{_space(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>'
    return _paragraph(f"Heading{level}", f"heading {level}", ppr, _run(size, colour, bold=True))


_RIGHT_EDGE = f'<w:tabs><w:tab w:val="right" w:pos="{OUR_EDGE}"/></w:tabs>'
STYLES = {
    "title": _paragraph("Title", "Title", f"{_KEEP}{_space(0, 60, 240)}", _run(40, TEXT, bold=True)),
    "subtitle": _paragraph("Subtitle", "Subtitle", _space(0, 320), _run(22, QUIET)),
    "heading1": _heading(1, 32, ACCENT, 440, 120),
    "heading2": _heading(2, 26, ACCENT, 320, 100),
    "heading3": _heading(3, 23, TEXT, 240, 80),
    "heading4": _heading(4, 21, TEXT, 200, 80),
    "bullets": _paragraph(
        "ListBullet",
        "List Bullet",
        '<w:numPr><w:numId w:val="{bullets}"/></w:numPr>' + _space(0, 50) + '<w:ind w:left="340" w:hanging="340"/>',
        _run(21),
        following="ListBullet",
    ),
    "toc_heading": _paragraph("TOCHeading", "TOC Heading", f"{_KEEP}{_space(280, 100)}", _run(24, ACCENT, bold=True)),
    "toc1": _paragraph("TOC1", "toc 1", f"{_TOC_TAB}{_space(60, 20)}", _run(21), listed=False),
    "toc2": _paragraph(
        "TOC2", "toc 2", f'{_TOC_TAB}{_space(0, 20)}<w:ind w:left="284"/>', _run(20, QUIET), listed=False
    ),
    "header": _paragraph(
        "Header", "header", f"{_RIGHT_EDGE}{_space(0, 0, 240)}", _run(17, QUIET), listed=False, following="Header"
    ),
    "footer": _paragraph(
        "Footer", "footer", f"{_RIGHT_EDGE}{_space(0, 0, 240)}", _run(17, QUIET), listed=False, following="Footer"
    ),
    "quiet": _paragraph("Hinweis", "Hinweis", _space(0, 100), _run(20, QUIET)),
    "key_value": _paragraph(
        "Angabe",
        "Angabe",
        '<w:tabs><w:tab w:val="left" w:pos="2552"/></w:tabs>'
        + _space(0, 40)
        + '<w:ind w:left="2552" w:hanging="2552"/>',
        _run(21),
        following="Angabe",
    ),
    "picture": _paragraph("Bild", "Bild", f"<w:keepNext/>{_space(120, 60, 240)}", _run(21), following="Caption"),
    "caption": _paragraph("Caption", "caption", _space(0, 240, 247), _run(19, QUIET)),
    "cell": _paragraph("Zelle", "Zelle", _space(0, 0, 247), _run(19), following="Zelle"),
    "cell_right": _paragraph(
        "Zellerechts", "Zelle rechts", '<w:jc w:val="right"/>', "", based="Zelle", following="Zellerechts"
    ),
    "table_head": _paragraph(
        "Tabellenkopf", "Tabellenkopf", f"<w:keepNext/>{_space(0, 0, 240)}", _run(18, TEXT, bold=True), based="Zelle"
    ),
    "table_head_right": _paragraph(
        "Tabellenkopfrechts", "Tabellenkopf rechts", '<w:jc w:val="right"/>', "", based="Tabellenkopf"
    ),
}
"""The style of each role as XML, before a list is named in it."""
CELL_ROOM = (
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
TABLE = (
    f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Protokolltabelle">'
    '<w:name w:val="Protokolltabelle"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr>'
    f'<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
    f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    f"{CELL_ROOM}</w:tblPr></w:style>"
)
OWN = Styles(
    {role: str(parse_xml(xml).get(qn("w:styleId"))) for role, xml in STYLES.items()} | {"table": "Protokolltabelle"}
)
"""Our own styles by role, as ``restyle`` leaves them."""
_DOTS = (
    f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:hint="default"/>'
    f'<w:color w:val="{ACCENT}"/></w:rPr>'
)
_KEPT = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}


def restyle(document: Any, language: str) -> None:
    """Give a document of python-docx's default template our styles and its language ("de-DE", "en-GB")."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT:
            styles.remove(style)
    bullets = add_bullets(document, OWN.ids["bullets"], look=_DOTS)
    for xml in (*STYLES.values(), TABLE):
        styles.append(parse_xml(xml.replace("{bullets}", str(bullets))))
    defaults = styles.find(qn("w:docDefaults"))
    defaults.find(qn("w:rPrDefault")).replace(
        defaults.find(qn("w:rPrDefault"))[0],
        parse_xml(
            f'<w:rPr {nsdecls("w")}>{_FACE}<w:sz w:val="21"/><w:szCs w:val="21"/>'
            f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr>'
        ),
    )
    defaults.find(qn("w:pPrDefault")).replace(
        defaults.find(qn("w:pPrDefault"))[0],
        parse_xml(f'<w:pPr {nsdecls("w")}><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>'),
    )
