"""The proposals with what was decided of them, as a table of any length."""

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from forumtool.domain.when import shown
from forumtool.i18n import N_, _, speaking
from forumtool.storage.queries.steering import DecisionLine
from forumtool.ui.parts.lazy_rows import LazyModel
from forumtool.ui.parts.table import CARD_NUMBER, Column, Index
from forumtool.ui.theme.style import body_font, worn

VERDICTS = (
    ("1", "adopt", N_("übernehmen"), 2),
    ("2", "merge", N_("zusammenführen"), 1),
    ("3", "defer", N_("zurückstellen"), 3),
    ("4", "reject", N_("ablehnen"), 4),
    ("0", "", N_("offen"), -1),
)
FIELDS = ("number", "text", "goal", "dots", "verdict", "responsible", "due")
DOTS, VERDICT = FIELDS.index("dots"), FIELDS.index("verdict")
_TITLE = {verdict: title for _key, verdict, title, _colour in VERDICTS}
_COLOUR = {verdict: colour for _key, verdict, _title, colour in VERDICTS}


def columns(put: Mapping[str, Any]) -> tuple[Column, ...]:
    """Return the columns in the order of ``FIELDS``; ``put`` says by field what an edit does."""
    return (
        Column(_("Nr."), lambda line: line.number, CARD_NUMBER),
        Column(_("Vorschlag"), lambda line: line.text),
        Column(_("Ziel"), lambda line: line.goal_number, 62),
        Column(_("Punkte"), lambda line: f"● {line.dots}" if line.dots else "", 86),
        Column(_("Entscheidung"), verdict_of, 206),
        Column(_("Zuständig"), lambda line: line.responsible, 170, put["responsible"]),
        Column(_("Frist"), lambda line: shown(line.due, speaking().language), 138, put["due"]),
    )


def verdict_of(line: DecisionLine) -> str:
    """Return what was decided in words."""
    if line.verdict == "merge" and line.merged_with:
        return _("zusammenführen mit {number}", number=line.merged_with)
    return _(_TITLE.get(line.verdict, line.verdict))


class LinesModel(LazyModel[DecisionLine]):
    """Numbers in quiet colour, dots in the accent's."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in (0, DOTS):
            return QColor(worn().accent if index.column() else worn().quiet)
        return super().data(index, role)


class VerdictDelegate(QStyledItemDelegate):
    """Paints a verdict as a chip."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = cast(LinesModel, index.model()).rows[index.row()]
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""
        widget = plain.widget
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, plain, painter, widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(body_font(13))
        area: QRect = option.rect.adjusted(10, 0, -8, 0)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 18)
        width = painter.fontMetrics().horizontalAdvance(text) + 18
        left = area.right() - width if plain.direction == Qt.LayoutDirection.RightToLeft else area.x()
        chip = QRect(left, area.center().y() - 10, width, 21)
        colour = _COLOUR.get(line.verdict, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().chip if colour < 0 else worn().cards[colour]))
        painter.drawRoundedRect(chip, 10, 10)
        painter.setPen(QColor(worn().text))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
