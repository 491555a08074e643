"""Angaben: what stands in the chosen measure, in fields that are written when they are left."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forumtool.domain.rows import MeasureRow
from forumtool.i18n import _
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.wide_field import WideField
from forumtool.ui.parts.words import words

_LINES = 3


class Facts(QWidget):
    """``put`` is asked with the name of a field of the model ``Measure`` and its new text, ``merge`` with the number
    of the measure that this one is to go into.
    """

    def __init__(self, put: Callable[[str, str], object], merge: Callable[[str], object]) -> None:
        super().__init__()
        self.text = WideField(_("Beschreibung"), partial(put, "text"), _LINES)
        self._lines = {
            "lead": LineField(name=_("Federführung"), write=partial(put, "lead")),
            "partners": LineField(name=_("Partner"), write=partial(put, "partners")),
            "horizon": LineField(name=_("Wann"), write=partial(put, "horizon")),
            "cost": LineField(name=_("Kosten"), write=partial(put, "cost")),
            "resources": LineField(name=_("Ressourcen"), write=partial(put, "resources")),
            "indicator": LineField(name=_("Indikator"), write=partial(put, "indicator")),
        }
        self.into = QLineEdit()  # only Enter does it: a number that is left standing means nothing
        self.into.setAccessibleName(_("Geht auf in Maßnahme Nr., Enter legt zusammen"))
        self.into.returnPressed.connect(lambda: merge(self.into.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2)
        for field in (self.text, *self._lines.values(), self.into):
            label = words(field.accessibleName(), "small")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(4)
        column.addStretch(1)

    def field(self, name: str) -> LineField:
        """Return the field of one line for a field of the model."""
        return self._lines[name]

    def show_measure(self, row: MeasureRow) -> None:
        """Show what stands in a measure."""
        self.text.show_text(row.text)
        for name, field in self._lines.items():
            field.show_text(getattr(row, name))
        self.into.clear()

    def finish(self) -> None:
        """Write what has been typed."""
        self.text.finish()
        for field in self._lines.values():
            field.commit()
