"""The blocks of the minutes as a text document, for the preview: the same content as in Word, in the same order."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from forumtool.drawing.palette import colours
from forumtool.exports import blocks as b
from forumtool.i18n import Catalogue
from forumtool.ui.theme.style import body_font

PAGE = QSizeF(595, 842)  # A4 in points, one pixel each
_MARGINS = QMarginsF(57, 57, 57, 57)
_HEADING_PIXELS = {1: 15, 2: 13, 3: 12, 4: 11}
_BODY, _SMALL, _TITLE = 11, 10, 20
_MOST_ROWS, _ROWS_OF_A_PICTURE = 150, 12
_PIXELS_PER_CM = 481 / b.TEXT_WIDTH
_SHARPER = 1.5  # pixels to a point, because pages are seen larger than they are
_PAPER = colours("light")


class _Writer:
    def __init__(self, document: QTextDocument) -> None:
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._rows = 0

    @property
    def is_full(self) -> bool:
        return self._rows >= _MOST_ROWS

    def line(
        self,
        text: str,
        pixels: int = _BODY,
        *,
        strong: bool = False,
        colour: str = _PAPER.text,
        before: int = 0,
        after: int = 5,
        heading: int = 0,
    ) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(before)
        shape.setBottomMargin(after)
        shape.setHeadingLevel(heading)
        if self._fresh:
            self._cursor.setBlockFormat(shape)
        else:
            self._cursor.insertBlock(shape)
        self._fresh = False
        self._cursor.insertText(text, _look(pixels, strong=strong, colour=colour))

    def bullets(self, items: Sequence[str]) -> None:
        style = QTextListFormat()
        style.setStyle(QTextListFormat.Style.ListDisc)
        style.setIndent(1)
        for at, item in enumerate(items):
            self.line(item, after=2)
            if at == 0:
                made = self._cursor.createList(style)
            else:
                made.add(self._cursor.block())

    def picture(self, block: b.Picture) -> None:
        self.line("", before=6, after=2)
        width, height = (round(side * _PIXELS_PER_CM) for side in block.size)
        image = _scaled(block.data, int(_SHARPER * width), int(_SHARPER * height))
        name = f"picture-{image.cacheKey()}"
        self._cursor.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        frame = QTextImageFormat()
        frame.setName(name)
        frame.setWidth(width)
        frame.setHeight(height)
        self._cursor.insertImage(frame)
        self.line(block.caption, _SMALL, colour=_PAPER.quiet, after=12)
        self._rows += _ROWS_OF_A_PICTURE

    def table(
        self, heads: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], rights: Sequence[bool]
    ) -> None:
        rows = list(rows)[: max(1, _MOST_ROWS - self._rows)]
        self._rows += len(rows)
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(0)
        shape.setCellSpacing(0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        whole = sum(widths)
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * width / whole) for width in widths]
        )
        shape.setHeaderRowCount(1 if any(heads) else 0)
        shape.setTopMargin(4)
        shape.setBottomMargin(8)
        every = [heads, *rows] if any(heads) else rows
        made = self._cursor.insertTable(len(every), len(widths), shape)
        for at, row in enumerate(every):
            head = at == 0 and any(heads)
            for column, text in enumerate(row):
                cell = made.cellAt(at, column)
                cell.setFormat(_cell(head=head))
                cursor = cell.firstCursorPosition()
                if rights[column]:
                    side = QTextBlockFormat()
                    side.setAlignment(side.alignment().AlignRight)
                    cursor.setBlockFormat(side)
                cursor.insertText(text, _look(_SMALL, strong=head, colour=_PAPER.quiet if head else _PAPER.text))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True


def document(blocks: Sequence[b.Block], say: Catalogue) -> QTextDocument:
    """Return the first pages of the minutes as a document of A4 pages, one pixel to a point.

    After 150 table rows it ends with a line that says so: the exported file holds everything.
    """
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    made.setDefaultFont(body_font(_BODY))
    made.setDocumentMargin(0)
    frame = QTextFrameFormat()
    frame.setMargin(0)
    for name in ("Left", "Top", "Right", "Bottom"):
        getattr(frame, f"set{name}Margin")(getattr(_MARGINS, name.lower())())
    made.rootFrame().setFrameFormat(frame)
    writer = _Writer(made)
    for block in blocks:
        _write(writer, block, blocks)
        if writer.is_full:
            writer.line(
                say("… und so weiter. Die Vorschau zeigt den Anfang, die Ausgabe enthält alles."),
                colour=_PAPER.quiet,
                before=12,
            )
            break
    made.setPageSize(PAGE)
    return made


def _write(writer: _Writer, block: b.Block, every: Sequence[b.Block]) -> None:
    match block:
        case b.Title(text, above, below):
            if above:
                writer.line(above, _SMALL, colour=_PAPER.quiet, after=10)
            writer.line(text, _TITLE, strong=True, after=4)
            if below:
                writer.line(below, _BODY, colour=_PAPER.quiet, after=14)
        case b.Contents(heading):
            writer.line(heading, _HEADING_PIXELS[2], strong=True, before=10)
            for other in every:
                if isinstance(other, b.Heading) and other.level == 1:
                    writer.line(other.text, _SMALL, after=1)
        case b.Heading(level, text):
            writer.line(
                text,
                _HEADING_PIXELS[level],
                strong=True,
                colour=_PAPER.accent if level <= 2 else _PAPER.text,
                before=16 if level == 1 else 10,
                heading=level,
            )
        case b.Paragraph(text, quiet):
            writer.line(text, colour=_PAPER.quiet if quiet else _PAPER.text)
        case b.Bullets(items):
            writer.bullets(items)
        case b.KeyValues(pairs):
            writer.table(("", ""), (4, 12), pairs, (False, False))
        case b.Picture():
            writer.picture(block)
        case b.Table(columns, rows):
            writer.table([one.title for one in columns], b.widths(columns), rows, [one.right for one in columns])


@lru_cache(maxsize=16)
def _scaled(data: bytes, width: int, height: int) -> QImage:
    """Return a picture in the size of the preview; each tick of the place shows the same ones again."""
    from forumtool.drawing.images import shown

    return shown(data, width, height)


def _look(pixels: int, *, strong: bool, colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(body_font(pixels, strong=strong))
    look.setForeground(QColor(colour))
    return look


def _cell(*, head: bool) -> QTextTableCellFormat:
    cell = QTextTableCellFormat()
    cell.setTopPadding(4)
    cell.setBottomPadding(4)
    cell.setLeftPadding(4)
    cell.setRightPadding(6)
    cell.setBottomBorder(1)
    cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    cell.setBottomBorderBrush(QBrush(QColor(_PAPER.strong_line if head else _PAPER.line)))
    return cell
