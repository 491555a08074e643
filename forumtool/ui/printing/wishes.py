"""The left side of printing: which paper, of whom, and how."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from forumtool.exports.day_papers import BADGES, GROUP_WORDS, LIST, SIGNS, TENTS, TITLES, Choice
from forumtool.exports.name_badges import SHEETS
from forumtool.i18n import _
from forumtool.ui.parts.panel import across, down
from forumtool.ui.parts.words import words

_MOST_BLANK = 40
_ASKED = {
    LIST: ("blank",), BADGES: ("sheet", "cut", "word"), TENTS: ("cut",), SIGNS: ("word", "names"),
}  # fmt: skip


class Wishes(QWidget):
    """Kinds of papers as choices, and below them what can be said of the chosen one; ``changed`` hears of each."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self._changed = changed
        self.kinds, self.whom = QButtonGroup(self), QButtonGroup(self)
        self.sheet, self.word = QComboBox(), QComboBox()
        self.cut, self.names = QCheckBox(_("Linien zum Schneiden")), QCheckBox(_("Namen auf dem Schild"))
        self.blank = QSpinBox()
        self._rows: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._fill()
        self._choices(layout, self.kinds, [_(title) for title in TITLES.values()])
        layout.addSpacing(10)
        self._choices(layout, self.whom, [_("alle, die erwartet werden"), _("nur Anwesende")])
        layout.addSpacing(10)
        for key, title, field in (
            ("sheet", _("Bogen"), self.sheet), ("word", _("Gruppen heißen"), self.word),
            ("blank", _("Leere Zeilen für Gäste"), self.blank), ("cut", "", self.cut), ("names", "", self.names),
        ):  # fmt: skip
            self._rows[key] = _row(title, field)
            layout.addWidget(self._rows[key])
        self._show_asked()

    def _choices(self, layout: QVBoxLayout, group: QButtonGroup, titles: list[str]) -> None:
        for at, title in enumerate(titles):
            choice = QRadioButton(title)
            choice.setChecked(at == 0)
            group.addButton(choice, at)
            layout.addWidget(choice)
        group.idToggled.connect(self._toggled)

    def _fill(self) -> None:
        for key, (title, _sheet) in SHEETS.items():
            self.sheet.addItem(_(title), key)
        for word in GROUP_WORDS:
            self.word.addItem(_(word), word)
        self.sheet.setAccessibleName(_("Bogen"))
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sheet.setMinimumContentsLength(16)
        self.word.setAccessibleName(_("Gruppen heißen"))
        self.blank.setRange(0, _MOST_BLANK)
        self.blank.setValue(Choice().blank_rows)
        self.blank.setFixedWidth(64)
        self.blank.setAccessibleName(_("Leere Zeilen für Gäste"))
        self.cut.setChecked(True)
        self.names.setChecked(True)
        for box in (self.sheet, self.word):
            box.activated.connect(lambda _at: self._changed())
        for tick in (self.cut, self.names):
            tick.toggled.connect(lambda _on: self._changed())
        self.blank.valueChanged.connect(lambda _value: self._changed())

    def _toggled(self, _at: int, on: bool) -> None:
        if on:
            self._show_asked()
            self._changed()

    def _show_asked(self) -> None:
        for key, row in self._rows.items():
            row.setVisible(key in _ASKED[self.kind])

    @property
    def kind(self) -> str:
        """The chosen kind of paper."""
        return tuple(TITLES)[self.kinds.checkedId()]

    @property
    def choice(self) -> Choice:
        """Everything that is chosen."""
        return Choice(
            self.kind, self.whom.checkedId() == 1, str(self.sheet.currentData()), self.cut.isChecked(),
            self.blank.value(), str(self.word.currentData()), self.names.isChecked(),
        )  # fmt: skip


def _row(title: str, field: QWidget) -> QWidget:
    row = QWidget()
    if isinstance(field, QComboBox):
        row.setLayout(down(words(title, "small"), field, spacing=3))
    else:
        row.setLayout(across(words(title, "small"), field, 1) if title else across(field, 1))
    return row
