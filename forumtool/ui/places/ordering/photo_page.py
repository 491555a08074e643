"""One photograph as large as the place allows, with its caption below."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from forumtool.domain.rows import PhotoRow
from forumtool.i18n import N_, _
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.keyboard import is_enter
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.photo_strip import PhotoStrip
from forumtool.ui.theme.style import worn

_MILLISECONDS_OF_PEACE = 80
_HINTS = (
    ("←→", N_("Foto davor, danach")), ("F2", N_("beschriften")), ("Del", N_("entfernen")),
    ("Esc", N_("zurück zur Tafel")),
)  # fmt: skip


class PhotoPage(Panel):
    """Shows one photograph of the strip after the other. ``left`` tells that somebody goes back to the board."""

    left = Signal()

    def __init__(self, strip: PhotoStrip, desk: Desk) -> None:
        super().__init__(margin=12, spacing=8)
        self._strip = strip
        self._key = ""
        self.picture = Picture(desk)
        self.place = words("", "small")
        self.caption = LineField(name=_("Beschriftung"))
        self.caption.setPlaceholderText(_("Was das Foto zeigt; steht im Protokoll darunter"))
        self.before = button("←", lambda: self.step(-1), role="plain", tip=_("Foto davor"))
        self.after = button("→", lambda: self.step(1), role="plain", tip=_("Foto danach"))
        self.remove = button(_("Entfernen"), self._remove, role="plain", tip=key_text("Del"))
        self.close_button = button(_("Zurück zur Tafel"), self.left.emit, tip="Esc")
        self.inside.addLayout(across(self.before, self.place, self.after, 1, self.remove, self.close_button, spacing=6))
        self.inside.addWidget(self.picture, 1)
        self.inside.addWidget(self.caption)
        self.inside.addWidget(KeyHints([(key_text(key), _(what)) for key, what in _HINTS]))
        self.caption.committed.connect(self._say)
        self.caption.left.connect(self.setFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        strip.model.modelReset.connect(self._follow)

    def show_photo(self, photo_id: str) -> None:
        """Show a photograph of the strip."""
        self._key = photo_id
        rows = self._strip.rows
        at = next((at for at, row in enumerate(rows) if row.id == photo_id), 0)
        self.place.setText(_("Foto {at} von {count}", at=at + 1, count=len(rows)))
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < len(rows))
        self.caption.show_text(rows[at].caption)
        self.picture.show_content(rows[at].content)
        self.setAccessibleName(rows[at].caption or self.place.text())

    def step(self, by: int) -> None:
        """Go to the photograph before (-1) or after (+1)."""
        rows = self._strip.rows
        at = next((at for at, row in enumerate(rows) if row.id == self._key), 0) + by
        if 0 <= at < len(rows):
            self.show_photo(rows[at].id)
            self._strip.view.choose(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Delete:
            self._remove()
        elif key == Qt.Key.Key_F2 or is_enter(event):
            self.caption.setFocus()
            self.caption.selectAll()
        else:
            super().keyPressEvent(event)

    def _row(self) -> PhotoRow | None:
        return next((row for row in self._strip.rows if row.id == self._key), None)

    def _say(self, caption: str) -> None:
        row = self._row()
        if row is not None:
            self._strip.caption(row, caption)

    def _remove(self) -> None:
        row = self._row()
        if row is not None:
            self.step(1 if self.after.isEnabled() else -1)
            self._strip.remove(row)

    def _follow(self) -> None:
        if not self.isVisible():
            return
        if self._row() is not None:
            self.show_photo(self._key)
        elif self._strip.rows:
            self.show_photo(self._strip.rows[0].id)
        else:
            self.left.emit()


class Picture(QWidget):
    """Paints a kept photograph as large as there is room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._content = ""
        self._image = QImage()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MILLISECONDS_OF_PEACE)
        self._soon.timeout.connect(self._load)

    def show_content(self, content: str) -> None:
        """Show the photograph that is kept under this name."""
        if content != self._content:
            self._content = content
            self._load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn().track))
        if not self._image.isNull():
            ratio = self.devicePixelRatioF()
            size = (self._image.size() / ratio).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRect(self.rect().topLeft(), size)
            spot.moveCenter(self.rect().center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(spot, self._image)

    def _load(self) -> None:
        from forumtool.drawing.images import shown

        if self._content and self.width() > 1 and self._desk.is_open:
            ratio = self.devicePixelRatioF()
            self._image = shown(
                self._desk.file.content(self._content), int(self.width() * ratio), int(self.height() * ratio)
            )
            self.update()
