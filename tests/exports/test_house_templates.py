"""Minutes in templates of houses: their styles, pages, fields and signs, and everything that was said."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.report import Photo, Report, WordTemplate
from forumtool.exports import minutes_docx
from forumtool.exports.accessibility import missing_in
from forumtool.exports.docx_roles import ROLES, style_names
from forumtool.exports.field_sandbox import FieldSandbox
from forumtool.exports.shipped_templates import SHIPPED, shipped
from forumtool.i18n import catalogue
from forumtool.imports.house_template import clean_template
from forumtool.paths import resource
from forumtool.services import reporting
from tests.builders import forum_for, photo
from tests.exports.house_templates import GERMAN, HOUSES, cover, german, letterhead, saved, through_office, with_macros
from tests.exports.samples import everything_in, filled, paragraphs_of, sections_of


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    with filled(tmp_path_factory.mktemp("house")) as file:
        return reporting.build(file, forum_id=forum_for(file).id)


def written(report: Report, content: bytes, language: str = "de", **mapping: str) -> tuple[bytes, list[str]]:
    stream = io.BytesIO()
    template = WordTemplate("Haus", clean_template(content, "Haus.docx"), mapping)
    notes = minutes_docx.write(report, stream, catalogue(language), template=template)
    return stream.getvalue(), notes


def with_field(text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    document.add_paragraph("{{ host }} bleibt")
    return saved(document)


def styles_of(package: bytes) -> dict[str, str]:
    """The name of the style of each paragraph of the text by its words."""
    document = Document(io.BytesIO(package))
    return {one.text: one.style.name if one.style else "" for one in document.paragraphs}


@pytest.mark.parametrize("house", HOUSES)
def test_everything_that_was_said_stands_in_every_template(report: Report, house: str) -> None:
    package, notes = written(report, HOUSES[house]())
    cards = {card.number for card in report.proposals}
    assert cards <= {cell for text in paragraphs_of(package) for cell in text.split()}
    assert notes == []
    assert "{{" not in everything_in(package)


@pytest.mark.parametrize("steps", [("docx",), ("odt", "docx"), ("dotx",), ("docm",)])
@pytest.mark.parametrize("house", ["letterhead", "cover"])
def test_templates_that_libreoffice_saved_are_written_into(
    report: Report, tmp_path: Path, house: str, steps: tuple[str, ...]
) -> None:
    package, _notes = written(report, through_office(tmp_path, HOUSES[house](), *steps))
    assert {card.number for card in report.proposals} <= set(" ".join(paragraphs_of(package)).split())
    assert styles_of(package)["Anlass und Auftrag"].casefold() == "heading 1"


def test_german_names_of_styles_are_understood_and_nothing_is_added_beside_them(report: Report) -> None:
    package, _notes = written(report, german())
    styles = styles_of(package)
    assert styles["Anlass und Auftrag"] == "Überschrift 1"
    assert styles["Ziel 3.1 Bereitstellen von Informationen"] == "Überschrift 2"
    assert GERMAN["Table Grid"] in {table.style.name for table in Document(io.BytesIO(package)).tables}
    assert "List Bullet" not in style_names(package, "paragraph")


def test_what_the_letterhead_lacks_is_completed_in_its_typeface_size_and_colour(report: Report) -> None:
    package, _notes = written(report, letterhead())
    document = Document(io.BytesIO(package))
    found = document.styles["Heading 4"]
    assert found.font.name is None, "the house's typeface"
    assert found.font.size.pt == pytest.approx(12, abs=0.5)
    assert styles_of(package)["Begegnung · 7 Punkte"] == "Heading 4"
    points = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "List Bullet"]
    assert points and document.styles["List Bullet"].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    assert "Arial" in document.styles["Normal"].element.xml


def test_a_mapping_that_was_kept_goes_before_the_names(report: Report) -> None:
    package, _notes = written(report, letterhead(), heading1="Heading 3", body="Quote", bullets="gibt es nicht")
    assert styles_of(package)["Anlass und Auftrag"] == "Heading 3"
    assert styles_of(package)["Vier Quartiere."] == "Quote"
    (heading,) = [one for one in Document(io.BytesIO(package)).paragraphs if one.text == "Anlass und Auftrag"]
    assert heading._p.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val")) == "0"


def test_content_takes_the_room_of_its_own_section(report: Report) -> None:
    package, _notes = written(report, cover())
    document = Document(io.BytesIO(package))
    wide = document.sections[1]
    room = (wide.page_width - wide.left_margin - wide.right_margin) / 635
    assert wide.page_width > wide.page_height
    for table in document.element.body.iter(qn("w:tbl")):
        assert sum(int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))) == pytest.approx(room, abs=12)
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[0] == report.title and words[-2].startswith("Impressum: Stadt Aachen")
    assert "Am 12. Mai 2016 in Nadelfabrik" in words


def test_fields_of_header_footer_and_text_box_are_filled(report: Report) -> None:
    text = everything_in(written(report, letterhead())[0])
    assert "Stadt Musterhausen – Integrationskonzept" in text and ">versandt, " in text
    assert "<w:t>Steuerungsgruppe</w:t>" in everything_in(written(report, cover())[0]).replace(
        ' xml:space="preserve"', ""
    )


def test_an_empty_field_leaves_no_empty_line_and_an_unknown_one_is_told(report: Report) -> None:
    package, notes = written(report, with_field("{{ forum.farbe }}{{ nichts }}"))
    assert notes == ["Die Vorlage hat Felder, die es nicht gibt; sie bleiben leer: forum.farbe, nichts."]
    assert paragraphs_of(package)[0] == "Stadt Aachen, Kommunales Integrationszentrum bleibt"


@pytest.mark.parametrize(
    "field",
    [
        "{{ forum.title", "{{ }}", "{% if x %}", "{{ host | nonsense }}", "{% for x in y %}{{ x }}",
        "{{ ''.__class__.__mro__ }}", "{{ host.upper() }}", "{{ forum.items() }}", "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 9999999999 }}",
        "{% for a in host %}{% for b in host %}{% for c in host %}{% for d in host %}{% endfor %}"
        "{% endfor %}{% endfor %}{% endfor %}",
        "{% set a = host %}{{ a }}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{{ " + "(" * 500 + " }}",
        "{% include 'x' %}", "{{ [].append(1) }}", "{{ self }}{{ self._TemplateReference__context }}",
    ],
)  # fmt: skip
def test_a_broken_or_evil_field_stays_and_is_told_and_the_rest_is_written(report: Report, field: str) -> None:
    package, notes = written(report, with_field(field))
    assert len(notes) == 1
    words = paragraphs_of(package)
    assert "Stadt Aachen, Kommunales Integrationszentrum bleibt" in words
    assert "Anlass und Auftrag" in words


@given(st.text(max_size=40))
def test_no_field_that_can_be_typed_stops_the_document(text: str) -> None:
    sandbox = FieldSandbox({"host": "Stadt", "forum": {"title": "F"}})
    try:
        sandbox.from_string("{{ host }}{{" + text + "}}").render(host="Stadt")
    except Exception as error:
        assert not isinstance(error, MemoryError)


def test_conditions_and_loops_over_paragraphs_work(report: Report) -> None:
    document = Document()
    conditions = ("{%p if forum.place %}", "Ort: {{ forum.place }}", "{%p endif %}", "{%p if not host %}", "weg",
                  "{%p endif %}")  # fmt: skip
    for text in (*conditions, "{% for one in [host, audience] %}{{ loop.index }} {{ one }} {% endfor %}"):
        document.add_paragraph(text)
    words = paragraphs_of(written(report, saved(document))[0])
    assert words[0] == "Ort: Nadelfabrik" and "weg" not in words
    assert words[1] == "1 Stadt Aachen, Kommunales Integrationszentrum 2 Steuerungsgruppe "


def test_words_of_people_in_fields_are_words_and_no_markup_or_fields(report: Report) -> None:
    evil = report._replace(process=report.process._replace(title="<w:p/> & {{ host }} \x0c {% endif %}"))
    package, _notes = written(evil, letterhead())
    assert "&lt;w:p/&gt; &amp; {{ host }}" in everything_in(package)


def test_a_mark_within_a_table_is_told_and_the_content_comes_at_the_end(report: Report) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{{ inhalt }}"
    package, (note,) = written(report, saved(document))
    assert "Tabelle" in note
    assert "Anlass und Auftrag" in [paragraph.text for paragraph in Document(io.BytesIO(package)).paragraphs]


@pytest.mark.parametrize("key", SHIPPED)
def test_shipped_templates_have_every_style_and_the_logo_is_told(report: Report, key: str) -> None:
    names = {name.casefold() for name in style_names(shipped(key).content, "paragraph")}
    assert all(names & set(role.names) for role in ROLES.values() if role.names and role.kind == "paragraph")
    picture = photo(400, 150)
    stream = io.BytesIO()
    logo = Photo(None, None, "", picture.data, picture.media_type, 400, 150)
    minutes_docx.write(report._replace(logo=logo), stream, catalogue("de"), template=shipped(key))
    told = re.findall(r'descr="(Logo[^"]*)"', everything_in(stream.getvalue()))
    assert told == (["Logo: Stadt Aachen, Kommunales Integrationszentrum"] if key == "kommunal" else [])


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("house", [*HOUSES, *SHIPPED])
def test_minutes_are_accessible_in_every_template(report: Report, house: str, language: str) -> None:
    content = HOUSES[house]() if house in HOUSES else shipped(house).content
    missing = missing_in(written(report, content, language)[0], "x.docx")
    if house in {"letterhead", "macros"}:  # python-docx describes no picture
        missing = [one for one in missing if "Alternativtext" not in one]
    if house == "german" or house in HOUSES:  # python-docx's own blue is faint
        missing = [one for one in missing if "hebt sich zu wenig ab" not in one]
    assert missing == []


def test_no_macro_and_no_tie_to_elsewhere_reaches_the_minutes(report: Report) -> None:
    package, _notes = written(report, with_macros())
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        names = parts.namelist()
    assert not [name for name in names if "vba" in name or "custom" in name]
    text = everything_in(package)
    for gone in ("External", "example.org", "AutoOpen", "Normal.dotm", "macroEnabled", "INCLUDEPICTURE"):
        assert gone not in text
    assert "Unsere Seiten" in paragraphs_of(package) and "Bild" in paragraphs_of(package)


def test_cards_stand_under_their_goals_in_a_house_template_too(report: Report) -> None:
    plain, _notes = written(report, shipped("schlicht").content)
    house, _notes = written(report, letterhead())
    assert sections_of(house) == sections_of(plain)


def test_the_shipped_templates_are_those_that_the_script_makes(tmp_path: Path) -> None:
    script = Path(__file__).resolve().parents[2] / "packaging" / "make_templates.py"
    done = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for key in SHIPPED:
        made, there = ((folder / f"{key}.docx").read_bytes() for folder in (tmp_path, resource("templates")))
        assert everything_in(made) == everything_in(there)
