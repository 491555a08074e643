"""Which column means what: a box for each meaning, chosen as last time for equal heads, else as guessed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QGridLayout

from forumtool.i18n import _
from forumtool.imports.table import Table
from forumtool.ui.importing.kinds import Kind
from forumtool.ui.parts.words import words
from forumtool.ui.settings import Settings

ABREAST = 5


class Columns(QGridLayout):
    """The boxes of a kind of list; ``changed`` is called when the user has chosen."""

    def __init__(self, kind: Kind, changed: Callable[[], object]) -> None:
        super().__init__()
        self._kind = kind
        self._calm = Calm(self)
        self.boxes = {meaning: QComboBox() for meaning in kind.meanings}
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(3)
        for at, (meaning, box) in enumerate(self.boxes.items()):
            name = _(kind.meanings[meaning])
            box.setAccessibleName(_("Spalte für {meaning}", meaning=name))
            fit(box)
            self._calm.keep(box)
            box.activated.connect(lambda _at: changed())
            self.addWidget(words(name, "small"), 2 * (at // ABREAST), at % ABREAST)
            self.addWidget(box, 2 * (at // ABREAST) + 1, at % ABREAST)
        for column in range(ABREAST):
            self.setColumnStretch(column, 1)

    @property
    def chosen(self) -> dict[str, str]:
        """The head chosen for each meaning, empty for none."""
        return {meaning: str(box.currentData() or "") for meaning, box in self.boxes.items()}

    def show_table(self, table: Table, settings: Settings) -> bool:
        """Offer the heads of a table; return whether they are chosen as the user chose them last time."""
        remembered = settings.columns(self._kind.key, table.heads) if table.head_line else {}
        guessed = {meaning: table.heads[at] for meaning, at in self._kind.guess(table).items()}
        self._fill(table, remembered or guessed)
        return bool(remembered)

    def remember(self, table: Table, settings: Settings) -> None:
        """Keep the choice for lists with the same heads; a list without heads has nothing to be known by."""
        if table.head_line:
            settings.keep_columns(self._kind.key, table.heads, self.chosen)

    def _fill(self, table: Table, chosen: Mapping[str, str]) -> None:
        for meaning, box in self.boxes.items():
            box.clear()
            box.addItem("–", "")
            for head in table.heads:
                box.addItem(head, head)
            box.setCurrentIndex(max(box.findData(chosen.get(meaning, "")), 0))


class Calm(QObject):
    """Lets the wheel scroll past boxes: it must not change what was chosen by chance."""

    def keep(self, box: QComboBox) -> None:
        """Keep a box calm."""
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return False


def fit(box: QComboBox, signs: int = 10) -> None:
    """Let a box be narrower than its longest choice."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(signs)
