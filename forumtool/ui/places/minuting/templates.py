"""Which Word template the documents are written into: the plain one, or one of the house that was read in."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from forumtool.domain.errors import UserError
from forumtool.domain.rows import TemplateRow
from forumtool.i18n import _
from forumtool.paths import documents_folder
from forumtool.services.templates import choose_template, remove_template, take_template
from forumtool.storage.queries.process import templates
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import words
from forumtool.ui.settings import Settings

_READ, _MUNICIPAL = "read", "municipal"


class TemplateChoice(QWidget):
    """A list of templates, and what can be done with the chosen one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._settings = Settings()
        self._rows: list[TemplateRow] = []
        self.list = QComboBox()
        self.list.setAccessibleName(_("Vorlage"))
        self.list.setMinimumContentsLength(12)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.activated.connect(self._chosen)
        self.map = button(_("Zuordnen …"), self.show_mapping, tip=_("Formatvorlagen zuordnen und Felder nachlesen"))
        self.remove = button(_("Entfernen"), self._remove, role="plain")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(words(_("Vorlage"), "heading"))
        rows.addWidget(self.list)
        rows.addLayout(across(self.map, self.remove, 1))

    @property
    def chosen(self) -> TemplateRow | None:
        """The chosen template of the house, None for the plain one."""
        return next((row for row in self._rows if row.is_chosen), None)

    def refresh(self) -> None:
        """Show the templates of the file."""
        self._rows = templates(self._desk.file)
        self.list.clear()
        self.list.addItem(_("Schlicht"), "")
        for row in self._rows:
            self.list.addItem(row.title, row.id)
        if all(row.title != _municipal() for row in self._rows):
            self.list.addItem(_municipal(), _MUNICIPAL)
        self.list.addItem(_("Word-Vorlage einlesen …"), _READ)
        self.list.setCurrentIndex(max(self.list.findData(self.chosen.id if self.chosen else ""), 0))
        for one in (self.map, self.remove):
            one.setVisible(self.chosen is not None)

    def take(self, path: Path) -> None:
        """Read a template in and choose it, or say why it cannot be read."""
        from forumtool.imports.house_template import read_template

        try:
            content = read_template(path)
        except UserError as error:
            self._desk.say_warning(str(error))
            return
        self._desk.do(take_template, path.name, content)

    def show_mapping(self) -> None:
        """Show which style stands for what, to be changed."""
        from forumtool.ui.places.minuting.style_mapping import StyleMapping

        if self.chosen is not None:
            StyleMapping(self._desk, self.chosen, self).open()

    def _chosen(self, at: int) -> None:
        wish = str(self.list.itemData(at))
        if wish == _READ:
            self._ask()
        elif wish == _MUNICIPAL:
            from forumtool.exports.shipped_templates import MUNICIPAL, shipped

            self._desk.do(take_template, _municipal(), shipped(MUNICIPAL).content)
        else:
            self._desk.do(choose_template, wish or None)
        self.refresh()

    def _ask(self) -> None:
        start = self._settings.export_folder or str(documents_folder())
        kinds = _("Word-Vorlagen (*.docx *.dotx *.docm *.dotm)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Word-Vorlage einlesen"), start, kinds)
        if name:
            self.take(Path(name))

    def _remove(self) -> None:
        if self.chosen is not None:
            self._desk.do(remove_template, self.chosen.id)
            self.refresh()


def _municipal() -> str:
    return _("Kommunal, mit Deckblatt")
