"""Word templates as houses have them: German styles, covers, letterheads, macros, ties to the network."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from tests.builders import photo

GERMAN = {
    "heading 1": "Überschrift 1", "heading 2": "Überschrift 2", "heading 3": "Überschrift 3", "Title": "Titel",
    "List Bullet": "Aufzählungszeichen", "Table Grid": "Tabellenraster", "Normal": "Standard",
}  # fmt: skip
_MACRO_KIND = "application/vnd.ms-word.document.macroEnabled.main+xml"
_DOCUMENT_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def letterhead() -> bytes:
    """Arial in 12 points, a red first heading, a line and a logo in the header, no style for the finer things."""
    document = Document()
    normal = document.styles["Normal"].font
    normal.name, normal.size = "Arial", Pt(12)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x9C, 0x00, 0x20)
    for gone in ("Heading 4", "Caption", "List Bullet", "TOC Heading"):
        element = document.styles[gone].element
        element.getparent().remove(element)
    section = document.sections[0]
    section.header.paragraphs[0].text = "Stadt Musterhausen – {{ process.title }}"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(photo().data), width=Cm(2))
    section.footer.paragraphs[0].text = "{{ minutes.state }}, {{today}}"
    document.add_paragraph()
    return saved(document)


def german() -> bytes:
    """Written by a program that gives Word's styles German names."""
    document = Document()
    for style in document.styles.element.findall(qn("w:style")):
        named = style.find(qn("w:name"))
        named.set(qn("w:val"), GERMAN.get(named.get(qn("w:val")), named.get(qn("w:val"))))
    document.add_paragraph("{{ inhalt }}")
    return saved(document)


def cover() -> bytes:
    """A cover in a section of its own, the content in a wide section, an imprint behind it."""
    document = Document()
    document.add_paragraph("{{ forum.title }}", style="Title")
    fields = document.add_paragraph("Am {{ forum.date }} in {{ forum")
    fields.add_run(".place }}").bold = True
    document.add_paragraph("{{ facilitation }}")
    _turn(document.add_section(WD_SECTION.NEW_PAGE))
    document.add_paragraph("{{ content }}")
    _turn(document.add_section(WD_SECTION.NEW_PAGE))
    document.add_paragraph("Impressum: {{ host }}")
    box = (
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape style="width:90pt">'
        "<v:textbox><w:txbxContent><w:p><w:r><w:t>{{ audience }}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r></w:p>"
    )
    document.element.body[-1].addprevious(parse_xml(box))
    return saved(document)


def _turn(section) -> None:
    section.page_width, section.page_height = section.page_height, section.page_width
    section.orientation = WD_ORIENT.LANDSCAPE if section.page_width > section.page_height else WD_ORIENT.PORTRAIT


def with_macros() -> bytes:
    """A .docm with a macro, a toolbar, a template on a server, a picture and a field from the network."""
    document = Document()
    part = document.part
    document.settings.element.insert(0, parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="rId77"/>'))
    remote = part.relate_to("https://example.org/zaehler.png", f"{_OFFICE}/image", is_external=True)
    link = part.relate_to("https://example.org/", f"{_OFFICE}/hyperlink", is_external=True)
    for xml in (
        f'<w:p {nsdecls("w", "r")}><w:hyperlink r:id="{link}"><w:r><w:t>Unsere Seiten</w:t></w:r></w:hyperlink></w:p>',
        f'<w:p {nsdecls("w", "wp", "a", "pic", "r")}><w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="p">'
        f'<pic:pic><pic:blipFill><a:blip r:link="{remote}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
        f'<w:p {nsdecls("w")}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDEPICTURE '
        '"https://example.org/x.png" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Bild'
        '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ):
        document.element.body[-1].addprevious(parse_xml(xml))
    return _spoiled(saved(document))


def _spoiled(content: bytes) -> bytes:
    settings = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId77" Type="{_OFFICE}/attachedTemplate" Target="file://server/Normal.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    changes: dict[str, Callable[[str], str]] = {
        "[Content_Types].xml": lambda text: text.replace(_DOCUMENT_KIND, _MACRO_KIND).replace(
            "<Override", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override', 1
        ),
        "_rels/.rels": lambda text: text.replace(
            "</Relationships>", f'<Relationship Id="rUi" Type="{_MICROSOFT}/ui/extensibility" '
            'Target="customUI/customUI.xml"'
            "/></Relationships>"),
        "word/_rels/document.xml.rels": lambda text: text.replace(
            "</Relationships>", f'<Relationship Id="rVba" Type="{_MICROSOFT}/vbaProject" Target="vbaProject.bin"/>'
            "</Relationships>"),
    }  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, changes[name](part.decode()) if name in changes else part)
        after.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen()")
        after.writestr("customUI/customUI.xml", '<customUI xmlns="x" onLoad="AutoOpen"/>')
        after.writestr("word/_rels/settings.xml.rels", settings)
    return stream.getvalue()


HOUSES: dict[str, Callable[[], bytes]] = {
    "letterhead": letterhead, "german": german, "cover": cover, "macros": with_macros,
}  # fmt: skip


def through_office(folder: Path, content: bytes, *steps: str) -> bytes:
    """The template as LibreOffice saves it, step by step ("odt", "docx"); skips where there is none."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("there is no LibreOffice to save with")
    path = folder / "vorlage.docx"
    path.write_bytes(content)
    for at, step in enumerate(steps):
        out = folder / str(at)
        subprocess.run(
            [office, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", step,
             "--outdir", out, path], check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        path = out / f"vorlage.{step}"
    return path.read_bytes()
