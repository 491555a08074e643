"""The names that a sign can mean, offered below what is typed; the first nine carry a digit that takes them."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumtool.domain.capture_line import Token
from forumtool.domain.rows import Vocabulary
from forumtool.ui.theme.style import body_font, worn

APART = "  "
DIGITS = 9
_MOST = 30
_WIDTH = 360
_MARGIN = 10


class Recent(NamedTuple):
    """The names used last: tags by their digits, people with the last one first."""

    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Offers(QObject):
    """A list of names that leaves the keyboard where it is."""

    taken = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(field)
        self._completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._completer.setMaxVisibleItems(DIGITS)
        self._completer.activated[str].connect(self.taken)  # type: ignore[index]  # PySide6's stubs know no overloads
        self.popup = QListView()
        self.popup.setObjectName("popup")
        self._completer.setPopup(self.popup)
        self.popup.setItemDelegate(_Numbered(self.popup))

    @property
    def is_open(self) -> bool:
        """Tell whether names are offered."""
        return self.popup.isVisible()

    @property
    def names(self) -> list[str]:
        """The names that are offered now, best first."""
        return self._names.stringList() if self.is_open else []

    def show(self, names: Sequence[str], spot: QRect, room: int) -> None:
        """Offer names below a spot of the field, which is ``room`` pixels wide."""
        self._names.setStringList(list(names))
        self._completer.setCompletionPrefix("")
        self._completer.complete(QRect(min(spot.left(), max(0, room - _WIDTH)), spot.top(), _WIDTH, spot.height()))
        self.popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def hide(self) -> None:
        """Offer nothing any more."""
        self.popup.hide()

    def take(self) -> None:
        """Take the name that is marked, the first one if none is."""
        marked = self.popup.currentIndex()
        names = self.names
        self.hide()
        self.taken.emit(str(marked.data()) if marked.isValid() else names[0])

    def take_digit(self, digit: int) -> bool:
        """Take the name that carries a digit; return False if none does."""
        names = self.names
        if not 1 <= digit <= min(DIGITS, len(names)):
            return False
        self.hide()
        self.taken.emit(names[digit - 1])
        return True


class _Numbered(QStyledItemDelegate):
    """Writes the digit quietly at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.row() < DIGITS:
            painter.save()
            painter.setFont(body_font(12))
            painter.setPen(QColor(worn().quiet))
            area = QRect(option.rect).adjusted(0, 0, -_MARGIN, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.row() + 1))
            painter.restore()


def matching(known: Vocabulary, token: Token, recent: Recent = Recent()) -> list[str]:  # noqa: B008 - a frozen row
    """Return the names that what was typed may mean: those that begin so first, then those with a word that does.

    What was used last comes before what was not.
    """
    names: tuple[str, ...] = {
        "#": (*recent.tags, *known.tags),
        "@": (*recent.people, *known.people, *known.organisations, *known.groups),
        "!": known.obstacles,
        "+": known.offers,
        ">": tuple(f"{number}{APART}{title}" for number, title in known.goals),
    }[token.sign]
    typed = token.name.casefold()
    begins = [name for name in names if name.casefold().startswith(typed)]
    contains = [name for name in names if f" {typed}" in f" {name.casefold()}"] if typed else []
    return list(dict.fromkeys([*begins, *contains]))[:_MOST]
