"""What goes out of Konzept: the concept, the report of progress, the interim report and the letters."""

from functools import partial

from forumtool.i18n import _
from forumtool.services.numbering import renumber_measures, renumbering
from forumtool.ui.desk import Desk
from forumtool.ui.exporting.dialog import ExportDialog
from forumtool.ui.exporting.offers import LETTERS
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.places.drafting_concept.adopting import AdoptDialog


class Outputs(Flow):
    """Buttons. For whom, in which form and where to is asked where everything is written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=8)
        self._desk = desk
        self.adopt = button(_("Maßnahmen übernehmen …"), self.ask_to_adopt, role="primary")
        self.renumber = button(_("Neu nummerieren"), self.number_anew)
        self.concept = button(_("Konzept …"), partial(self.ask, "concept"))
        self.progress = button(_("Fortschritt …"), partial(self.ask, "progress"))
        self.interim = button(_("Zwischenbericht …"), partial(self.ask, "interim"))
        self.letters = button(_("Rückmeldebriefe …"), partial(self.ask, LETTERS))
        for one in (self.adopt, self.renumber, self.concept, self.progress, self.interim, self.letters):
            self.flow.addWidget(one)

    def ask_to_adopt(self) -> None:
        """Show what would become of the decisions, and do it if somebody says so."""
        AdoptDialog(self._desk, self).open()

    def number_anew(self) -> None:
        """Give the measures the numbers of their fields of action; say so where nothing is to do."""
        if not renumbering(self._desk.file):
            self._desk.say(_("Jede Maßnahme hat schon die Nummer ihres Handlungsfelds."))
        else:
            self._desk.do(renumber_measures)

    def ask(self, key: str) -> None:
        """Ask for whom and where to."""
        ExportDialog(self._desk, self, key).open()
