"""The question to the room and its rules, edited in place."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QWidget

from forumtool.domain.rows import DotRoundRow
from forumtool.i18n import _
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.words import words

DOTS_PER_PERSON = 5


class Question(Panel):
    """Tells what was changed, as fields of a round."""

    changed = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=14, spacing=6)
        self.field = LineField(name=_("Frage an den Raum"), role="bare")
        self.field.setStyleSheet("font-size: 18px;")
        self.dots, self.voters = _number(_("Punkte je Person"), 48, 99), _number(_("Wie viele Personen"), 128, 9_999)
        self.several = QCheckBox(_("mehrere auf eine Gruppe erlaubt"))
        self.inside.setContentsMargins(12, 16, 20, 14)
        title = words(_("FRAGE"), "overline")
        title.setIndent(8)
        self.inside.addWidget(title)
        self.inside.addWidget(self.field)
        rules = across(
            words(_("Punkte je Person"), "quiet"), self.dots, words("·", "quiet"), words(_("Personen"), "quiet"),
            self.voters, words("·", "quiet"), self.several, 1,
        )  # fmt: skip
        rules.setContentsMargins(9, 2, 0, 0)
        self.inside.addLayout(rules)
        self.field.committed.connect(lambda text: self.changed.emit({"question": text}))
        self.dots.committed.connect(lambda text: self.changed.emit({"dots_per_person": int(text or DOTS_PER_PERSON)}))
        self.voters.committed.connect(lambda text: self.changed.emit({"voters": int(text or 0)}))
        self.several.clicked.connect(lambda on: self.changed.emit({"several_on_one": on}))
        for field in (self.field, self.dots, self.voters):
            field.left.connect(field.deselect)

    def show_round(self, row: DotRoundRow | None, default: str, present: int) -> None:
        """Show a round, or what a new one would ask; ``present`` people stand in for voters that nobody entered."""
        self.field.show_text(row.question if row else default)
        self.field.setToolTip(self.field.text())
        self.dots.show_text(str(row.dots_per_person if row else DOTS_PER_PERSON))
        self.voters.show_text(str(row.voters) if row and row.voters else "")
        self.voters.setPlaceholderText(_("{count} anwesend", count=present))
        self.several.setChecked(row.several_on_one if row else True)


def _number(name: str, width: int, most: int) -> LineField:
    field = LineField(name=name)
    field.setValidator(QIntValidator(0, most, field))
    field.setFixedWidth(width)
    return field
