"""The head of a column: heading, number of cards, dots, menu. The heading is renamed in place."""

from functools import cached_property

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumtool.i18n import _, ngettext
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.theme.style import body_font, worn

_MOST_DOTS, _DOT, _STEP = 6, 10, 13


class Title(QWidget):
    """A heading on at most two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._known: dict[int, Wrapped] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a heading; the whole of it is in the tooltip where it is cut."""
        if text != self.text:
            self.text = text
            self._known.clear()
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def height_in(self, width: int) -> int:
        """Return how high the heading wants to be in a width."""
        return max(22, int(self._wrapped(width).height + 4))

    def sizeHint(self) -> QSize:
        return QSize(120, self.height_in(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(worn().text))
        text = self._wrapped(self.width())
        self.setToolTip("" if text.whole else self.text)
        text.draw(painter, 0, 2)

    def _wrapped(self, width: int) -> Wrapped:
        found = self._known.get(width)
        if found is None:
            found = self._known[width] = Wrapped(self.text, body_font(strong=True), max(40, width), lines=2)
        return found


class Facts(QWidget):
    """How many cards a group has, and the dots counted on it: small circles and their number."""

    def __init__(self) -> None:
        super().__init__()
        self.cards, self.dots, self.text = "", 0, ""
        self.setFixedHeight(20)

    def show_facts(self, cards: int, dots: int, more: str = "", *, before: str = "") -> None:
        """Show numbers, no dots for none; ``before`` and ``more`` stand around the number of cards."""
        self.cards, self.dots = ngettext("{count} Karte", "{count} Karten", cards), dots
        self.text = " · ".join(filter(None, (before, self.cards, more)))
        told = ngettext("{count} Punkt", "{count} Punkte", dots) if dots else ""
        self.setAccessibleName(", ".join(filter(None, (self.text, told))))
        self.setToolTip(", ".join(filter(None, (told, more))))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken = self._paint_dots(painter) if self.dots else 0
        painter.setFont(body_font(13))
        painter.setPen(QColor(worn().quiet))
        room = self.rect().adjusted(0, 0, -taken, 0)
        text = painter.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_dots(self, painter: QPainter) -> int:
        painter.setFont(body_font(strong=True))
        number, shown = painter.fontMetrics().horizontalAdvance(str(self.dots)) + 4, min(self.dots, _MOST_DOTS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().accent))
        left = self.width() - number - shown * _STEP - 2
        for at in range(shown):
            painter.drawEllipse(QRectF(left + at * _STEP, (self.height() - _DOT) / 2, _DOT, _DOT))
        painter.setPen(QColor(worn().accent))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.dots))
        return self.width() - left


class ColumnHead(QWidget):
    """Shows a group; tells its new name and that its menu is wanted."""

    renamed = Signal(str)
    menu_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.facts = Title(), Facts()
        self.menu = button("⋯", self.menu_wanted.emit, role="columnMenu", tip=_("Was man mit der Gruppe tun kann"))
        self.menu.setAccessibleName(_("Menü der Gruppe"))
        self.menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.upper = QHBoxLayout()
        self.upper.setSpacing(4)
        self.upper.addWidget(self.title, 1)
        self.upper.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self.upper)
        layout.addWidget(self.facts)

    @cached_property
    def field(self) -> LineField:
        """The field for another heading, made when it is first needed."""
        made = LineField(self.title.text, name=_("Überschrift der Gruppe"))
        made.committed.connect(self.renamed)
        made.left.connect(self._leave)
        made.editingFinished.connect(self._show_title)
        made.hide()
        self.upper.insertWidget(0, made, 1)
        return made

    def show_title(self, title: str) -> None:
        """Show a heading, unless somebody is just typing another one."""
        self.title.show_text(title)
        if "field" in self.__dict__:
            self.field.show_text(title)

    def level(self, height: int) -> None:
        """Make the heading as high as the highest beside it, so that all columns begin at one line."""
        if self.title.minimumHeight() != height:
            self.title.setFixedHeight(height)

    def title_height(self, width: int) -> int:
        """Return how high the heading wants to be in a width."""
        return self.title.height_in(width - 34)

    @property
    def is_renaming(self) -> bool:
        """Tell whether somebody is typing a heading."""
        return "field" in self.__dict__ and self.field.isVisibleTo(self)

    def rename(self) -> None:
        """Let the heading be typed."""
        self.field.show_text(self.title.text)
        self.title.hide()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.rename()

    def _leave(self) -> None:
        self._show_title()
        self.left.emit()

    def _show_title(self) -> None:
        self.field.hide()
        self.title.show()
