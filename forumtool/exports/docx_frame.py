"""What every Word document of ours says about itself: language, compatibility, title and author."""

from datetime import UTC, datetime
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from forumtool.exports.safe_text import SafeText
from forumtool.exports.words import LOCALES
from forumtool.i18n import Catalogue

_PROPERTY_LENGTH = 255


def settle(document: Any, say: Catalogue) -> None:
    """Give a document of python-docx's default template the settings of its language and of today's Word."""
    settings = document.settings.element
    german = say.language == "de"
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LOCALES[say.language])
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), "," if german else ".")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";" if german else ",")
    settings.find(qn("w:defaultTabStop")).addnext(parse_xml(f"<w:autoHyphenation {nsdecls('w')}/>"))
    for name in ("w:savePreviewPicture", "w:proofState", "w:rsids"):
        settings.remove(settings.find(qn(name)))
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def speak(document: Any, say: Catalogue) -> None:
    """Give a document, whatever its template was in, the language that its words are in (WCAG 2.1, 3.1.1)."""
    language = LOCALES[say.language]
    styles = document.styles.element
    defaults = _child(_child(_child(styles, "w:docDefaults", 0), "w:rPrDefault", 0), "w:rPr", 0)
    _child(defaults, "w:lang").set(qn("w:val"), language)
    for style in styles.findall(qn("w:style")):
        for said in style.iter(qn("w:lang")):
            if said.get(qn("w:val")):
                said.set(qn("w:val"), language)
    for theme in document.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), language)


def language_of(document: Any) -> str:
    """Return the language in which the styles of a document are ("de-DE"), empty if they say none."""
    styles = document.styles.element
    usual = [style for style in styles.findall(qn("w:style")) if style.get(qn("w:default")) in {"1", "true", "on"}]
    told = [style.find(f"{qn('w:rPr')}/{qn('w:lang')}") for style in usual if style.get(qn("w:type")) == "paragraph"]
    told.append(styles.find("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")))))
    return next((said.get(qn("w:val")) for said in told if said is not None and said.get(qn("w:val"))), "")


def _child(parent: Any, tag: str, at: int | None = None) -> Any:
    found = parent.find(qn(tag))
    if found is None:
        found = parent.makeelement(qn(tag))
        parent.insert(len(parent) if at is None else at, found)
    return found


def describe(document: Any, title: str, subject: str, author: str, say: Catalogue, safe: SafeText) -> None:
    """Say in the file what it is; the author is the host, never a person. The template's picture of itself goes."""
    properties = document.core_properties
    properties.title = safe.line(title)[:_PROPERTY_LENGTH]
    properties.subject = safe.line(subject)[:_PROPERTY_LENGTH]
    properties.author = properties.last_modified_by = safe.line(author)[:_PROPERTY_LENGTH]
    properties.language = LOCALES[say.language]
    properties.comments = properties.keywords = properties.category = ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    properties.revision = 1
    rels = document.part.package.rels
    for key in [key for key, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        rels.pop(key)
