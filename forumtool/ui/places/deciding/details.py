"""Who carries out a decision, until when, and where in the concept it goes."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from forumtool.domain.due import read_due
from forumtool.domain.rows import ActionFieldRow
from forumtool.domain.when import typed as as_typed
from forumtool.i18n import _
from forumtool.storage.queries.steering import DecisionLine
from forumtool.ui.importing.columns import Calm, fit
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.words import words

Put = Callable[[str, object], object]
_STRETCH = {0: 3, 3: 3}
_NARROWEST = 100  # pixels: a whole date


class Details(QWidget):
    """Fields below their names; each is written when it is left. ``put`` is asked with a field and its new value."""

    def __init__(self, put: Put) -> None:
        super().__init__()
        self._put = put
        self._calm = Calm(self)
        self.responsible = LineField(name=_("Zuständig"), write=lambda text: put("responsible", text))
        self.due = LineField(name=_("Frist"), write=lambda text: self._put_day("due", text))
        self.measure_number = LineField(name=_("Maßnahmen-Nr."), write=lambda text: put("measure_number", text))
        self.action_field = QComboBox()
        self.decided_on = LineField(name=_("Beschlossen am"), write=lambda text: self._put_day("decided_on", text))
        self._fields = (self.responsible, self.due, self.measure_number, self.action_field, self.decided_on)
        self.action_field.setAccessibleName(_("Handlungsfeld"))
        self.action_field.activated.connect(lambda _at: put("action_field_id", self.action_field.currentData()))
        fit(self.action_field, 12)
        self._calm.keep(self.action_field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for at, field in enumerate(self._fields):
            label = words(field.accessibleName(), "small")
            label.setBuddy(field)
            field.setMinimumWidth(_NARROWEST)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, _STRETCH.get(at, 1))

    def show_line(self, line: DecisionLine | None, fields: Sequence[ActionFieldRow]) -> None:
        """Show what is decided of a proposal; nothing for none."""
        self.setEnabled(line is not None)
        self.responsible.show_text(line.responsible if line else "")
        self.due.show_text(as_typed(line.due) if line else "")
        self.measure_number.show_text(line.measure_number if line else "")
        self.decided_on.show_text(as_typed(line.decided_on) if line else "")
        if [self.action_field.itemData(at) for at in range(1, self.action_field.count())] != [row.id for row in fields]:
            self.action_field.clear()
            self.action_field.addItem("–", None)
            for row in fields:
                self.action_field.addItem(f"{row.number} {row.title}".strip(), row.id)
        chosen = self.action_field.findData(line.action_field_id) if line and line.action_field_id else 0
        self.action_field.setCurrentIndex(max(chosen, 0))

    def finish(self) -> None:
        """Write what has been typed."""
        for field in self._fields:
            if isinstance(field, LineField):
                field.commit()

    def _put_day(self, field: str, text: str) -> None:
        self._put(field, read_due(text, date.today()))
