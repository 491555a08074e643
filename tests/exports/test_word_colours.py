"""Colours of the theme, of styles of tables and of boxes meet as Word shows them."""

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from forumtool.domain.report import WordTemplate
from forumtool.exports import minutes_docx
from forumtool.exports.accessibility import missing_in
from forumtool.exports.contrast import contrast
from forumtool.exports.word_colours import meetings
from forumtool.exports.word_reading import WordReading
from forumtool.exports.word_theme import Theme
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example, forum_for
from tests.exports.house_templates import saved


def pairs(document) -> set[tuple[str, str, bool]]:
    return {(one.text, one.ground, one.large) for one in meetings(WordReading(saved(document)))}


def table_in(style: str, rows: int = 3):
    document = Document()
    table = document.add_table(rows, 2, style=style)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "Wort"
    return document, table


def coloured(attributes: str, size: int = 0, *, bold: bool = False):
    document = Document()
    run = document.add_paragraph().add_run("Wort")
    run._r.get_or_add_rPr().append(parse_xml(f"<w:color {nsdecls('w')} {attributes}/>"))
    run.bold = bold or None
    run.font.size = Pt(size) if size else None
    return document


def test_the_head_of_a_table_is_seen_in_the_colours_of_its_style() -> None:
    document, _table = table_in("Medium Shading 1 Accent 1")
    assert ("FFFFFF", "4F81BD", False) in pairs(document), "white on the accent of the theme"
    said = [one for one in missing_in(saved(document), "x.docx") if "hebt sich" in one]
    assert said == [
        "Die Schrift in „Medium Shading 1 Accent 1“ hebt sich zu wenig ab (4,0 statt 4,5): Bitte eine dunklere Farbe"
        " oder einen helleren Grund wählen."
    ]


def test_a_head_that_the_table_does_not_use_is_none() -> None:
    document, table = table_in("Medium Shading 1 Accent 1")
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.attrib.clear()
    look.set(qn("w:val"), "0600")
    assert {text for text, _ground, _large in pairs(document)} == set()


def test_every_other_row_has_its_own_ground() -> None:
    document, _table = table_in("Colorful List Accent 2", 5)
    grounds = {ground for text, ground, _large in pairs(document) if text == "000000"}
    assert len(grounds) == 2 and "FFFFFF" not in grounds


def test_what_a_cell_says_goes_before_its_style() -> None:
    document, table = table_in("Medium Shading 1 Accent 1")
    for cell in table.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>'))
    assert ("FFFFFF", "1F3864", False) in pairs(document)
    assert not [one for one in missing_in(saved(document), "x.docx") if "hebt sich" in one]


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ('w:val="123456"', "123456"),
        ('w:val="123456" w:themeColor="accent1"', "4F81BD"),
        ('w:val="123456" w:themeColor="text1"', "000000"),
        ('w:val="123456" w:themeColor="accent1" w:themeTint="99"', "95B3D7"),
        ('w:val="123456" w:themeColor="accent1" w:themeShade="BF"', "366092"),
        ('w:val="123456" w:themeColor="background1" w:themeShade="80"', "808080"),
    ],
)
def test_theme_colours_are_those_that_word_shows(attributes: str, colour: str) -> None:
    """Word writes the colour beside the name; a few hundredths lie between its sums and the standard's."""
    ((found, _ground, _large),) = pairs(coloured(attributes))
    assert all(abs(int(found[at : at + 2], 16) - int(colour[at : at + 2], 16)) <= 2 for at in (0, 2, 4)), found


def test_a_colour_that_word_chooses_itself_is_never_too_faint() -> None:
    assert pairs(coloured('w:val="auto"')) == set()


@pytest.mark.parametrize(("size", "bold", "enough"), [(11, False, False), (18, False, True), (14, True, True),
                                                      (14, False, False), (13, True, False)])  # fmt: skip
def test_large_words_need_less_contrast(size: int, bold: bool, enough: bool) -> None:
    assert 3 < contrast("8A8A8A", "FFFFFF") < 4.5
    missing = missing_in(saved(coloured('w:val="8A8A8A"', size, bold=bold)), "x.docx")
    assert (not [one for one in missing if "hebt sich" in one]) is enough


@pytest.mark.parametrize(("shade", "ground"), [
    ('w:val="clear" w:fill="FFFF00"', "FFFF00"), ('w:val="solid" w:color="00FF00"', "00FF00"),
    ('w:val="pct50" w:color="000000" w:fill="FFFFFF"', "808080"),
    ('w:val="clear" w:fill="FFFFFF" w:themeFill="accent1"', "4F81BD"),
])  # fmt: skip
def test_grounds_and_patterns_of_runs_are_seen(shade: str, ground: str) -> None:
    document = coloured('w:val="FF0000"')
    run = document.paragraphs[0].runs[0]._r
    run.rPr.append(parse_xml(f"<w:shd {nsdecls('w')} {shade}/>"))
    assert pairs(document) == {("FF0000", ground, False)}


def test_words_in_a_box_stand_on_the_colour_of_the_box() -> None:
    document = Document()
    box = (
        f'<w:p {nsdecls("w", "wp", "a")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="a"/><a:graphic><a:graphicData>'
        '<wps:wsp><wps:spPr><a:solidFill><a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>'
        '</a:solidFill></wps:spPr><wps:style><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></wps:style>'
        "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    document.element.body[-1].addprevious(parse_xml(box))
    ((text, ground, _large),) = pairs(document)
    assert text == "FFFFFF" and contrast(text, ground) > 8


def test_a_document_without_a_theme_says_its_colours_itself() -> None:
    assert Theme().colour(parse_xml(f'<w:color {nsdecls("w")} w:val="123456" w:themeColor="accent1"/>')) == "123456"


@pytest.mark.parametrize("style", ["Medium Shading 1 Accent 1", "Colorful List Accent 2", "Light List Accent 4"])
def test_the_head_of_our_tables_can_be_read_in_the_style_of_a_house(tmp_path, style: str) -> None:
    with ForumFile.open(example(tmp_path)) as file:
        capture(file, "Sprachcafé")
        report = reporting.build(file, forum_id=forum_for(file).id)
    stream = io.BytesIO()
    template = WordTemplate("Haus", saved(Document()), {"table": style})
    minutes_docx.write(report, stream, catalogue("de"), template=template)
    heads = [one for one in meetings(WordReading(stream.getvalue())) if one.style in {style, "Tabellenkopf"}]
    assert heads and all(contrast(one.text, one.ground) > 4 for one in heads), heads
