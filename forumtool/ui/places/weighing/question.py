"""The question to the room and its rules, edited in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from forumtool.domain.rows import DotRoundRow
from forumtool.i18n import _, ngettext
from forumtool.services.weighing import FEWEST_STEPS, MOST_STEPS
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.text_field import TextField
from forumtool.ui.parts.words import words

_DOTS, _LINE = 5, 34


class Question(Panel):
    """Tells what was changed, as fields of a round; ``done`` that Enter ended the writing.

    ``wordings_wanted`` and ``targets_wanted`` ask for the lists to choose from. In a low window the rules are one
    line of words that opens to the fields.
    """

    changed = Signal(dict)
    done = Signal()
    wordings_wanted = Signal()
    targets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=14, spacing=6)
        self.inside.setContentsMargins(12, 14, 16, 12)
        self.title = words("", "overline")
        self.title.setIndent(8)
        self.field = TextField(name=_("Frage an den Raum"), role="bare", most=3, one_paragraph=True)
        self.field.setStyleSheet("font-size: 18px;")
        self.more = button("▾", self.wordings_wanted.emit, role="plain", tip=_("Frühere Fragen") + "  (↓)")
        self.more.setAccessibleName(_("Frühere Fragen"))
        self.inside.addWidget(self.title)
        line = across(self.field, self.more, spacing=4)
        line.setAlignment(self.more, Qt.AlignmentFlag.AlignTop)
        self.inside.addLayout(line)
        self.rules = Flow(spacing=8)
        self.rules.setContentsMargins(9, 2, 0, 0)
        self.inside.addWidget(self.rules)
        self.summary = button("", self.open_rules, role="plain", tip=_("Regeln ändern"))
        self.summary.setStyleSheet("text-align: left;")
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.inside.addWidget(self.summary)
        self._is_low = False
        self._build_dots()
        self._build_scale()
        self.voters = _number(_("Wie viele Personen"), 128, 0, 9_999)
        self.people = self._pair(words(_("Personen"), "quiet"), self.voters)
        self._bind()

    def _build_dots(self) -> None:
        self.dots = _number(_("Punkte je Person"), 48, 1, 99)
        self.targets = button("", self.targets_wanted.emit, tip=_("Worauf gepunktet wird"))
        self.several = QCheckBox(_("mehrere auf eines erlaubt"))
        self.coloured = QCheckBox(_("farbige Punkte je Bank"))
        self._for_dots = [
            self._pair(words(_("Punkte je Person"), "quiet"), self.dots),
            self._pair(words(_("auf"), "quiet"), self.targets),
            self._pair(self.several),
            self._pair(self.coloured),
        ]

    def _build_scale(self) -> None:
        self.low, self.high = LineField(name=_("Wort am unteren Ende")), LineField(name=_("Wort am oberen Ende"))
        self.steps = _number(_("Stufen"), 48, FEWEST_STEPS, MOST_STEPS)
        self._for_scale = [
            self._pair(self.steps, words(_("Stufen von"), "quiet"), self.low),
            self._pair(words(_("bis"), "quiet"), self.high),
        ]
        for field in (self.low, self.high):
            field.setFixedWidth(170)

    def _pair(self, *things: QWidget) -> QWidget:
        """Keep a field and its name together where the rules wrap."""
        pair = QWidget()
        pair.setLayout(across(*things, spacing=8))
        pair.setContentsMargins(0, 0, 10, 0)
        pair.setFixedHeight(_LINE)
        self.rules.flow.addWidget(pair)
        return pair

    def _bind(self) -> None:
        for field, name in ((self.field, "question"), (self.low, "low"), (self.high, "high")):
            field.committed.connect(lambda text, name=name: self.changed.emit({name: text}))
        self.dots.committed.connect(lambda text: self.changed.emit({"dots_per_person": int(text or 0) or _DOTS}))
        self.voters.committed.connect(lambda text: self.changed.emit({"voters": int(text or 0)}))
        self.steps.committed.connect(self._change_steps)
        self.several.clicked.connect(lambda on: self.changed.emit({"several_on_one": on}))
        self.coloured.clicked.connect(lambda on: self.changed.emit({"per_constituency": on}))
        self.field.down.connect(self.wordings_wanted)
        self.field.left.connect(self.done)
        for field in (self.low, self.high, self.dots, self.voters, self.steps):
            field.left.connect(field.deselect)
            field.left.connect(self._close_rules)
            field.left.connect(self.done)

    def _change_steps(self, text: str) -> None:
        self.changed.emit({"steps": max(FEWEST_STEPS, min(MOST_STEPS, int(text or 0)))})

    def show_round(self, row: DotRoundRow, targets: str, present: int) -> None:
        """Show a round, or one that nobody has asked yet.

        ``targets`` is what its dots go on in words; ``present`` people stand in for voters until there are dots.
        """
        is_scale = row.kind == "scale"
        self.title.setText(_("FRAGE · GANZES FORUM") if row.goal_id is None else _("FRAGE"))
        self.field.show_text(row.question)
        self.dots.show_text(str(row.dots_per_person))
        self.voters.show_text(str(row.voters) if row.voters else "")
        self.voters.setPlaceholderText(_("{count} anwesend", count=present))
        self.targets.setText(targets + "  ▾")
        self.several.setChecked(row.several_on_one)
        self.coloured.setChecked(row.per_constituency)
        for field, text in ((self.low, row.low), (self.high, row.high), (self.steps, str(row.steps))):
            field.show_text(text)
        for pair in self._for_dots:
            pair.setVisible(not is_scale)
        for pair in self._for_scale:
            pair.setVisible(is_scale)
        self.rules.updateGeometry()
        self.summary.setText(_summary(row, targets, present) + "  ▾")

    def be_low(self, *, on: bool) -> None:
        """Take little height, or as much as it needs."""
        self._is_low = on
        self.title.setVisible(not on)
        self._close_rules()

    def open_rules(self) -> None:
        """Show the fields of the rules and go to the first of them."""
        self.rules.setVisible(True)
        self.summary.setVisible(False)
        first = self.steps if self.steps.isVisibleTo(self) else self.dots
        first.setFocus()

    def _close_rules(self) -> None:
        self.rules.setVisible(not self._is_low)
        self.summary.setVisible(self._is_low)

    def take_focus(self) -> None:
        """Put the keyboard into the question, to be written anew."""
        self.field.setFocus()
        self.field.selectAll()


def _summary(row: DotRoundRow, targets: str, present: int) -> str:
    """The rules in one line."""
    people = ngettext("{count} Person", "{count} Personen", row.voters or present)
    if row.kind == "scale":
        return (
            _("{steps} Stufen von „{low}“ bis „{high}“", steps=row.steps, low=row.low, high=row.high) + f" · {people}"
        )
    rules = (
        ngettext("{count} Punkt je Person", "{count} Punkte je Person", row.dots_per_person),
        _("auf {targets}", targets=targets),
        "" if row.several_on_one else _("nur einer auf jedes"),
        _("farbig") if row.per_constituency else "",
        people,
    )
    return " · ".join(filter(None, rules))


def _number(name: str, width: int, least: int, most: int) -> LineField:
    field = LineField(name=name)
    field.setValidator(QIntValidator(0 if least > 1 else least, most, field))
    field.setFixedWidth(width)
    return field
