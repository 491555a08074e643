"""What goes out of Konzept: the concept, the report of progress, the interim report and the letters."""

from pathlib import Path

from forumtool.domain.report import Report
from forumtool.exports.writing import Exported
from forumtool.i18n import _, ngettext, speaking
from forumtool.services.numbering import renumber_measures, renumbering
from forumtool.services.reporting import build, scan
from forumtool.ui.desk import Desk
from forumtool.ui.file_writing import FileWriting
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.places.drafting_concept.adopting import AdoptDialog


class Outputs(Flow):
    """Buttons. Files are written beside the window; what became of them is said by the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=8)
        self._desk = desk
        self._writing = FileWriting(desk, self)
        self.runner = self._writing.runner
        self._despite = ""
        self.adopt = button(_("Maßnahmen übernehmen …"), self.ask_to_adopt, role="primary")
        self.renumber = button(_("Neu nummerieren"), self.number_anew)
        self.concept = button(_("Konzept als Word …"), lambda: self.write("concept"))
        self.progress = button(_("Fortschritt als Word …"), lambda: self.write("progress"))
        self.interim = button(_("Zwischenbericht …"), lambda: self.write("interim"))
        self.letters = button(_("Rückmeldebriefe …"), self.write_letters)
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

    def write(self, key: str, path: Path | None = None) -> None:
        """Write a document of ``DOCUMENTS`` for Word.

        One for everybody is looked through first: names in free text are told; asked a second time, it writes.
        """
        from forumtool.exports.documents import DOCUMENTS
        from forumtool.exports.word_document import write_document

        say = speaking()
        kind = DOCUMENTS[key]
        report = self._desk.do(build, forum_id=None, audience=kind.audience)
        if report is None or (kind.audience == "public" and self._must_tell(key, report)):
            return
        path = path or self._writing.ask(say(kind.title, title=report.title), ".docx")
        if path is not None:
            self._writing.write(path, lambda stream: write_document(kind.compose(report, say, None), report, stream))

    def _must_tell(self, key: str, report: Report) -> bool:
        from forumtool.services.publishing import named_in

        found = named_in(key, report, scan(self._desk.file))
        named = ", ".join(dict.fromkeys(one.text for one in found))
        if not named or named == self._despite:
            self._despite = ""
            return False
        self._despite = named
        self._desk.say_warning(
            _(
                "Im freien Text stehen noch Namen oder Adressen ({names}): Noch einmal drücken gibt trotzdem aus.",
                names=named,
            )
        )
        return True

    def write_letters(self, folder: Path | None = None) -> None:
        """Write the letters into a folder, and note that they were."""
        from forumtool.exports.letters_docx import export_letters
        from forumtool.services.letters import letters, record_letters

        found, say = self._desk.do(letters), speaking()
        if not found or not found.letters:
            self._desk.say_warning(
                _(
                    "Noch kein Brief: Es fehlen Entscheidungen, oder niemand mit Beitrag hat dem Kontakt zugestimmt "
                    "(Ankommen)."
                )
            )
            return
        target = folder or self._writing.ask_for_folder()
        if target is None:
            return

        def told(files: list[Exported]) -> None:
            self._desk.do(record_letters, found)
            names = ", ".join(one.path.name for one in files)
            said = ngettext("{count} Brief: {names}", "{count} Briefe: {names}", len(found.letters), names=names)
            notes = [note for one in files for note in one.notes]
            (self._desk.say_warning if notes else self._desk.say)(" ".join((said, *notes)))

        self.runner.run(
            lambda: export_letters(found, target, say), told, lambda error: self._desk.say_warning(str(error))
        )
