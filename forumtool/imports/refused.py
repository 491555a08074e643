"""Files that are no list: what each is, and what to do with it, in one sentence."""

import re
from collections.abc import Collection, Sequence

from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_PERHAPS_PICTURES = (b"BM", b"II*\0", b"MM\0*", b"RIFF")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1b]")

_EXCEL_97 = N_("„{name}“ ist im alten Format .xls: Bitte in Excel öffnen und als .xlsx speichern.")
_LOCKED = N_("„{name}“ ist mit einem Kennwort geschützt: Bitte in Excel ohne Kennwort als .xlsx speichern.")
_WORD = N_(
    "„{name}“ ist ein Word-Dokument und keine Excel-Tabelle: Bitte die Tabelle darin nach Excel kopieren und als .xlsx"
    " speichern."
)
_OLD_OR_LOCKED = N_(
    "„{name}“ ist im alten Format .xls oder mit einem Kennwort geschützt:"
    " Bitte in Excel ohne Kennwort als .xlsx speichern."
)
_SLIDES = N_("„{name}“ ist eine Präsentation und keine Liste: Bitte die Liste als .xlsx oder .csv wählen.")
_MAIL = N_("„{name}“ ist eine E-Mail: Bitte ihren Anhang speichern und die Liste daraus wählen.")
_CALC = N_("„{name}“ ist eine Tabelle von LibreOffice oder OpenOffice: Bitte dort als .xlsx speichern.")
_WRITER = N_("„{name}“ ist ein Textdokument und keine Excel-Tabelle: Bitte die Tabelle darin als .xlsx speichern.")
_BINARY_EXCEL = N_("„{name}“ ist im Format .xlsb: Bitte in Excel öffnen und als .xlsx speichern.")
_APPLE = N_("„{name}“ ist ein Dokument von Apple: Bitte in Numbers als Excel-Datei (.xlsx) exportieren.")
_OTHER_ZIP = N_("„{name}“ ist keine Excel-Tabelle: Bitte die Liste als .xlsx oder .csv speichern.")

# Names of streams in an OLE compound file, as its directory spells them in UTF-16 ([MS-CFB] 2.6).
_STREAMS = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", _WORD),
    ("PowerPoint Document", _SLIDES),
    ("__substg1.0_", _MAIL),
    ("Workbook", _EXCEL_97),
    ("Book", _EXCEL_97),
)
_PARTS = (
    ("xl/workbook.bin", _BINARY_EXCEL),
    ("word/document.xml", _WORD),
    ("ppt/presentation.xml", _SLIDES),
    ("Index/Document.iwa", _APPLE),
)


def empty(name: str) -> UserError:
    """Return the sentence for a list without any word."""
    return UserError(_("„{name}“ ist leer: Bitte eine Liste mit Spaltenköpfen in der ersten Zeile wählen.", name=name))


def damaged(name: str) -> UserError:
    """Return the sentence for a workbook that cannot be read."""
    return UserError(
        _("„{name}“ ist beschädigt oder keine Excel-Datei: Bitte in Excel neu als .xlsx speichern.", name=name)
    )


def too_large(name: str) -> UserError:
    """Return the sentence for a list that is larger than any list of people."""
    return UserError(
        _(
            "„{name}“ ist zu groß für eine Liste: Bitte nur die Tabelle mit den Einträgen in eine neue Datei kopieren.",
            name=name,
        )
    )


def other_package(parts: Collection[str], media_type: bytes, name: str) -> UserError:
    """Return the sentence for a zip that is no workbook, by its parts and what its part "mimetype" says."""
    if b"opendocument.spreadsheet" in media_type:
        return UserError(_(_CALC, name=name))
    if b"opendocument" in media_type:
        return UserError(_(_WRITER, name=name))
    return UserError(_(next((sentence for part, sentence in _PARTS if part in parts), _OTHER_ZIP), name=name))


def refuse_other_kinds(content: bytes, name: str) -> None:
    """Raise the sentence for what the first bytes show to be no list: old Office files, pictures, PDF and the like."""
    if content.startswith(OLD_OFFICE):
        raise UserError(_(of_stream(content, _STREAMS) or _OLD_OR_LOCKED, name=name))
    if content.startswith(_PICTURES):
        raise _picture(name)
    if content.startswith(b"{\\rtf"):
        raise UserError(_(_WORD, name=name))
    if content.startswith(b"%PDF"):
        raise UserError(
            _(
                "„{name}“ ist ein PDF und keine Liste: Bitte die Tabelle als .xlsx oder .csv anfordern.",
                name=name,
            )
        )


def of_stream(content: bytes, sentences: Sequence[tuple[str, str]]) -> str:
    """Return the sentence of the first stream that an OLE compound file holds, empty for none of them."""
    return next((told for stream, told in sentences if stream.encode("utf-16-le") in content), "")


def refuse_no_text(content: bytes, text: str, name: str) -> None:
    """Raise the sentence for a text that is none, or is written for a browser."""
    if _is_binary(text):
        if content.startswith(_PERHAPS_PICTURES):
            raise _picture(name)
        raise UserError(_("„{name}“ ist keine Liste: Bitte eine Datei in .xlsx oder .csv wählen.", name=name))
    if text.lstrip()[:1] == "<":
        raise UserError(
            _("„{name}“ ist eine Webseite und keine Liste: Bitte in Excel öffnen und als .xlsx speichern.", name=name)
        )


def _picture(name: str) -> UserError:
    return UserError(_("„{name}“ ist ein Bild: Bitte die Liste als .xlsx oder .csv wählen.", name=name))


def _is_binary(text: str) -> bool:
    return _NO_TEXT.search(text) is not None
