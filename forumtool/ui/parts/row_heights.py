"""Rows as high as their words need, also after the columns have become wider or narrower."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from forumtool.ui.parts.cells import is_written_in

TABLE_PADDING = QSize(26, 18)
_MOST = 10_000
_TURNS = 3


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

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if not is_written_in(editor):
            super().setEditorData(editor, index)


def wrap_rows(view: QTableView) -> None:
    """Keep the rows of a table as high as their wrapped words; each is measured when it comes into view."""
    view.setItemDelegate(WrapDelegate(view))
    _Heights(view)


class _Heights(QObject):
    """Measures rows in view once after all that changes them; 20,000 rows cost no more than twenty."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._known: set[int] = set()
        self._follows = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._settle)
        view.verticalScrollBar().valueChanged.connect(self._fit)
        model = view.model()
        for signal in (view.horizontalHeader().sectionResized, model.modelReset, model.dataChanged,
                       model.rowsInserted, model.rowsRemoved):  # fmt: skip
            signal.connect(self._anew)
        view.selectionModel().currentRowChanged.connect(self._follow)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _anew(self, *_what: object) -> None:
        self._known.clear()
        self._soon.start()

    def _follow(self, *_what: object) -> None:
        self._follows = True
        self._soon.start()

    def _settle(self) -> None:
        """Measure, and bring a row that was just chosen into view again if higher rows have pushed it out."""
        self._fit()
        if self._follows:
            self._follows = False
            for _turn in range(_TURNS):  # as scrolling brings rows into view that have not been measured yet
                self._view.scrollTo(self._view.currentIndex())

    def _fit(self, *_what: object) -> None:
        view, rows = self._view, self._view.model().rowCount()
        at, bottom = max(0, view.rowAt(0)), view.viewport().height()
        while at < rows and view.rowViewportPosition(at) < bottom:
            if at not in self._known:
                self._known.add(at)
                view.resizeRowToContents(at)
            at += 1
