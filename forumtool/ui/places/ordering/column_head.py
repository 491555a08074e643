"""The head of a column: heading, number of cards, dots, menu. The heading is renamed in place."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from forumtool.domain.report import Group
from forumtool.i18n import _, ngettext
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.words import words
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.theme.style import body_font, worn

_MOST_DOTS, _DOT, _STEP = 6, 10, 13


class Title(QWidget):
    """A heading on at most two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._known: dict[int, Wrapped] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show a heading; the whole of it is in the tooltip where it is cut."""
        if text != self.text:
            self.text = text
            self._known.clear()
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(22, int(self._wrapped(width).height + 4))

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(self.width()))

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


class Dots(QWidget):
    """Dots counted on a group: small circles and the number."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.setFixedHeight(18)

    def show_count(self, count: int) -> None:
        """Show a number of dots, nothing for none."""
        self.count = count
        number = self._number_width()
        self.setFixedWidth((min(count, _MOST_DOTS) * _STEP + 4 + number) if count else 0)
        self.setAccessibleName(ngettext("{count} Punkt", "{count} Punkte", count) if count else "")
        self.setToolTip(self.accessibleName())
        self.update()

    def _number_width(self) -> int:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(body_font(strong=True)).horizontalAdvance(str(self.count)) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().accent))
        shown = min(self.count, _MOST_DOTS)
        for at in range(shown):
            painter.drawEllipse(QRectF(at * _STEP, (self.height() - _DOT) / 2, _DOT, _DOT))
        painter.setPen(QColor(worn().accent))
        painter.setFont(body_font(strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.count))


class ColumnHead(QWidget):
    """Shows a group; tells its new name and that its menu is wanted."""

    renamed = Signal(str)
    menu_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.field = Title(), LineField(name=_("Überschrift der Gruppe"))
        self.count, self.dots = words("", "small"), Dots()
        self.menu = button("⋯", self.menu_wanted.emit, role="plain", tip=_("Was man mit der Gruppe tun kann"))
        self.menu.setAccessibleName(_("Menü der Gruppe"))
        self.menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.menu.setFixedSize(28, 24)
        self._names = QStackedWidget()
        self._names.addWidget(self.title)
        self._names.addWidget(self.field)
        self._names.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.field.committed.connect(self.renamed)
        self.field.left.connect(self._leave)
        self.field.editingFinished.connect(self._show_title)
        upper = QHBoxLayout()
        upper.setSpacing(4)
        upper.addWidget(self._names, 1)
        upper.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        lower = QHBoxLayout()
        lower.addWidget(self.count)
        lower.addStretch(1)
        lower.addWidget(self.dots)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(upper)
        layout.addLayout(lower)

    def show_group(self, group: Group) -> None:
        """Show heading, cards and dots."""
        self.title.show_text(group.cluster.title)
        self.field.show_text(group.cluster.title)
        self.count.setText(ngettext("{count} Karte", "{count} Karten", len(group.proposals)))
        self.dots.show_count(group.cluster.dots)

    def title_height(self, width: int) -> int:
        """Return how high the heading wants to be in a width."""
        return self.title.heightForWidth(width - self.menu.width() - 6)

    @property
    def is_renaming(self) -> bool:
        """Tell whether somebody is typing a heading."""
        return self._names.currentWidget() is self.field

    def rename(self) -> None:
        """Let the heading be typed."""
        self._names.setCurrentWidget(self.field)
        self.field.setFocus()
        self.field.selectAll()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.rename()

    def _leave(self) -> None:
        self._show_title()
        self.left.emit()

    def _show_title(self) -> None:
        self._names.setCurrentWidget(self.title)
