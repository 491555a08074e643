"""Lists to sign and sheets of labels as Word documents (WordprocessingML, ECMA-376 part 1, chapter 17).

Labels are cells of a table with exact widths and heights, so that they lie on the sheet that is sold.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from lxml import etree

from forumtool.domain.languages import starts_right_to_left
from forumtool.exports.docx_frame import describe, settle
from forumtool.exports.docx_pages import number_pages
from forumtool.exports.docx_styles import ACCENT, HEAD_GROUND, LINE, QUIET, TEXT, restyle
from forumtool.exports.package_parts import save_with_parts
from forumtool.exports.papers import LINE_HEIGHT, PAGE_HEIGHT, PAGE_WIDTH, Label, Labels, Paper, SignatureList, Words
from forumtool.exports.safe_text import SafeText
from forumtool.exports.words import LOCALES
from forumtool.i18n import Catalogue

_TWIPS = 1440 / 25.4
_TEXT = '<w:t xml:space="preserve">'
_TURNS = {90: '<w:textDirection w:val="tbRl"/>', 270: '<w:textDirection w:val="btLr"/>'}
_ROOM_BELOW = 1.0
# The paragraph that must follow a table would need a page of its own if it were as high as a line.
_NOTHING = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def write(paper: Paper, stream: BinaryIO, host: str, say: Catalogue) -> list[str]:
    """Write a paper and return a sentence for everything that could not stand in it as it was typed."""
    safe = SafeText(say)
    document = Document()
    restyle(document, LOCALES[say.language])
    settle(document, say)
    describe(document, paper.title, "", host, say, safe)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    body = "".join(_labels(paper, section, safe) if isinstance(paper, Labels) else _list(paper, section, say, safe))
    ending = etree.tostring(document.element.body[-1], encoding="unicode")
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {nsdecls('w')}><w:body>{body}{ending}</w:body></w:document>"
    ).encode()
    frame = BytesIO()
    document.save(frame)
    save_with_parts(frame, stream, lambda name, part: content if name == "word/document.xml" else part)
    return safe.notes()


def _twips(millimetres: float) -> int:
    return int(millimetres * _TWIPS)


# Labels


def _labels(paper: Labels, section: Any, safe: SafeText) -> Iterator[str]:
    sheet = paper.sheet
    section.left_margin, section.top_margin = Mm(sheet.left), Mm(sheet.top)
    section.right_margin = Mm(PAGE_WIDTH - sheet.left - sheet.whole_width)
    section.bottom_margin = Mm(PAGE_HEIGHT - sheet.top - sheet.whole_height - _ROOM_BELOW)
    section.header_distance = section.footer_distance = Mm(0)
    widths = list(_across(paper))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    labels = [*paper.labels, *[Label((), 0)] * (-len(paper.labels) % sheet.across)]
    for at in range(0, len(labels), sheet.across):
        yield _row(paper, labels[at : at + sheet.across], widths, safe)
        gap = _twips(sheet.step_y) - _twips(sheet.height)
        if gap > 0 and (at // sheet.across + 1) % sheet.down:
            yield _gap_row(widths, gap)
    yield f"</w:tbl>{_NOTHING}"


def _across(paper: Labels) -> Iterator[int]:
    """The widths of the cells of a row: labels, and between them gaps if there are any."""
    sheet = paper.sheet
    gap = _twips(sheet.step_x) - _twips(sheet.width)
    for at in range(sheet.across):
        yield _twips(sheet.width)
        if gap > 0 and at < sheet.across - 1:
            yield gap


def _row(paper: Labels, labels: list[Label], widths: list[int], safe: SafeText) -> str:
    waiting = iter(enumerate(labels))
    cells = []
    gapped = len(widths) > len(labels)
    for at, width in enumerate(widths):
        if gapped and at % 2:
            cells.append(_cell(width, "", _NOTHING))
        else:
            place, label = next(waiting)
            cells.append(_label(paper, place, label, width, safe))
    return _high(_twips(paper.sheet.height), "".join(cells))


def _gap_row(widths: list[int], height: int) -> str:
    return _high(height, "".join(_cell(width, "", _NOTHING) for width in widths))


def _high(height: int, cells: str) -> str:
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'


def _label(paper: Labels, place: int, label: Label, width: int, safe: SafeText) -> str:
    beside, end = ("top", "bottom") if label.turn else ("left", "right")  # of the lines as they are read
    edge = f'w:w="{_twips(label.edge)}" w:type="dxa"'
    properties = _borders(paper, place) if label.words else ""
    properties += f"<w:tcMar><w:{beside} {edge}/><w:{end} {edge}/></w:tcMar>{_TURNS.get(label.turn, '')}"
    return _cell(width, f'{properties}<w:vAlign w:val="center"/>', "".join(_words(label.words, safe)) or _NOTHING)


def _borders(paper: Labels, place: int) -> str:
    """Fine lines to cut along; where a tent is folded a dashed one instead."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"' if paper.cut else 'w:val="nil"'
    fold = f'w:val="dashed" w:sz="4" w:space="0" w:color="{LINE}"'
    left = fold if paper.fold and place else line
    right = fold if paper.fold and place < paper.sheet.across - 1 else line
    return f"<w:tcBorders><w:top {line}/><w:left {left}/><w:bottom {line}/><w:right {right}/></w:tcBorders>"


def _cell(width: int, properties: str, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _words(words: Iterable[Words], safe: SafeText) -> Iterator[str]:
    for one in words:
        line = round(one.size * LINE_HEIGHT * 20)
        colour = ACCENT if one.accent else QUIET if one.quiet else TEXT
        look = "<w:b/><w:bCs/>" if one.strong else ""
        look += (
            f'<w:color w:val="{colour}"/><w:sz w:val="{round(one.size * 2)}"/><w:szCs w:val="{round(one.size * 2)}"/>'
        )
        yield (
            f'<w:p><w:pPr>{_direction(one.text)}<w:spacing w:before="0" w:after="{round(one.after * 20)}" '
            f'w:line="{line}" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>{_run(one.text, look, safe)}</w:p>'
        )


def _direction(text: str) -> str:
    return "<w:bidi/>" if starts_right_to_left(text) else ""


def _run(text: str, look: str, safe: SafeText) -> str:
    rtl = "<w:rtl/>" if starts_right_to_left(text) else ""
    return f"<w:r><w:rPr>{look}{rtl}</w:rPr>{_TEXT}{escape(safe.line(text))}</w:t></w:r>"


# A list to sign


def _list(paper: SignatureList, section: Any, say: Catalogue, safe: SafeText) -> Iterator[str]:
    section.left_margin = section.right_margin = Mm(paper.margin)
    section.top_margin = section.bottom_margin = Mm(paper.margin)
    section.footer_distance = Mm(8)
    number_pages(section, say)
    for style, text in (("Hinweis", paper.above), ("Title", paper.title), ("Subtitle", paper.below)):
        if text:
            yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text, "", safe)}</w:p>'
    widths = [_twips(column.width) for column in paper.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Protokolltabelle"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    heads = "".join(
        _cell(
            width,
            f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_GROUND}"/>',
            _cell_text("Tabellenkopf", text, safe),
        )
        for width, text in zip(widths, (column.title for column in paper.columns), strict=True)
    )
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    height = f'<w:trHeight w:val="{_twips(paper.row_height)}" w:hRule="atLeast"/>'
    for row in paper.rows:
        cells = "".join(
            _cell(width, '<w:vAlign w:val="center"/>', _cell_text("Zelle", text, safe))
            for width, text in zip(widths, row, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"
    yield f"</w:tbl>{_NOTHING}"


def _cell_text(style: str, text: str, safe: SafeText) -> str:
    run = _run(text, '<w:sz w:val="21"/><w:szCs w:val="21"/>' if style == "Zelle" else "", safe) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_direction(text)}</w:pPr>{run}</w:p>'
