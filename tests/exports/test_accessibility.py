"""The checker says what is missing; what the program writes always passes."""

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.exports.accessibility import missing_in, verdict
from forumtool.exports.blocks import Bullets, Column, Contents, Heading, KeyValues, Paragraph, Spoken, Table, Title
from forumtool.exports.contrast import contrast
from forumtool.exports.document import Document as Composed
from forumtool.exports.shipped_templates import SHIPPED, shipped
from forumtool.exports.word_document import write_document
from forumtool.i18n import catalogue
from forumtool.services import proposals, reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example, forum_for, photo
from tests.exports.house_templates import saved
from tests.exports.samples import docx

_WORDS = st.text(
    st.one_of(st.sampled_from('ab \t\n-•–*\u00a0\u200b\x00\ufffe<&"äß'), st.characters(exclude_categories=["Cs"])),
    max_size=24,
)
_BLOCKS = st.lists(
    st.one_of(
        st.builds(Heading, st.integers(1, 4), _WORDS), st.builds(Paragraph, _WORDS, st.booleans()),
        st.builds(Bullets, st.lists(_WORDS, max_size=3).map(tuple)), st.builds(Title, _WORDS, _WORDS, _WORDS),
        st.builds(KeyValues, st.lists(st.tuples(_WORDS, _WORDS), max_size=3).map(tuple)),
        st.builds(lambda a, b: Table((Column("Nr."), Column("Text")), [(a, b), (b, Spoken(a, [(0, len(a), "tr")]))]),
                  _WORDS, _WORDS),
        st.just(Contents("Inhalt")),
    ),
    max_size=9,
)  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory):
    with ForumFile.open(example(tmp_path_factory.mktemp("access"))) as file:
        capture(file, "Sprachcafé")
        return reporting.build(file, forum_id=forum_for(file).id)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(blocks=_BLOCKS, key=st.sampled_from(list(SHIPPED)))
def test_whatever_is_captured_the_document_passes(report, blocks, key):
    stream = io.BytesIO()
    write_document(Composed([*blocks, Paragraph("Ende")], catalogue("de"), "Titel"), report, stream, shipped(key))
    assert missing_in(stream.getvalue(), "x.docx") == []
    Document(io.BytesIO(stream.getvalue()))


def test_a_second_language_is_marked_word_for_word(tmp_path):
    with ForumFile.open(example(tmp_path)) as file:
        (card,) = capture(file, "Nachbarschaftscafé")
        proposals.translate(file, card.id, "Mahalle kahvesi & çocuklar", "tr")
        package = docx(reporting.build(file, forum_id=forum_for(file).id))[0]
    told = {
        run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")): "".join(text.text for text in run.iter(qn("w:t")))
        for run in Document(io.BytesIO(package)).element.body.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None
    }
    assert told == {"tr": "Mahalle kahvesi & çocuklar"}


def spoiled(*xml: str) -> list[str]:
    """What the checker says of a good document with something bad in it."""
    document = Document()
    document.core_properties.title = "Titel"
    document.styles.element.find(f".//{qn('w:lang')}").set(qn("w:val"), "de-DE")
    for one in xml:
        document.element.body[-1].addprevious(parse_xml(one.replace("<w:p", f"<w:p {nsdecls('w')}", 1)
                                                        if one.startswith("<w:p") else one))  # fmt: skip
    return missing_in(saved(document), "x.docx")


def words(text: str, more: str = "", look: str = "") -> str:
    return f'<w:p><w:pPr>{more}</w:pPr><w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number - 1}"/>'


TABLE = (
    f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>%s<w:tc>%s<w:p/></w:tc></w:tr></w:tbl>"
)


BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="%s"><v:textbox><w:txbxContent><w:p>'
    "<w:r><w:t>Kasten</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
FIELD = "<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>da</w:t></w:r></w:sdtContent></w:sdt></w:p>"
CHART = (
    f'<w:p><w:r><w:drawing><wp:inline {nsdecls("wp", "a")}><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="a"/>'
    "<a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ([words("Erste", level(2))], "Ebene 2, davor steht Ebene 0"),
        ([words("Erste", level(1)), words("Dritte", level(3))], "„Dritte“ hat die Ebene 3, davor steht Ebene 1"),
        ([words(" ", level(1))], "ist leer"),
        ([TABLE % ("", "")], "keine Kopfzeile"),
        (
            [TABLE % ("<w:trPr><w:tblHeader/></w:trPr>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')],
            "verbundene Zellen",
        ),
        ([words("a"), "<w:p><w:pPr/></w:p>", words("b")], "1 leerer Absatz"),
        ([words("Name      Preis")], "ordnen Text an"),
        ([words("- eins"), words("- zwei")], "sieht aus wie eine Aufzählung"),
        ([words("hell", look='<w:rPr><w:color w:val="999999"/></w:rPr>')], "zu wenig ab (2,8"),
        ([words("Сусідське кафе")], "hat keine Sprache"),
        (
            ["<w:p><w:pPr/><w:r><w:t>We need more places where the children of our quarter can play</w:t></w:r></w:p>"],
            "ist auf Englisch und nicht so gekennzeichnet",
        ),
        ([words(f"Absatz {at}") for at in range(31)], "hat keine Überschriften"),
        ([words("Ergebnisse", look="<w:rPr><w:b/></w:rPr>"), words("Es gab drei.")], "sieht aus wie eine Überschrift"),
        (
            ['<w:p><w:hyperlink w:anchor="_top"><w:r><w:t>Hier klicken …</w:t></w:r></w:hyperlink></w:p>'],
            "sagt nicht, wohin er führt",
        ),
        (
            [FIELD],
            "1 Feld zum Ausfüllen hat keinen Namen",
        ),
        ([BOX % "position:absolute"], "schwebt über dem Text: „Kasten“"),
        ([CHART], "1 Bild hat keinen Alternativtext"),
        (['<w:p><w:hyperlink w:anchor="nichts"><w:r><w:t>da</w:t></w:r></w:hyperlink></w:p>'], "führt ins Leere"),
    ],
)
def test_each_fault_is_named_with_what_to_do(xml, said):
    missing = spoiled(*xml)
    assert len([one for one in missing if said in one and "Bitte" in one]) == 1, missing


def test_a_document_without_title_language_or_alternative_text_is_told():
    document = Document()
    document.core_properties.title = ""
    document.styles.element.find(f".//{qn('w:lang')}").attrib.clear()
    document.add_picture(io.BytesIO(photo().data))
    missing = missing_in(saved(document), "x.docx")
    assert [one.split()[:2] for one in missing] == [["Der", "Titel"], ["Die", "Sprache"], ["1", "Bild"]]
    assert verdict(missing).startswith("Noch nicht barrierefrei")


def test_a_good_document_passes_and_is_told_so():
    assert spoiled(words("Gut", level(1)), words("Wort für Wort")) == []
    assert verdict([]) == "✓ barrierefrei geprüft: Überschriften, Tabellenköpfe, Alternativtexte, Sprache"


def test_a_box_in_the_line_and_a_named_field_are_good():
    named = (
        '<w:sdtPr><w:alias w:val="Zuständig"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>da</w:t></w:r></w:sdtContent>'
    )
    assert spoiled(BOX % "width:90pt", f"<w:p><w:sdt>{named}</w:sdt></w:p>") == []


def test_a_locked_document_is_told():
    document = Document()
    document.settings.element.append(
        parse_xml(f'<w:documentProtection {nsdecls("w")} w:edit="readOnly" w:enforcement="1"/>')
    )
    assert [one for one in missing_in(saved(document), "x.docx") if "geschützt" in one]


def test_contrast_is_that_of_the_guidelines():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("FFFFFF", "FFFFFF") == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Brief"])
def test_what_is_no_document_is_told_in_a_sentence(content):
    with pytest.raises(UserError, match="kein Word-Dokument"):
        missing_in(content, "x.docx")
