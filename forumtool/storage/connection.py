"""The one connection to a file, with the settings that make it safe, and the sentences for what can go wrong.

``synchronous=FULL`` in WAL mode puts each commit on disk before it returns; ``locking_mode=EXCLUSIVE`` keeps every
other program out for as long as the file is open, with no lock that outlives a killed process.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sqlcipher3 import dbapi2

from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.storage import holder

_SETTINGS = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
)
_JOURNAL_TABLES = 3


def is_write_protected(path: Path) -> bool:
    """Tell whether the file or its folder refuses writing; root, too, respects a file marked read-only."""
    return not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def write_protected(path: Path) -> UserError:
    """Return the sentence for a file that must not be changed."""
    return UserError(
        _(
            "„{name}“ ist schreibgeschützt und wurde nicht verändert: "
            "Bitte auf den Laptop kopieren und die Kopie öffnen.",
            name=path.name,
        )
    )


def hold(path: Path) -> holder.Holder:
    """Keep other programs and windows out of a file. Raises a ``UserError`` when it is open elsewhere."""
    try:
        return holder.Holder(path)
    except BlockingIOError as error:
        raise open_elsewhere(path) from error


def connect(path: Path, *, read_only: bool) -> dbapi2.Connection:
    """Open the file and take its lock. Raises a ``UserError`` when it is open elsewhere or damaged."""
    with sentences(path):
        place = f"file:{quote(os.fsencode(path.resolve()))}"
        if read_only:
            _refuse_unfinished(path)
            return dbapi2.connect(f"{place}?mode=ro&immutable=1", uri=True, isolation_level=None)
        connection = dbapi2.connect(f"{place}?mode=rw", uri=True, isolation_level=None, timeout=0.2)
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        return connection


def _refuse_unfinished(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise UserError(
            _(
                "„{name}“ ist schreibgeschützt und wurde zuletzt nicht ordentlich geschlossen: "
                "Bitte die Datei und „{log}“ zusammen auf den Laptop kopieren und dort öffnen.",
                name=path.name,
                log=log.name,
            )
        )


def disconnect(connection: dbapi2.Connection, *, read_only: bool) -> None:
    """Close the connection so that one whole file remains, which opens from a read-only stick."""
    try:
        if not read_only:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    except dbapi2.Error:
        pass  # a full disk or a pulled stick: the write-ahead log stays and is read at the next opening
    finally:
        connection.close()


def remove_unfinished(path: Path) -> None:
    """Remove a closed file that did not become whole, and the logs beside it, as far as the disk lets us."""
    for ending in ("", "-wal", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()


def has_log(path: Path) -> bool:
    """Tell whether a write-ahead log lies beside the file: it is open somewhere, or was not closed."""
    return path.with_name(path.name + "-wal").exists()


def require_sound_unopened(path: Path) -> None:
    """Raise a ``UserError`` if a file without a log is damaged; taking its lock would already write to it."""
    connection = connect(path, read_only=True)
    try:
        require_sound(path, connection)
    finally:
        connection.close()


def require_sound(path: Path, connection: dbapi2.Connection) -> None:
    """Raise a ``UserError`` if the pages of the file do not fit together or it has no journal."""
    with sentences(path):
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()
        (journal,) = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('step', 'op', 'laptop')"
        ).fetchone()
    if answer != ("ok",) or journal != _JOURNAL_TABLES:
        raise damaged(path)


def damaged(path: Path) -> UserError:
    """Return the sentence for a file whose content is broken."""
    return UserError(
        _("„{name}“ ist beschädigt und wurde nicht verändert: Bitte die letzte Sicherungskopie öffnen.", name=path.name)
    )


@contextmanager
def database_sentences(path: Path) -> Iterator[None]:
    """Turn the database's errors into sentences for the user."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        raise sentence(path, error) from error


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn the errors of database and file system into sentences for the user."""
    try:
        with database_sentences(path):
            yield
    except OSError as error:
        raise UserError(
            _(
                "„{name}“ lässt sich nicht öffnen ({reason}): Bitte Datenträger und Rechte prüfen.",
                name=path.name,
                reason=error.strerror or error,
            )
        ) from error


def open_elsewhere(path: Path) -> UserError:
    """Return the sentence for a file that another program or window has open, and who that is where it is known."""
    who = holder.named(path)
    return UserError(
        _(
            "„{name}“ ist schon geöffnet ({who}): Bitte dort schließen oder dort weiterarbeiten.",
            name=path.name,
            who=who,
        )
        if who
        else _(
            "„{name}“ ist schon in einem anderen Fenster oder Programm geöffnet: Bitte dort schließen.",
            name=path.name,
        )
    )


def sentence(path: Path, error: Exception) -> UserError:
    """Return what to tell the user about a database error."""
    what = str(error).lower()
    if "locked" in what or "busy" in what:
        return open_elsewhere(path)
    if "full" in what:
        return UserError(
            _(
                "Der Datenträger von „{name}“ ist voll, der letzte Schritt wurde nicht gesichert: "
                "Bitte Platz schaffen und noch einmal bestätigen.",
                name=path.name,
            )
        )
    if "readonly" in what:
        return write_protected(path)
    if "i/o" in what or "unable to open" in what:
        return UserError(
            _(
                "„{name}“ ist nicht erreichbar, der letzte Schritt wurde nicht gesichert: "
                "Bitte prüfen, ob der Datenträger noch angesteckt ist.",
                name=path.name,
            )
        )
    return damaged(path)
