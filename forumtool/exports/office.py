"""LibreOffice as a printer of Word documents: looked for where it is usually installed, never required.

It runs with a profile of its own, so that it meets neither the settings nor the lock of a LibreOffice that is open.
"""

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from forumtool.domain.stopping import breathe

_PLACES = {
    "win32": (
        "C:/Program Files/LibreOffice/program/soffice.com",
        "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_QUIETLY = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")
_PATIENCE = 600.0  # seconds; 500 proposals take half a minute on a busy laptop, 5,000 some minutes
_GLANCE = 0.1
_running: "set[subprocess.Popen[bytes]]" = set()


class OfficeFailed(Exception):  # noqa: N818 - it is not for people: whoever catches it takes the other way
    """LibreOffice made no file, or did not end in time."""


def office() -> str | None:
    """Return the program of LibreOffice on this computer, None if it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((place for place in _PLACES.get(sys.platform, ()) if Path(place).exists()), None)


def printed(
    program: str,
    documents: Sequence[Path],
    profile: Path,
    options: Mapping[str, bool],
    patience: float = _PATIENCE,
) -> list[bytes | None]:
    """Return Word documents of one folder as PDF, None for one that LibreOffice could not make.

    All are made in one run, as its start takes longer than most documents. The options of the filter
    ``writer_pdf_Export`` are named in LibreOffice's help ("PDF Export Command Line Parameters"). Raises
    ``OfficeFailed`` if it does not end, or ``Stopped`` as soon as nobody wants it any more; it has ended then.
    """
    told = json.dumps({name: {"type": "boolean", "value": str(value).lower()} for name, value in options.items()})
    folder = profile.with_name("printed")
    shutil.rmtree(folder, ignore_errors=True)
    command = [
        program, f"-env:UserInstallation={profile.as_uri()}", *_QUIETLY,
        "--convert-to", f"pdf:writer_pdf_Export:{told}", "--outdir", str(folder), *map(str, documents),
    ]  # fmt: skip
    _run(command, patience * len(documents))
    return [_read(folder / document.with_suffix(".pdf").name) for document in documents]


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _run(command: list[str], patience: float) -> None:
    """Run a program without a window until it ends, time is up or somebody stops it; then it has ended in any case."""
    windows = sys.platform == "win32"
    try:
        process = subprocess.Popen(  # noqa: S603 - a program of the system, with our own words
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=not windows, creationflags=0x0800_0000 if windows else 0,  # CREATE_NO_WINDOW
        )  # fmt: skip
    except OSError as error:
        raise OfficeFailed from error
    _running.add(process)
    end = monotonic() + patience
    try:
        while process.poll() is None:
            breathe()
            if monotonic() > end:
                raise OfficeFailed
            with suppress(subprocess.TimeoutExpired):
                process.wait(_GLANCE)
    finally:
        _running.discard(process)
        _end(process)


@atexit.register
def _end_all() -> None:
    """Leave nothing running behind a window that was closed meanwhile."""
    for process in tuple(_running):
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program with the one that it has started itself."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
