"""Files that are no Word template: what each is, and what to do with it, in one sentence."""

from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _
from forumtool.imports.refused import OLD_OFFICE, of_stream

_WORD_97 = N_("„{name}“ ist im alten Format .doc oder .dot: Bitte in Word öffnen und als .docx speichern.")
_LOCKED = N_("„{name}“ ist mit einem Kennwort geschützt: Bitte in Word ohne Kennwort als .docx speichern.")
_OLD_OR_LOCKED = N_(
    "„{name}“ ist im alten Format .doc oder mit einem Kennwort geschützt:"
    " Bitte in Word ohne Kennwort als .docx speichern."
)
_WRITER = N_("„{name}“ ist ein Dokument von LibreOffice oder OpenOffice: Bitte dort als .docx speichern.")
_RICH_TEXT = N_("„{name}“ ist im Format RTF: Bitte in Word öffnen und als .docx speichern.")
_OTHER = N_("„{name}“ ist kein Word-Dokument: Bitte eine Vorlage in .docx, .dotx oder .docm wählen.")
_DAMAGED = N_("„{name}“ ist beschädigt oder kein Word-Dokument: Bitte in Word neu als .docx speichern.")
_STREAMS = (("EncryptedPackage", _LOCKED), ("WordDocument", _WORD_97))


def missing(name: str) -> UserError:
    """Return the sentence for a file that is not there."""
    return UserError(_("„{name}“ gibt es nicht: Bitte den Namen und den Ordner prüfen.", name=name))


def unreadable(name: str) -> UserError:
    """Return the sentence for a file that cannot be opened."""
    return UserError(_("„{name}“ lässt sich nicht öffnen: Bitte eine andere Datei wählen.", name=name))


def damaged(name: str) -> UserError:
    """Return the sentence for a package that cannot be read as Word's."""
    return UserError(_(_DAMAGED, name=name))


def too_large(name: str) -> UserError:
    """Return the sentence for a template that is larger than any letterhead."""
    return UserError(_("„{name}“ ist zu groß für eine Vorlage: Bitte die Bilder darin verkleinern.", name=name))


def strict(name: str) -> UserError:
    """Return the sentence for ISO 29500 Strict, whose names are others than those that programs write."""
    return UserError(
        _(
            "„{name}“ ist im Format „Strict Open XML“: Bitte in Word als gewöhnliches Word-Dokument (.docx) speichern.",
            name=name,
        )
    )


def other_package(media_type: bytes, name: str) -> UserError:
    """Return the sentence for a zip that holds no Word document, by what its part "mimetype" says."""
    return UserError(_(_WRITER if b"opendocument" in media_type else _OTHER, name=name))


def other_kind(content: bytes, name: str) -> UserError:
    """Return the sentence for a file that is no zip, by its first bytes."""
    if content.startswith(OLD_OFFICE):
        return UserError(_(of_stream(content, _STREAMS) or _OLD_OR_LOCKED, name=name))
    if content.startswith(b"{\\rtf"):
        return UserError(_(_RICH_TEXT, name=name))
    return UserError(_(_DAMAGED if content.startswith(b"PK") else _OTHER, name=name))
