"""Photographs as they are kept: upright, of a sensible size, and without what the camera wrote about time and place.

All of it may run on a thread; the window's thread imports this module first.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

from forumtool.domain.errors import UserError
from forumtool.drawing.images import fitting, reader_of, written
from forumtool.i18n import _
from forumtool.services.photos import NewPhoto

LONG_SIDE = 2560
"""The longer side of a photograph that is kept, in pixels: enough for a page of A4 and to read the cards on it."""
_ENOUGH = 1_000_000  # bytes
_QUALITIES = (85, 78, 70, 62)
_MOST_BYTES, _MOST_PIXELS, _MOST_DECODED = 250_000_000, 250_000_000, 60_000_000
_DRAWN = {"png", "bmp", "gif"}
_READ = {*_DRAWN, "jpeg", "jpg", "jfif", "webp", "tiff", "tif"}
_JPEG = b"\xff\xd8\xff"
_APPLE = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


def photo_from(path: Path) -> NewPhoto:
    """Return the photograph in a file as it is to be kept.

    Raises a ``UserError`` for a file that is missing, empty, no picture, in a format that cannot be read, damaged or
    larger than this program takes.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            raise UserError(_("„{name}“ ist zu groß für ein Foto: Bitte kleiner speichern.", name=name))
        data = path.read_bytes()
    except OSError as error:
        raise UserError(_("„{name}“ lässt sich nicht öffnen: Bitte eine andere Datei wählen.", name=name)) from error
    if not data:
        raise UserError(_("„{name}“ ist leer: Bitte das Foto noch einmal übertragen.", name=name))
    picture, kind = _read(data, name)
    return kept(picture, is_drawn=kind in _DRAWN)


def kept(picture: QImage, *, is_drawn: bool) -> NewPhoto:
    """Return a picture as it is to be kept: scaled, on white ground, as JPEG; a drawing as PNG if that is smaller."""
    clean = _clean(picture)
    data, kind = _jpeg(clean), "image/jpeg"
    if is_drawn:
        drawn = written(clean, "png")
        if len(drawn) <= len(data):
            data, kind = drawn, "image/png"
    return NewPhoto(data, kind, clean.width(), clean.height())


def _read(data: bytes, name: str) -> tuple[QImage, str]:
    if data.startswith(_JPEG) and not _is_whole(data):
        raise _damaged(name)
    reader, _device = reader_of(data)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode()
    if not reader.canRead() or kind not in _READ:
        raise UserError(_refusal(data, name))
    size = reader.size()
    pixels = size.width() * size.height()
    scales_itself = kind in ("jpeg", "jpg", "jfif")
    if pixels > (_MOST_PIXELS if scales_itself else _MOST_DECODED):
        raise UserError(
            _("„{name}“ hat mehr Bildpunkte, als hier gelesen werden können: Bitte kleiner speichern.", name=name)
        )
    if scales_itself:
        reader.setScaledSize(fitting(size, LONG_SIDE, LONG_SIDE))
    picture = reader.read()
    if picture.isNull():
        raise _damaged(name)
    return picture, kind


def _damaged(name: str) -> UserError:
    return UserError(_("„{name}“ ist beschädigt: Bitte das Foto noch einmal übertragen.", name=name))


def _refusal(data: bytes, name: str) -> str:
    if data[4:8] == b"ftyp" and data[8:12] in _APPLE:
        return _(
            "„{name}“ ist ein Foto im Format HEIC, das hier nicht gelesen wird: Bitte am Telefon als JPEG teilen.",
            name=name,
        )
    return _("„{name}“ ist kein Foto: Bitte eine Datei im Format JPEG, PNG oder WebP wählen.", name=name)


def _is_whole(data: bytes) -> bool:
    """Tell whether a JPEG has its end: the decoder fills a missing part with grey and calls that a picture.

    The end is looked for behind the first scan, because a preview inside the head has an end of its own. Within scans
    the two bytes of the mark stand for nothing else (ITU T.81, B.1.1).
    """
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        if data[at + 1] == 0xDA:
            return data.find(b"\xff\xd9", at) >= 0
        at += 1 if data[at + 1] == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False


def _clean(picture: QImage) -> QImage:
    """Return the pixels and nothing else, in the colours that every program shows."""
    size = fitting(picture.size(), LONG_SIDE, LONG_SIDE)
    if size != picture.size():
        picture = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if picture.colorSpace().isValid():
        picture.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    made = QImage(picture.size(), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.drawImage(0, 0, picture)
    painter.end()
    return made


def _jpeg(picture: QImage) -> bytes:
    data = b""
    for quality in _QUALITIES:
        data = written(picture, "jpeg", quality)
        if len(data) <= _ENOUGH:
            break
    return data
