"""A checker of our own: does a finished Word document keep the rules for accessible documents, and if not, what to do.

Cities publish by BITV 2.0, which asks for EN 301 549 (chapter 10, documents that are no web pages); that takes over
WCAG 2.1, levels A and AA. PDF/UA (ISO 14289-1) asks for the same of the PDF that is made from the document. What no
program can see (whether an alternative text fits its picture) is left to people.
"""

import io
import zipfile
from collections.abc import Sequence

from lxml import etree

from forumtool.domain.errors import UserError
from forumtool.exports.accessibility_rules import RULES
from forumtool.exports.word_reading import WordReading
from forumtool.exports.writing import Exported
from forumtool.i18n import N_, _

_CHECKED = (N_("Überschriften"), N_("Tabellenköpfe"), N_("Alternativtexte"), N_("Sprache"))


def missing_in(content: bytes, name: str) -> list[str]:
    """Return a sentence for each rule that a .docx does not keep: what is missing and what to do; none if all are kept.

    Raises a ``UserError`` for a file that is no Word document.
    """
    try:
        read = WordReading(content)
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, io.UnsupportedOperation) as error:
        raise UserError(_("„{name}“ ist kein Word-Dokument: Bitte eine Datei in .docx wählen.", name=name)) from error
    return [sentence for rule in RULES for sentence in rule(read)]


def verdict(missing: list[str]) -> str:
    """Return what a window says of the check in one or more lines."""
    if missing:
        return "\n".join((_("Noch nicht barrierefrei:"), *missing))
    return _("✓ barrierefrei geprüft: {what}", what=", ".join(map(_, _CHECKED)))


def with_verdicts(files: Sequence[Exported]) -> list[Exported]:
    """Return what was written, each Word document with the verdict among its notes."""
    return [
        one._replace(notes=(*one.notes, verdict(missing_in(one.path.read_bytes(), one.path.name))))
        if one.path.suffix == ".docx"
        else one
        for one in files
    ]
