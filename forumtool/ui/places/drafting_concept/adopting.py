"""Maßnahmen übernehmen: what would become of the decisions, before anything is changed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from forumtool.i18n import _, ngettext
from forumtool.services.adopting import Adoption, AdoptionPlan, adopt_measures, plan_adoption
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.words import words


class AdoptDialog(QDialog):
    """The measures that would be made or completed, one to a row, and what somebody should look at."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(_("Maßnahmen übernehmen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        plan = plan_adoption(desk.file)
        self.model = _Model(
            (
                Column(_("Nr."), _number, 64),
                Column(_("Maßnahme"), lambda row: row.title),
                Column(_("Handlungsfeld"), lambda row: row.field or "–", 190),
                Column(_("Federführung"), lambda row: row.lead or "–", 170),
                Column(_("Vorschläge"), lambda row: ", ".join(row.proposals), 120),
                Column("", lambda row: _("ergänzt") if row.measure_id else _("neu"), 84),
            ),
            self,
        )
        self.view = table(self.model, _("Was übernommen würde"))
        wrap_rows(self.view)
        Narrow(self.view, self.model.columns, (3, 4), 220)
        self.model.show(plan.changes)
        self.said = words(_told(plan), "", wrap=True)
        self.remarks = words("\n".join(plan.remarks), "warning", wrap=True)
        self.remarks.setVisible(bool(plan.remarks))
        self.go = button(_("Übernehmen"), self._go, role="primary")
        self.go.setDefault(True)
        self.go.setEnabled(bool(plan.changes))
        self._build(parent.window().size())
        self.view.setVisible(bool(plan.changes))

    def _build(self, whole: QSize) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.said)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.remarks)
        layout.addLayout(
            across(words(_("* vorgeschlagene Nummer"), "small"), 1, button(_("Abbrechen"), self.reject), self.go)
        )
        self.resize(min(980, whole.width() - 60), min(560, whole.height() - 60))

    def _go(self) -> None:
        if self._desk.do(adopt_measures) is not None:
            self.accept()


class _Model(RowsModel[Adoption]):
    """The rows have no keys of their own: a measure to be made has none yet."""

    def show(self, rows: tuple[Adoption, ...]) -> None:  # type: ignore[override]
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def _number(row: Adoption) -> str:
    return f"{row.number} *" if row.is_proposed else row.number or "–"


def _told(plan: AdoptionPlan) -> str:
    new = sum(one.measure_id is None for one in plan.changes)
    completed = len(plan.changes) - new
    if not plan.adoptions:
        return _("Noch ist kein Vorschlag übernommen: Das geschieht in den Entscheidungen.")
    if not plan.changes:
        return _("Alle übernommenen Vorschläge stehen schon im Konzept.")
    said = [ngettext("{count} Maßnahme entsteht.", "{count} Maßnahmen entstehen.", new)] if new else []
    if completed:
        said.append(
            ngettext("{count} Maßnahmenskizze wird ergänzt.", "{count} Maßnahmenskizzen werden ergänzt.", completed)
        )
    return " ".join((*said, _("Ein Schritt, der sich rückgängig machen lässt.")))
