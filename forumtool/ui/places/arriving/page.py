"""How Ankommen is laid out: the field and the list, beside them who is in the room and in which group."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from forumtool.i18n import _
from forumtool.ui.parts.buttons import key_text
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across, scrolling
from forumtool.ui.parts.words import keycap, words

_NARROW, _NARROWEST = 900, 800
_SIDE, _SIDE_NARROW = 308, 254


def keys() -> KeyHints:
    """Return the keys of the list in one line, the most needed first."""
    return KeyHints((
        (_("Leertaste"), _("anwesend oder nicht")), ("E", _("entschuldigt")), ("B", _("Bank")), ("G", _("Gruppe")),
        ("1 2 3", _("ja zu Name, Foto, Mail")), ("F2", _("ändern")), (key_text("Del"), _("von der Liste")),
    ))  # fmt: skip


class Middle(QVBoxLayout):
    """The field with its buttons, one line of keys or a hint with a button, and the list or a word in its place."""

    def __init__(
        self, entry: QLineEdit, buttons: tuple[QWidget, ...], rows: QWidget, instead: QWidget, add: QWidget
    ) -> None:
        super().__init__()
        self.setSpacing(8)
        row = across(entry, *buttons, spacing=10)
        row.setStretch(0, 1)
        self.addLayout(row)
        self.keys, self.hint, self._typing = keys(), words("", "small"), QWidget()
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = across(self.hint, add)
        line.setStretch(0, 1)
        self._typing.setLayout(line)
        self._below = QStackedWidget()
        self._below.setFixedHeight(22)
        for one in (self.keys, self._typing):
            self._below.addWidget(one)
        self.addWidget(self._below)
        sheet = Panel(margin=1, spacing=0)
        sheet.inside.addWidget(rows, 1)
        sheet.inside.addWidget(instead, 1, Qt.AlignmentFlag.AlignTop)
        self.addWidget(sheet, 1)
        self.brief = words("", "small", wrap=True)
        self.addWidget(self.brief)

    def tell(self, hint: str) -> None:
        """Show a hint below the field, or the keys if there is none."""
        self.hint.setText(hint)
        self._below.setCurrentWidget(self._typing if hint else self.keys)


class Work(QWidget):
    """The middle and the panels at its side, which go where there is no room."""

    def __init__(self, middle: Middle, panels: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._middle = middle
        column = QWidget()
        right = QVBoxLayout(column)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GAP)
        for panel in panels:
            right.addWidget(panel)
        right.addStretch(1)
        self._side = scrolling(column)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addLayout(middle, 1)
        outer.addWidget(self._side)

    def fit(self, width: int) -> None:
        """Share a width; in the narrowest the sentence below the list stands for the panels."""
        self._side.setFixedWidth(_SIDE_NARROW if width < _NARROW else _SIDE)
        self._side.setVisible(width >= _NARROWEST)
        self._middle.brief.setVisible(width < _NARROWEST)


class Instead(QWidget):
    """What stands where nobody is listed: a sentence, and a button for the steering group at its meeting."""

    def __init__(self, invite: QWidget) -> None:
        super().__init__()
        self.sentence: QLabel = words("", "quiet", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.sentence)
        layout.addLayout(across(invite, 1))


def explanation(choose: QWidget) -> QWidget:
    """Return the page for a file without a chosen forum, with the button that chooses one."""
    page, panel = QWidget(), Panel(spacing=12)
    panel.setMaximumWidth(560)
    panel.inside.addWidget(words(_("Für welches Forum?"), "heading"))
    panel.inside.addWidget(
        words(_("Menschen kommen zu einem Forum. Wählen Sie oben eines, dann steht hier seine Liste."), "", wrap=True)
    )
    panel.inside.addLayout(across(choose, keycap(key_text("Ctrl+F")), 1))
    layout = QVBoxLayout(page)
    layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    layout.addWidget(panel)
    layout.addStretch(1)
    return page
