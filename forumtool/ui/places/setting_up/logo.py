"""The sign of the house that stands above its documents: chosen from a file, shown small, taken away."""

from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from forumtool.domain.errors import UserError
from forumtool.domain.rows import ProcessRow
from forumtool.drawing.images import shown
from forumtool.i18n import _
from forumtool.services.processes import choose_logo, remove_logo
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import words
from forumtool.ui.photos import photo_from

_WIDTH, _HEIGHT = 120, 36  # pixels


class LogoField(QWidget):
    """A picture and the two buttons for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.picture = words(_("keines"), "quiet")
        self.choose = button(_("Bild wählen …"), self._ask)
        self.remove = button(_("Entfernen"), lambda: desk.do(remove_logo, desk.process().id), role="plain")
        self.setLayout(across(self.picture, self.choose, self.remove, 1))

    def show_process(self, row: ProcessRow) -> None:
        """Show the sign of the process, or that it has none."""
        data = self._desk.file.content(row.logo) if row.logo else b""
        self.remove.setVisible(bool(data))
        if data:
            self.picture.setPixmap(QPixmap.fromImage(shown(data, _WIDTH, _HEIGHT)))
            self.picture.setAccessibleName(_("Zeichen der Dokumente"))
        else:
            self.picture.setText(_("keines"))

    def take(self, path: Path) -> None:
        """Keep the picture in a file, or say why not."""
        try:
            picture = photo_from(path)
        except UserError as error:
            self._desk.say_warning(str(error))
            return
        self._desk.do(choose_logo, self._desk.process().id, picture.data, picture.media_type)

    def _ask(self) -> None:
        kinds = _("Bilder") + " (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Zeichen der Dokumente"), "", kinds)
        if name:
            self.take(Path(name))
