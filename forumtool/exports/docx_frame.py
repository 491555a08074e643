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
