"""Rows as high as their words need, also after the columns have become wider or narrower."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

TABLE_PADDING = QSize(26, 18)
TREE_PADDING = QSize(22, 12)
_MOST = 10_000


class WrapDelegate(QStyledItemDelegate):
    """Measures words in the width that the style sheet's padding leaves; Qt forgets the padding there.

    ``padding`` is what the style sheet takes off a cell in both directions, with the three pixels of Qt's own margin.
    """

    def __init__(self, view: QAbstractItemView, padding: QSize = TABLE_PADDING) -> None:
        super().__init__(view)
        self._padding = padding

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        width = option.rect.width() - self._padding.width()
        if not text or width <= 0:
            return size
        font = index.data(Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(font if isinstance(font, QFont) else option.font)
        needed = metrics.boundingRect(QRect(0, 0, width, _MOST), int(Qt.TextFlag.TextWordWrap), str(text)).height()
        return QSize(size.width(), needed + self._padding.height())


def wrap_rows(view: QTableView) -> None:
    """Keep the rows of a short table as high as their wrapped words; measured once after all that changes them."""
    view.setItemDelegate(WrapDelegate(view))
    soon = QTimer(view)
    soon.setSingleShot(True)
    soon.setInterval(0)
    soon.timeout.connect(view.resizeRowsToContents)
    model = view.model()
    for signal in (view.horizontalHeader().sectionResized, model.modelReset, model.dataChanged):
        signal.connect(lambda *_what: soon.start())
