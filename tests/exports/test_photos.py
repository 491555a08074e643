"""Photographs of the pin boards in the minutes."""

import io
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from forumtool.exports.blocks import Picture
from forumtool.exports.minutes import compose
from forumtool.i18n import catalogue
from forumtool.services import photos, reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import example, forum_for, goal_of, photo
from tests.exports.samples import docx, paragraphs_of

CM = 360_000


def minutes(
    folder: Path, *found: photos.NewPhoto, number: str = "3.2", sections: tuple[str, ...] | None = None
) -> bytes:
    with ForumFile.open(example(folder)) as file:
        photos.add_photos(file, found, forum_id=forum_for(file).id, goal_id=goal_of(file, number).id)
        return docx(reporting.build(file, forum_id=forum_for(file).id), sections=sections)[0]


def drawn(package: bytes) -> list[tuple[float, float, str]]:
    """Width and height in centimetres and the alternative text of each picture."""
    body = Document(io.BytesIO(package)).element.body
    return [
        (int(one.find(qn("wp:extent")).get("cx")) / CM, int(one.find(qn("wp:extent")).get("cy")) / CM,
         one.find(qn("wp:docPr")).get("descr"))
        for one in body.iter(qn("wp:inline"))
    ]  # fmt: skip


def test_a_photo_stands_under_its_goal_with_caption_and_alternative_text(tmp_path: Path) -> None:
    package = minutes(tmp_path, photo(1600, 1200, 'Vor dem "Kleben" & danach'))
    said = paragraphs_of(package)
    at = said.index('Foto der Pinnwand: Vor dem "Kleben" & danach')
    assert "Ziel 3.2 Vernetzung im Stadtteil" in said[:at]
    ((_width, _height, told),) = drawn(package)
    assert told == 'Foto der Pinnwand: Vor dem "Kleben" & danach. Pinnwand zu: Ziel 3.2 Vernetzung im Stadtteil'


def test_the_bytes_of_a_photo_are_in_the_package_once_and_unchanged(tmp_path: Path) -> None:
    package = minutes(tmp_path, photo(shade=3), photo(shade=4))
    parts = [part.blob for part in Document(io.BytesIO(package)).part.package.parts if "image" in part.content_type]
    assert sorted(parts) == sorted([photo(shade=3).data, photo(shade=4).data])


def test_photos_fit_the_page_two_landscapes_or_one_portrait(tmp_path: Path) -> None:
    wide, high, small = (size[:2] for size in drawn(
        minutes(tmp_path, photo(2560, 1920), photo(1920, 2560, shade=1), photo(280, 140, shade=2))
    ))  # fmt: skip
    assert wide[0] <= 16 and 2 * wide[1] < 22 and abs(wide[0] / wide[1] - 4 / 3) < 0.01
    assert high[0] <= 16 and high[1] == 20
    assert small == (10, 5)


def test_several_photos_say_which_they_are(tmp_path: Path) -> None:
    said = paragraphs_of(minutes(tmp_path, photo(shade=1, caption="links"), photo(shade=2)))
    assert "Foto 1 von 2: links" in said and "Foto 2 von 2" in said


def test_without_the_section_there_is_no_photo(tmp_path: Path) -> None:
    package = minutes(tmp_path, photo(), sections=("head", "results", "annex"))
    assert drawn(package) == []
    assert not any("Anhang" in text and "Pinn" in text for text in paragraphs_of(package))


def test_minutes_without_photos_have_no_heading_for_them(tmp_path: Path) -> None:
    assert not any("Fotos" in text for text in paragraphs_of(minutes(tmp_path)))


def test_the_photos_of_all_forums_name_their_forum(tmp_path: Path) -> None:
    with ForumFile.open(example(tmp_path)) as file:
        photos.add_photos(file, [photo()], forum_id=forum_for(file).id, goal_id=goal_of(file).id)
        blocks = compose(reporting.build(file, forum_id=None), catalogue("de"), ("photos",))
    (picture,) = (block for block in blocks if isinstance(block, Picture))
    assert "Fachforum 3" in picture.description
