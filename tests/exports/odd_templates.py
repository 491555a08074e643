"""Word templates with what houses build into them over the years, each with one thing that could go wrong."""

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from tests.exports.house_templates import saved

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACES = nsdecls("w", "wp", "a", "r")


def _put(document, *xml: str) -> None:
    for one in xml:
        document.element.body[-1].addprevious(parse_xml(one.replace(">", f" {_SPACES}>", 1)))


def edges() -> bytes:
    """Other headers on first and even pages, a landscape section between two upright ones, fields in all of them."""
    document = Document()
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Deckblatt {{ host }}"
    section.header.paragraphs[0].text = "Ungerade {{ forum.title }}"
    section.even_page_header.paragraphs[0].text = "Gerade {{ forum.title }}"
    section.even_page_footer.paragraphs[0].text = "{{ audience }}"
    document.add_paragraph("{{ forum.title }}", style="Title")
    wide = document.add_section(WD_SECTION.NEW_PAGE)
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    document.add_paragraph("Übersicht quer")
    upright = document.add_section(WD_SECTION.NEW_PAGE)
    upright.page_width, upright.page_height = upright.page_height, upright.page_width
    document.add_paragraph("{{ inhalt }}")
    return saved(document)


def controls() -> bytes:
    """The content in a content control with placeholder text, a field in another one bound to data of the file."""
    document = Document()
    _put(
        document,
        '<w:p><w:r><w:t xml:space="preserve">Titel: </w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="Titel"/><w:dataBinding'
        ' w:xpath="/x" w:storeItemID="{11111111-1111-1111-1111-111111111111}"/><w:text/></w:sdtPr><w:sdtContent><w:r>'
        "<w:t>{{ forum.title }}</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        '<w:sdt><w:sdtPr><w:alias w:val="Inhalt"/><w:lock w:val="sdtContentLocked"/><w:showingPlcHdr/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>{{ inhalt }}</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="Name"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Ende</w:t></w:r>'
        "</w:sdtContent></w:sdt></w:p>",
    )
    return saved(document)


def bound() -> bytes:
    """A cover page of Word's own, with title and author from the properties of the file; a field in a footnote."""
    document = Document()
    for name, hint in (("title", "[Dokumenttitel]"), ("creator", "Petra Geheim")):
        tie = f'<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:{name}[1]" w:storeItemID="{{6C3C8BC8-F283-45AE}}"/>'
        runs = f"<w:r><w:t>{hint[:4]}</w:t></w:r><w:r><w:t>{hint[4:]}</w:t></w:r>"
        _put(
            document,
            f'<w:sdt><w:sdtPr><w:alias w:val="Angabe"/>{tie}<w:text/></w:sdtPr>'
            f"<w:sdtContent><w:p>{runs}</w:p></w:sdtContent></w:sdt>",
        )
    _put(document, '<w:p><w:r><w:t>Stand</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
    return _with_footnote(saved(document))


def _with_footnote(content: bytes) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    note = (
        f'<?xml version="1.0"?><w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p><w:r>'
        '<w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>'
        "Herausgegeben von {{ host }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    tie = (
        '<Relationship Id="rNotes" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footnotes"/></Relationships>'
    )
    changes = {
        "[Content_Types].xml": ("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'),
        "word/_rels/document.xml.rels": ("</Relationships>", tie),
    }
    return _rewritten(content, changes, {"word/footnotes.xml": note})


def _rewritten(content: bytes, changes: dict[str, tuple[str, str]], added: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.decode().replace(*changes[name]) if name in changes else part)
        for name, text in added.items():
            after.writestr(name, text)
    return stream.getvalue()


def split() -> bytes:
    """Fields torn apart by the spelling checker, bookmarks, revisions and fonts, as Word leaves them."""
    document = Document()
    _put(
        document,
        '<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ forum</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/>'
        '</w:rPr><w:t>.ti</w:t></w:r><w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="7" w:name="_GoBack"/>'
        '<w:bookmarkEnd w:id="7"/><w:r><w:t>tle }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>{{ in</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>halt }}</w:t></w:r></w:p>",
    )
    return saved(document)


def boxes() -> bytes:
    """A field in a text box of today's Word, with the box of an older Word beside it."""
    document = Document()
    words = "<w:txbxContent><w:p><w:r><w:t>Kasten: {{ forum.title }}</w:t></w:r></w:p></w:txbxContent>"
    _put(
        document,
        f'<w:p xmlns:wps="{_WPS}" xmlns:mc="{_MC}" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent'
        ' cx="3600000" cy="720000"/><wp:docPr id="5" name="Textfeld 5"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="720000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{words}</wps:txbx><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape style="width:283pt;height:57pt"><v:textbox>{words}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>",
    )
    return saved(document)


def contents() -> bytes:
    """A table of contents of the house in a building block, its entries from long ago."""
    document = Document()
    _put(
        document,
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>Inhaltsverzeichnis</w:t></w:r></w:p><w:p><w:r><w:fldChar"
        ' w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc999"><w:r><w:t>Alter Eintrag'
        '</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>',
    )
    document.add_paragraph("{{ inhalt }}")
    return saved(document)


def simple_contents() -> bytes:
    """The same as a simple field."""
    document = Document()
    _put(
        document, '<w:p><w:fldSimple w:instr=" TOC \\o &quot;1-2&quot; "><w:r><w:t>alt</w:t></w:r></w:fldSimple></w:p>'
    )
    document.add_paragraph("{{ inhalt }}")
    return saved(document)


def numbered() -> bytes:
    """Headings numbered by a list of several levels."""
    document = Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{at + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{one}" for one in range(1, at + 2))}"/><w:lvlJc w:val="left"/></w:lvl>'
        for at in range(4)
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for at in range(4):
        style = document.styles[f"Heading {at + 1}"].element
        told = f'<w:numPr {nsdecls("w")}>{f"""<w:ilvl w:val="{at}"/>""" if at else ""}<w:numId w:val="77"/></w:numPr>'
        style.pPr.insert_element_before(parse_xml(told), "w:spacing", "w:outlineLvl")
    return saved(document)


def revised() -> bytes:
    """Changes that somebody tracked and nobody accepted, with their names, a comment and a footnote."""
    document = Document()
    who = 'w:id="9" w:author="Petra Geheim" w:date="2020-01-01T00:00:00Z"'
    _put(
        document,
        f"<w:p><w:ins {who}><w:r><w:t>Neu: {{{{ forum.title }}}}</w:t></w:r></w:ins><w:del {who}><w:r><w:delText>Alt"
        "</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:pPr><w:rPr><w:del {who}/></w:rPr><w:pPrChange {who}><w:pPr/></w:pPrChange></w:pPr><w:r><w:rPr>"
        f"<w:b/><w:rPrChange {who}><w:rPr/></w:rPrChange></w:rPr><w:t>Fett</w:t></w:r></w:p>",
        f"<w:p><w:moveFrom {who}><w:r><w:t>Verschoben</w:t></w:r></w:moveFrom><w:moveTo {who}><w:r><w:t>Hier</w:t>"
        "</w:r></w:moveTo></w:p>",
    )
    return saved(document)


def outdated() -> bytes:
    """From 2003: no word of compatibility, no theme, no levels in the styles of headings, German ids."""
    document = Document()
    for compat in document.settings.element.findall(qn("w:compat")):
        document.settings.element.remove(compat)
    for level in range(1, 5):
        style = document.styles[f"Heading {level}"].element
        style.pPr.remove(style.pPr.find(qn("w:outlineLvl")))
        style.set(qn("w:styleId"), f"berschrift{level}")
    return saved(document)


def protected() -> bytes:
    """A form of the house: locked, tied to a template, an embedded font, a label of secrecy, building blocks."""
    document = Document()
    settings = document.settings.element
    settings.insert(1, parse_xml(f"<w:embedTrueTypeFonts {nsdecls('w')}/>"))
    settings.find(qn("w:zoom")).addnext(
        parse_xml(f'<w:documentProtection {nsdecls("w")} w:edit="forms" w:enforcement="1"/>')
    )
    document.add_paragraph("{{ host }}")
    return _with_label(saved(document))


def _with_label(content: bytes) -> bytes:
    label = (
        '<?xml version="1.0"?><clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
        '<clbl:label id="{22222222-2222-2222-2222-222222222222}" enabled="1" method="Privileged"/></clbl:labelList>'
    )
    tie = (
        '<Relationship Id="rLabel" Type="http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"'
        ' Target="docMetadata/LabelInfo.xml"/></Relationships>'
    )
    return _rewritten(content, {"_rels/.rels": ("</Relationships>", tie)}, {"docMetadata/LabelInfo.xml": label})


def with_logo() -> bytes:
    """The sign of the house by a field in the header."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ logo }}"
    document.sections[0].left_margin = Cm(3)
    return saved(document)


ODD: dict[str, Callable[[], bytes]] = {
    "edges": edges, "controls": controls, "bound": bound, "split": split, "boxes": boxes, "contents": contents,
    "simple contents": simple_contents, "numbered": numbered, "revised": revised, "outdated": outdated,
    "protected": protected, "logo": with_logo,
}  # fmt: skip
