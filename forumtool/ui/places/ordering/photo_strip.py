"""Photographs of the real pin board, small, in a strip below the one on the screen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListView, QWidget

from forumtool.domain.rows import PhotoRow
from forumtool.i18n import _
from forumtool.services import photos as verbs
from forumtool.storage.queries.outcomes import photos
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.keyboard import ENTER, held
from forumtool.ui.parts.panel import down
from forumtool.ui.parts.passing_menu import passing_menu
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.photo_model import PhotoDelegate, PhotoModel
from forumtool.ui.places.ordering.photo_reading import PhotoReading

_HIGH = 92


class PhotoStrip(QWidget):
    """Shows the photographs of a goal's board and does with them what is asked for.

    It hides while it is empty, or the place is low (``make_room``), until the keyboard is on it.
    ``open_wanted`` carries the photograph to be seen large; ``left`` tells that the keyboard goes back to the board.
    """

    open_wanted = Signal(str)
    entered_or_left = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_low = False
        self.model, self.view = PhotoModel(desk, self), PhotoList()
        self.reading = PhotoReading(desk, self)
        self.title = words("", "overline")
        self.add = button(_("Foto dazulegen …"), self.ask_for_files, tip=_("Oder Dateien auf die Tafel ziehen"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(PhotoDelegate(self.view))
        self.setFixedHeight(_HIGH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(down(self.title, self.add, 1, spacing=6))
        layout.addWidget(self.view, 1)
        self.hide()
        self._bind()

    def _bind(self) -> None:
        self.view.asked.connect(self.ask)
        self.view.doubleClicked.connect(lambda _index: self.ask("open"))
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.entered_or_left.connect(self._show_if_wanted)
        self.view.entered_or_left.connect(self.entered_or_left)
        self.reading.told.connect(self._show_title)

    @property
    def rows(self) -> Sequence[PhotoRow]:
        """The photographs in their order."""
        return self.model.rows

    def refresh(self) -> None:
        """Read the photographs of the goal."""
        desk = self._desk
        at, before = self.view.currentIndex().row(), len(self.rows)
        self.model.show(photos(desk.file, desk.scope, desk.goal_id) if desk.goal_id is not None else [])
        if self.rows and at >= 0:
            self.view.choose(at)
        self._show_title()
        self._show_if_wanted()
        if len(self.rows) > before and self.add.hasFocus():
            self.view.choose(len(self.rows) - 1)
            self.view.setFocus()

    def make_room(self, is_low: bool) -> None:
        """Leave the room to the board or not."""
        self._is_low = is_low
        self._show_if_wanted()

    def take_focus(self) -> None:
        """Put the keyboard on the photographs, or on the button where there are none."""
        self.show()
        if not self.rows:
            self.add.setFocus()
            return
        self.view.choose(max(0, self.view.currentIndex().row()))
        self.view.setFocus()

    def ask(self, word: str) -> None:
        """Do what a key asks for with the photograph that the keyboard is on."""
        row = self.row()
        if word == "leave":
            self.left.emit()
        elif word == "add":
            self.ask_for_files()
        elif row is not None and word == "open":
            self.open_wanted.emit(row.id)
        elif row is not None and word == "remove":
            self.remove(row)
        elif row is not None and word in ("forward", "backward"):
            self.shift(row, 1 if word == "backward" else -1)

    def row(self) -> PhotoRow | None:
        """Return the photograph that the keyboard is on."""
        at = self.view.currentIndex().row()
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the photographs count on the button, too; after Esc an empty strip hides again."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F) and not held(event):
            self.left.emit()
            self._show_if_wanted()
        elif event.key() == Qt.Key.Key_N and not held(event):
            self.ask_for_files()
        else:
            super().keyPressEvent(event)

    # What can be done

    def ask_for_files(self) -> None:
        """Ask for files and lay them beside the board."""
        kinds = _("Fotos") + " (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic)"
        names, _kind = QFileDialog.getOpenFileNames(self, _("Fotos der Pinnwand"), "", kinds)
        self.reading.add_files([Path(name) for name in names])

    def takes(self, data: QMimeData) -> bool:
        """Tell whether what is dragged or copied may hold photographs."""
        return data.hasImage() or any(url.isLocalFile() for url in data.urls())

    def take(self, data: QMimeData) -> None:
        """Lay what was dropped or copied beside the board: files, or else a picture."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.reading.add_files(files)
        elif data.hasImage():
            picture = data.imageData()
            if isinstance(picture, QImage):
                self.reading.add_picture(picture)

    def paste(self) -> None:
        """Lay what was copied beside the board."""
        from PySide6.QtGui import QGuiApplication

        data = QGuiApplication.clipboard().mimeData()
        if data is not None and self.takes(data) and self._desk.goal_id is not None:
            self.take(data)
        else:
            self._desk.say(_("In der Zwischenablage liegt kein Foto."))

    def remove(self, row: PhotoRow) -> None:
        """Take a photograph off the board."""
        self._desk.do(verbs.remove_photo, row.id)

    def shift(self, row: PhotoRow, step: int) -> None:
        """Move a photograph to the front (-1) or to the back (+1)."""
        at = self.model.rows.index(row)
        if self._desk.do(verbs.move_photo, row.id, step) is not None:
            self.view.choose(at + step)

    def caption(self, row: PhotoRow, caption: str) -> None:
        """Say what a photograph shows."""
        self._desk.do(verbs.caption_photo, row.id, caption)

    # Internal

    def _show_title(self) -> None:
        told = self.reading.progress or _("FOTOS DER PINNWAND · {count}", count=len(self.rows))
        self.title.setText(told)
        self.view.setAccessibleName(told)
        self._show_if_wanted()

    def _show_if_wanted(self) -> None:
        in_use = bool(self.reading.progress) or self.add.hasFocus() or self.view.hasFocus()
        self.setVisible(in_use or (bool(self.rows) and not self._is_low))

    def _menu(self, where: QPoint) -> None:
        menu = passing_menu(self)
        if self.view.indexAt(where).isValid():
            enter, ctrl = _("Enter"), key_text("Ctrl")
            menu.addAction(_("Groß ansehen und beschriften") + f"\t{enter}", lambda: self.ask("open"))
            menu.addAction(_("Nach vorn") + f"\t{ctrl} ←", lambda: self.ask("forward"))
            menu.addAction(_("Nach hinten") + f"\t{ctrl} →", lambda: self.ask("backward"))
            menu.addAction(_("Entfernen") + "\t" + key_text("Del"), lambda: self.ask("remove"))
            menu.addSeparator()
        menu.addAction(_("Foto dazulegen …") + "\tN", self.ask_for_files)
        menu.popup(self.view.viewport().mapToGlobal(where))


class PhotoList(QListView):
    """The thumbnails in one row. Tells by a word what a key asks for."""

    asked = Signal(str)
    entered_or_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("column")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)

    def choose(self, row: int) -> None:
        """Put the keyboard on a photograph, or on the last one."""
        self.setCurrentIndex(self.model().index(min(row, self.model().rowCount() - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = {
            **dict.fromkeys(ENTER, "open"), Qt.Key.Key_F2: "open", Qt.Key.Key_Delete: "remove",
            Qt.Key.Key_Escape: "leave", Qt.Key.Key_Up: "leave", Qt.Key.Key_N: "add", Qt.Key.Key_F: "leave",
        }  # fmt: skip
        moving = {Qt.Key.Key_Left: "forward", Qt.Key.Key_Right: "backward"}
        ctrl = held(event) == Qt.KeyboardModifier.ControlModifier
        word = (moving if ctrl else plain if not held(event) else {}).get(Qt.Key(event.key()), "")
        if word:
            self.asked.emit(word)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered_or_left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.entered_or_left.emit()
