"""The cards of a goal, newest first, edited in place."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.ui.parts.cells import is_written_in
from forumtool.ui.parts.chips import Chip, chip_rows, paint_chips
from forumtool.ui.parts.direction import follow_text, turn_painter
from forumtool.ui.parts.keyboard import is_enter
from forumtool.ui.parts.lazy_rows import LazyModel
from forumtool.ui.parts.table import CARD_NUMBER, Column, Index, table
from forumtool.ui.theme.style import body_font, worn

TEXT, TAGS = 1, 2
PAD_X, _PAD_Y, _GAP = 13, 8, 3
_SMALL = 13
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_SHORTENED = 1_200
_PASSES = 4  # rows that come into view get their height, and push others out


class CardsModel(LazyModel[ProposalRow]):
    """Cards, newest first. ``reword`` is asked when a wording has been edited, ``read`` for cards by their keys."""

    def __init__(
        self,
        reword: Callable[[ProposalRow, str], object],
        read: Callable[[Collection[str]], Sequence[ProposalRow]],
    ) -> None:
        super().__init__(
            (
                Column(_("Nr."), lambda row: row.number, CARD_NUMBER),
                Column(_("Vorschlag (Weg)"), lambda row: row.text, 0, edit=reword),
                Column(_("Merkmale"), lambda row: ", ".join(chip.text for chip in chips_of(row)), 204),
                Column(_("Von"), lambda row: row.contributor or "—", 118),
            ),
            read,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.UserRole:
            return self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TEXT:
            row = self.rows[index.row()]
            return _("Originalton: {text}", text=row.original_text) if row.edited_text else None
        return super().data(index, role)

    def is_newer(self, row: ProposalRow) -> bool:
        """Tell whether a card was captured after all that are shown; keys sort by time."""
        return not self.keys or row.id > self.keys[0]

    def has_behind(self, key: str) -> bool:
        """Tell whether a proposal is shown as standing behind one of the cards."""
        return any(one.id == key for row in self.rows.held if row.wordings for one in row.wordings)


def chips_of(row: ProposalRow) -> list[Chip]:
    """Return what is tied to a card, as chips: its kind if it is no way, tags, obstacles, offers, support."""
    colours = worn()
    found: list[Chip] = []
    kinds = {"obstacle": (_("Hemmnis"), 3), "offer": (_("Angebot"), 2), "question": (_("Frage"), 1)}
    if row.kind in kinds:
        name, colour = kinds[row.kind]
        found.append(Chip(name, colours.cards[colour]))
    found += [Chip(tag.title, colours.cards[tag.colour % len(colours.cards)]) for tag in row.tags]
    found += [Chip(_("Hemmnis: {title}", title=one.title), colours.cards[3]) for one in row.obstacles]
    found += [Chip(_("Angebot: {title}", title=one.title), colours.cards[2]) for one in row.offers]
    if row.support:
        found.append(Chip(_("+{count} Unterstützung", count=row.support), colours.chip))
    if row.dissent:
        found.append(Chip(_("Dissens"), colours.cards[3]))
    if row.confirmed_at:
        found.append(Chip(_("✓ bestätigt"), colours.chip))
    return found


def cards_view(model: CardsModel) -> QTableView:
    """Return the view of the cards: wrapped text, chips, heights measured for what can be seen."""
    view = _CardsView()
    table(model, _("Vorschläge"), view)
    view.setItemDelegate(_CardDelegate(view))
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setMinimumSectionSize(48)
    view.heights = _Heights(view, model)
    return view


class _CardsView(QTableView):
    """Scrolls to rows as high as they are, not as Qt takes them to be before they have been seen."""

    heights: "_Heights | None" = None

    def scrollTo(self, index: Index, hint: QTableView.ScrollHint = QTableView.ScrollHint.EnsureVisible) -> None:
        for _pass in range(_PASSES):
            before = self.verticalScrollBar().value()
            super().scrollTo(index, hint)
            if self.heights is None or self.verticalScrollBar().value() == before:
                return
            self.heights.fit()
            self.updateGeometries()


class _Heights(QObject):
    """Gives each row its height when it comes into view; 2,000 cards cost no more than twenty."""

    def __init__(self, view: QTableView, model: CardsModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._known: dict[tuple[str, int], tuple[ProposalRow, int]] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        view.verticalScrollBar().valueChanged.connect(self.fit)
        view.horizontalHeader().sectionResized.connect(self._later)
        for signal in (model.modelReset, model.rowsInserted, model.dataChanged):
            signal.connect(self._later)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._later()
        return super().eventFilter(watched, event)

    def _later(self, *_: object) -> None:
        self._soon.start()

    def fit(self, *_: object) -> None:
        """Measure the rows in view, from the first one down."""
        view = self._view
        at, bottom = max(0, view.rowAt(0)), view.viewport().height()
        while at < len(self._model.rows) and view.rowViewportPosition(at) < bottom:
            height = self._height(at)
            if view.rowHeight(at) != height:
                view.setRowHeight(at, height)
            at += 1

    def _height(self, at: int) -> int:
        row = self._model.rows[at]
        widths = self._view.columnWidth(TEXT), self._view.columnWidth(TAGS)
        key = (row.id, hash(widths))
        known = self._known.get(key)
        if known is None or known[0] != row:
            known = self._known[key] = (row, needed_height(row, *widths))
        return known[1]


def needed_height(row: ProposalRow, text_width: int, tags_width: int) -> int:
    """Return the height in pixels that a card needs in columns of these widths."""
    room = QRect(0, 0, text_width - 2 * PAD_X, 100_000)
    text = _text_height(row.text, room, body_font())
    other = _GAP + _text_height(row.other_text, room, body_font(_SMALL)) if row.other_text else 0
    chips = chip_rows(chips_of(row), tags_width - 2 * PAD_X)
    return max(36, text + other + 2 * _PAD_Y, chips + 2 * _PAD_Y if chips else 0)


def _text_height(text: str, room: QRect, font: QFont) -> int:
    return QFontMetrics(font).boundingRect(room, int(_WRAP), _brief(text)).height()


def _brief(text: str) -> str:
    """Return what the list shows of a card; a pasted novel is shown whole in the inspector."""
    return text if len(text) <= _SHORTENED else text[:_SHORTENED] + " …"


class _CardDelegate(QStyledItemDelegate):
    """Paints a cell with its text at the top, and edits the wording in place."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = worn()
        row: ProposalRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.row_ground))
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inside = QRect(option.rect).adjusted(PAD_X, _PAD_Y, -PAD_X, -_PAD_Y + 2)
        if index.column() == TAGS:
            paint_chips(painter, inside, chips_of(row))
        else:
            painter.setFont(body_font())
            painter.setPen(QColor(colours.text if index.column() == TEXT else colours.quiet))
            if index.column() == TEXT:
                self._paint_wordings(painter, inside, row)
            else:
                line = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
                painter.drawText(inside, Qt.AlignmentFlag.AlignTop, line)
        painter.restore()

    def _paint_wordings(self, painter: QPainter, inside: QRect, row: ProposalRow) -> None:
        """Write the wording and, quietly below it, that in a second language; each begins at its own side."""
        turn_painter(painter, row.text)
        painter.drawText(inside, int(_WRAP), _brief(row.text))
        if row.other_text:
            below = QRect(inside)
            below.setTop(inside.top() + _text_height(row.text, inside, body_font()) + _GAP)
            painter.setFont(body_font(_SMALL))
            painter.setPen(QColor(worn().quiet))
            turn_painter(painter, row.other_text)
            painter.drawText(below, int(_WRAP), _brief(row.other_text))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, 36)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QPlainTextEdit(parent)
        editor.setAccessibleName(_("Fassung"))
        editor.setTabChangesFocus(True)
        follow_text(editor)
        editor.installEventFilter(self)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit) and not is_written_in(editor):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, " ".join(editor.toPlainText().split()))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        area.setHeight(max(area.height(), 56))
        editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if is_enter(event) and isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            return True
        return super().eventFilter(editor, event)
