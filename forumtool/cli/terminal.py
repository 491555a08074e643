"""Talking to the terminal: what was asked for on standard output, everything else on standard error."""

import io
import sys
from collections.abc import Iterator

_PARTS = 10


def prepare() -> None:
    """Make every character of every script printable: UTF-8 into pipes and files, "?" where a terminal has none."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def answer(text: str) -> None:
    """Print a line that was asked for, at once."""
    Progress.end_line()
    print(text, flush=True)


def tell(sentence: str) -> None:
    """Print a sentence beside the result, below a line that still moves."""
    Progress.end_line()
    print(sentence, file=sys.stderr, flush=True)


def typed_lines() -> Iterator[tuple[int, str]]:
    """Yield the lines of standard input that are not blank, each with its number, as soon as it is there.

    UTF-8 with or without a byte order mark; a line that is none is read as cp1252.
    """
    for number, raw in enumerate(sys.stdin.buffer, 1):
        line = decoded(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw).strip()
        if line:
            yield number, line


def decoded(raw: bytes) -> str:
    """Return the text of bytes as people's programs write them."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


class Progress:
    """How far long work has come, on standard error: one line that moves on a terminal, else a line for each tenth."""

    _line_is_open = False

    def __init__(self, label: str, *, wanted: bool) -> None:
        self._label = label
        self._moving = sys.stderr.isatty()
        self._wanted = wanted or self._moving
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` parts are finished."""
        part = done * (100 if self._moving else _PARTS) // total if total else 0
        if not self._wanted or part == self._shown:
            return
        self._shown = part
        end = "" if self._moving and done < total else "\n"
        Progress._line_is_open = not end
        start = "\r" if self._moving else ""
        print(f"{start}{self._label}: {done}/{total}", end=end, file=sys.stderr, flush=True)

    @classmethod
    def end_line(cls) -> None:
        """Go on below a line that has not come to its end."""
        if cls._line_is_open:
            cls._line_is_open = False
            print(file=sys.stderr)
