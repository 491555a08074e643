"""Photographs as people bring them: from phones, scanners and screens, whole and broken."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

from forumtool.domain.errors import UserError
from forumtool.drawing.images import shown
from forumtool.ui.photos import LONG_SIDE, kept, photo_from


def picture(width: int = 400, height: int = 300, ground: str = "#c8b898") -> QImage:
    """A ground with a red corner at the upper left, so that turning can be seen."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(ground))
    painter = QPainter(made)
    painter.fillRect(0, 0, width // 4, height // 4, QColor("red"))
    painter.end()
    return made


def saved(folder: Path, name: str, image: QImage | None = None, kind: str = "JPG") -> Path:
    path = folder / name
    assert (image or picture()).save(str(path), kind, 95)
    return path


def with_exif(path: Path, turned: int) -> Path:
    """Write into a JPEG what a camera writes: how it was held, who made it and where."""
    maker = b"GPS 50.7753N 6.0839E\0"
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0) + struct.pack(">HHII", 0x010F, 2, len(maker), 38)
    tiff = b"MM\0*\0\0\0\x08" + struct.pack(">H", 2) + entries + struct.pack(">I", 0) + maker
    body = b"Exif\0\0" + tiff
    data = path.read_bytes()
    comment = b"\xff\xfe" + struct.pack(">H", 2 + len(maker)) + maker
    path.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + comment + data[2:])
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as told:
        photo_from(path)
    return str(told.value)


def test_a_large_photo_is_scaled_and_a_small_one_is_not(qapp, tmp_path):
    large = photo_from(saved(tmp_path, "gross.jpg", picture(4032, 3024)))
    small = photo_from(saved(tmp_path, "klein.jpg"))
    assert (large.width, large.height) == (LONG_SIDE, 1920)
    assert (small.width, small.height) == (400, 300)
    assert large.media_type == "image/jpeg" and len(large.data) < 1_000_000


@pytest.mark.parametrize(("turned", "corner"), [(1, (20, 20)), (3, (380, 280)), (6, (280, 20)), (8, (20, 380))])
def test_a_photo_stands_as_the_camera_was_held(qapp, tmp_path, turned, corner):
    found = photo_from(with_exif(saved(tmp_path, "hochkant.jpg"), turned))
    image = QImage.fromData(found.data)
    assert (image.width(), image.height()) == ((300, 400) if turned in (6, 8) else (400, 300))
    assert (found.width, found.height) == (image.width(), image.height())
    assert image.pixelColor(*corner).red() > 200 and image.pixelColor(*corner).green() < 60


def test_nothing_that_the_camera_wrote_is_kept(qapp, tmp_path):
    path = with_exif(saved(tmp_path, "ort.jpg"), 6)
    assert b"GPS" in path.read_bytes()
    data = photo_from(path).data
    assert not any(word in data for word in (b"GPS", b"Exif", b"6.0839", b"ICC_PROFILE"))


def test_colours_of_a_wider_space_are_brought_to_the_common_one(qapp, tmp_path):
    wide = picture()
    wide.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    found = QImage.fromData(photo_from(saved(tmp_path, "p3.png", wide, "PNG")).data)
    assert found.pixelColor(390, 290).name() != picture().pixelColor(390, 290).name()


def test_what_is_transparent_stands_on_white(qapp, tmp_path):
    clear = QImage(200, 100, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    found = QImage.fromData(photo_from(saved(tmp_path, "klar.png", clear, "PNG")).data)
    assert found.pixelColor(50, 50).name() == "#ffffff"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "BMP", "TIFF"])
def test_other_formats_are_read_whatever_the_file_is_called(qapp, tmp_path, kind):
    found = photo_from(saved(tmp_path, "foto.jpg", kind=kind))
    assert (found.width, found.height) == (400, 300)
    assert QImage.fromData(found.data).pixelColor(20, 20).red() > 200


def test_a_drawing_stays_png_where_that_is_smaller(qapp):
    assert kept(picture(), is_drawn=True).media_type == "image/png"
    assert kept(picture(), is_drawn=False).media_type == "image/jpeg"


def test_a_photo_of_100_megapixels_is_read_small(qapp, tmp_path):
    found = photo_from(saved(tmp_path, "riesig.jpg", picture(11600, 8700)))
    assert (found.width, found.height) == (LONG_SIDE, 1920)


def test_an_empty_file_a_text_and_a_folder_each_get_a_sentence(qapp, tmp_path):
    (tmp_path / "leer.jpg").touch()
    (tmp_path / "text.jpg").write_text("Das ist kein Foto.", encoding="utf-8")
    (tmp_path / "zeichnung.jpg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert refusal(tmp_path / "leer.jpg") == "„leer.jpg“ ist leer: Bitte das Foto noch einmal übertragen."
    assert refusal(tmp_path / "text.jpg").startswith("„text.jpg“ ist kein Foto")
    assert refusal(tmp_path / "zeichnung.jpg").startswith("„zeichnung.jpg“ ist kein Foto")
    assert "lässt sich nicht öffnen" in refusal(tmp_path)
    assert "lässt sich nicht öffnen" in refusal(tmp_path / "fehlt.jpg")


def test_a_photo_in_apples_format_says_how_to_share_it(qapp, tmp_path):
    (tmp_path / "IMG_1.HEIC").write_bytes(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + b"\0" * 100)
    assert "HEIC" in refusal(tmp_path / "IMG_1.HEIC") and "JPEG" in refusal(tmp_path / "IMG_1.HEIC")


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.99])
def test_a_photo_that_was_cut_off_is_refused_and_not_kept_half_grey(qapp, tmp_path, share):
    whole = saved(tmp_path, "foto.jpg", picture(1200, 900)).read_bytes()
    (tmp_path / "halb.jpg").write_bytes(whole[: int(len(whole) * share)])
    assert "beschädigt" in refusal(tmp_path / "halb.jpg")


def test_a_preview_in_the_head_does_not_pass_for_the_photo(qapp, tmp_path):
    preview = saved(tmp_path, "klein.jpg", picture(40, 30)).read_bytes()
    whole = saved(tmp_path, "foto.jpg", picture(1200, 900)).read_bytes()
    head = b"\xff\xe1" + struct.pack(">H", len(preview) + 2) + preview
    (tmp_path / "halb.jpg").write_bytes(whole[:2] + head + whole[2 : len(whole) // 2])
    assert "beschädigt" in refusal(tmp_path / "halb.jpg")


def test_what_a_phone_writes_behind_the_photo_does_no_harm(qapp, tmp_path):
    path = saved(tmp_path, "foto.jpg")
    path.write_bytes(path.read_bytes() + b"\0SEFT" + bytes(5000))
    assert photo_from(path).width == 400


def test_a_small_file_that_claims_900_megapixels_is_refused_before_it_is_unpacked(qapp, tmp_path):
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 30000, 30000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    (tmp_path / "bombe.png").write_bytes(bomb)
    assert "mehr Bildpunkte" in refusal(tmp_path / "bombe.png")


@pytest.mark.qt_log_ignore("libpng")
def test_a_broken_drawing_is_refused(qapp, tmp_path):
    whole = saved(tmp_path, "bild.png", picture(), "PNG").read_bytes()
    (tmp_path / "halb.png").write_bytes(whole[: len(whole) // 2])
    assert "beschädigt" in refusal(tmp_path / "halb.png")


def test_a_kept_photo_is_shown_as_large_as_there_is_room_and_never_larger_than_it_is(qapp, tmp_path):
    found = photo_from(saved(tmp_path, "foto.jpg", picture(1200, 900)))
    assert shown(found.data, 160, 160).size().toTuple() == (160, 120)
    assert shown(found.data, 4000, 4000).size().toTuple() == (1200, 900)
