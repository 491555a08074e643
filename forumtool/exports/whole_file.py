"""A file appears under its name only when it is whole; until then, and if anything fails, the old one stays."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from forumtool.domain.errors import UserError
from forumtool.i18n import _

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_whole(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let ``write`` fill a file beside the target, put it on disk and give it the target's name.

    Raises a ``UserError`` if the folder is missing or closed to us, the disk is full or another program holds the
    target; the old file is whole then and nothing is left beside it.
    """
    target = target.resolve()
    part = target.with_name(f".forumtool-{secrets.token_hex(6)}.part")
    try:
        with _sentences(target):
            with part.open("xb") as stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                shutil.copymode(target, part)
        put_into_place(part, target)
    finally:
        with suppress(OSError):  # a read-only disk refuses even this, and has nothing to remove
            part.unlink()
    _put_name_on_disk(target.parent)


def put_into_place(part: Path, target: Path) -> None:
    """Give a file that is whole the target's name, on the same disk; raises a ``UserError`` as ``write_whole``."""
    with _sentences(target, replacing=True):
        part.replace(target)


@contextmanager
def _sentences(target: Path, *, replacing: bool = False) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(_sentence(error, target, replacing=replacing)) from error


def _sentence(error: OSError, target: Path, *, replacing: bool) -> str:
    name, folder = target.name, target.parent.name or str(target.parent)
    if error.errno in _FULL:
        return _(
            "„{name}“ passt nicht mehr auf den Datenträger: Bitte Platz schaffen oder einen anderen Ordner wählen.",
            name=name,
        )
    if replacing and isinstance(error, PermissionError):
        return _(
            "„{name}“ ist in einem anderen Programm geöffnet, etwa in Word oder Excel: Bitte dort schließen und "
            "noch einmal ausgeben.",
            name=name,
        )
    if isinstance(error, IsADirectoryError) or target.is_dir():
        return _("„{name}“ ist ein Ordner: Bitte ihn umbenennen oder einen anderen Ort wählen.", name=name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _("Den Ordner „{folder}“ gibt es nicht: Bitte einen anderen wählen.", folder=folder)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _("In den Ordner „{folder}“ darf nicht geschrieben werden: Bitte einen anderen wählen.", folder=folder)
    return _(
        "„{name}“ konnte nicht geschrieben werden ({reason}): Bitte einen anderen Ordner wählen.",
        name=name,
        reason=error.strerror or str(error),
    )


def _put_name_on_disk(folder: Path) -> None:
    if os.name != "posix":
        return
    link = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(link)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(link)
