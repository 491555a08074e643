"""What a file says of itself in its first hundred bytes, read without opening it as a database.

The layout is SQLite's (https://www.sqlite.org/fileformat2.html, section 1.3): 16 bytes "SQLite format 3", the user
version at offset 60, the application id at offset 68, both four bytes, big-endian.
"""

import struct
from pathlib import Path

from forumtool.domain.errors import UserError
from forumtool.i18n import _

APPLICATION_ID = 0x466F7275  # "Foru"
_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100


def require_forum_file(path: Path, newest: int) -> None:
    """Raise a ``UserError`` unless the file is a forum file of at most this schema version. Reads, never writes."""
    try:
        with path.open("rb") as file:
            head = file.read(_LENGTH)
    except FileNotFoundError:
        raise UserError(_("„{name}“ gibt es nicht: Bitte Namen und Ordner prüfen.", name=path)) from None
    except IsADirectoryError:
        raise UserError(_("„{name}“ ist ein Ordner: Bitte eine .forum-Datei wählen.", name=path)) from None
    except OSError as error:
        raise UserError(
            _(
                "„{name}“ lässt sich nicht lesen ({reason}): Bitte Rechte und Datenträger prüfen.",
                name=path,
                reason=error.strerror or error,
            )
        ) from error
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        raise UserError(
            _("„{name}“ ist keine .forum-Datei; sie wurde nicht verändert: Bitte eine andere wählen.", name=path.name)
        )
    (version,) = struct.unpack_from(">i", head, 60)
    (application,) = struct.unpack_from(">i", head, 68)
    if application != APPLICATION_ID:
        raise UserError(
            _(
                "„{name}“ ist eine Datenbank eines anderen Programms; sie wurde nicht verändert: "
                "Bitte eine .forum-Datei wählen.",
                name=path.name,
            )
        )
    if version > newest:
        raise newer_version(path)


def newer_version(path: Path) -> UserError:
    """Return the sentence for a file that a newer forumtool has written."""
    return UserError(
        _(
            "„{name}“ stammt von einer neueren Version von forumtool und wurde nicht verändert: "
            "Bitte das Programm auf diesem Laptop erneuern.",
            name=path.name,
        )
    )


def version_in_header(path: Path) -> int:
    """Return the schema version that a forum file was closed with."""
    with path.open("rb") as file:
        return int(struct.unpack_from(">i", file.read(_LENGTH), 60)[0])
