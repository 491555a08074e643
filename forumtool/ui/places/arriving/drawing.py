"""The popup that draws groups: how many, of whom, and what that makes. Enter draws, Esc leaves."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from forumtool.domain.rows import ParticipantRow
from forumtool.i18n import _, ngettext
from forumtool.services.lots import group_count, to_draw
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.keyboard import is_enter
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import words

_MOST = 60


class Wish(NamedTuple):
    """What is to be drawn: a number of groups or of people in each, from those present or from everybody."""

    number: int = 4
    by_size: bool = False
    everybody: bool = False


class DrawPopup(QFrame):
    """Asks how to draw; ``draw`` is called with the wish."""

    def __init__(
        self, owner: QWidget, rows: Sequence[ParticipantRow], wish: Wish, draw: Callable[[Wish], object]
    ) -> None:
        super().__init__(owner.window(), Qt.WindowType.Popup)
        self._over, self._rows, self._draw = owner.window(), rows, draw
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.number = QSpinBox()
        self.number.setRange(1, _MOST)
        self.number.setValue(wish.number)
        self.number.setAccessibleName(_("Anzahl"))
        self.number.setFixedWidth(64)
        self.kind = self._choices(_("Gruppen"), _("Personen je Gruppe"), second=wish.by_size)
        present, every = (len(to_draw(rows, everybody=one)) for one in (False, True))
        self.whom = self._choices(
            _("Anwesende ({count})", count=present), _("alle auf der Liste ({count})", count=every),
            second=wish.everybody or not present,
        )  # fmt: skip
        self.sentence = words("", "quiet", wrap=True)
        self.sentence.setMinimumHeight(40)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.go = button(_("Auslosen"), self.take, role="primary")
        self._build()
        self._tell()

    def _choices(self, first: str, other: str, *, second: bool) -> QButtonGroup:
        group = QButtonGroup(self)
        for at, title in enumerate((first, other)):
            choice = QRadioButton(title)
            choice.setChecked(bool(at) == second)
            choice.installEventFilter(self)
            group.addButton(choice, at)
        group.idToggled.connect(lambda *_: self._tell())
        return group

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(words(_("Gruppen auslosen"), "heading"))
        layout.addLayout(across(self.number, *self.kind.buttons(), 1, spacing=12))
        layout.addLayout(across(*self.whom.buttons(), 1, spacing=12))
        layout.addWidget(self.sentence)
        layout.addLayout(across(1, self.go))
        self.number.valueChanged.connect(lambda _value: self._tell())
        self.number.installEventFilter(self)

    def open_over(self, widget: QWidget) -> None:
        """Open beside a widget, inside the window."""
        self.resize(400, self.sizeHint().height())
        corner = self._over.mapToGlobal(QPoint(0, 0))
        where = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 4))
        lowest = corner.y() + self._over.height() - self.height() - 8
        rightmost = corner.x() + self._over.width() - self.width() - 8
        self.move(max(corner.x() + 8, min(where.x(), rightmost)), max(corner.y() + 8, min(where.y(), lowest)))
        self.show()
        self.number.setFocus()
        self.number.selectAll()

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        return Wish(self.number.value(), self.kind.checkedId() == 1, self.whom.checkedId() == 1)

    def take(self) -> None:
        """Draw, and close."""
        wish = self.wish
        self.close()
        self._draw(wish)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_enter(event):
            self.number.interpretText()
            self.take()
            return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if not hasattr(self, "whom"):
            return
        wish = self.wish
        people = len(to_draw(self._rows, everybody=wish.everybody))
        self.sentence.setText(told(people, wish))
        self.go.setEnabled(people > 0)


def told(people: int, wish: Wish) -> str:
    """Return what a draw will make, as a sentence."""
    if not people:
        return _("Es ist noch niemand da.")
    groups = group_count(people, groups=0 if wish.by_size else wish.number, size=wish.number if wish.by_size else 0)
    least, rest = divmod(people, groups)
    sizes = _("{least} oder {most}", least=least, most=least + 1) if rest else str(least)
    return ngettext(
        "Eine Gruppe mit allen {people} Personen.",
        "{count} Gruppen zu {sizes} Personen; jede Bank verteilt sich auf alle.", groups, people=people, sizes=sizes,
    )  # fmt: skip
