"""Pages on a desk: paints a document sheet by sheet."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QScrollArea, QWidget

from forumtool.drawing.palette import colours
from forumtool.i18n import _
from forumtool.ui.places.minuting.document import PAGE
from forumtool.ui.theme.style import body_font, worn

_GAP = 18


class _Sheets(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.document: QTextDocument | None = None
        self.scale = 1.0

    @property
    def _page(self) -> tuple[float, float]:
        return PAGE.width() * self.scale, PAGE.height() * self.scale

    def sizeHint(self) -> QSize:
        pages = self.document.pageCount() if self.document else 1
        width, height = self._page
        return QSize(int(width) + 2 * _GAP, int(pages * (height + _GAP) + _GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(worn().track))
        if self.document is None:
            return
        width, height = self._page
        left = (self.width() - width) / 2
        for page in range(self.document.pageCount()):
            sheet = QRectF(left, _GAP + page * (height + _GAP), width, height)
            if sheet.intersects(QRectF(event.rect())):
                self._paint_page(painter, page, sheet)

    def _paint_page(self, painter: QPainter, page: int, sheet: QRectF) -> None:
        paper = colours("light")
        painter.fillRect(sheet, QColor(paper.panel))
        painter.setPen(QColor(worn().line))
        painter.drawRect(sheet)
        painter.save()
        painter.translate(sheet.topLeft())
        painter.scale(self.scale, self.scale)
        part = QRectF(0, 0, PAGE.width(), PAGE.height())
        painter.setClipRect(part)
        painter.translate(0, -page * PAGE.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(paper.text))
        context.clip = part.translated(0, page * PAGE.height())
        if self.document is not None:
            self.document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setPen(QColor(paper.quiet))
        painter.setFont(body_font(max(9, int(9 * self.scale))))
        painter.drawText(
            sheet.adjusted(0, 0, -24 * self.scale, -18 * self.scale),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight,
            str(page + 1),
        )


class Pages(QScrollArea):
    """Shows a document as sheets of paper, scaled to the width."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setAccessibleName(_("Vorschau"))
        self.sheets = _Sheets()
        self.setWidget(self.sheets)
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)

    def show_document(self, document: QTextDocument) -> None:
        """Show a document from where the reader is."""
        document.setParent(self)
        old, self.sheets.document = self.sheets.document, document
        if old is not None:
            old.deleteLater()
        self._fit()

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width()
        self.sheets.scale = max(0.6, min(1.25, (room - 2 * _GAP) / PAGE.width()))
        hint = self.sheets.sizeHint()
        self.sheets.resize(max(room, hint.width()), max(self.viewport().height(), hint.height()))
        self.sheets.update()
