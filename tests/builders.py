"""Small builders: what a test needs in one line, made by the program's own verbs."""

import struct
import subprocess
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

from forumtool.domain.rows import ForumRow, GoalRow
from forumtool.services import clusters, proposals, weighing
from forumtool.services.goals import goal_numbered
from forumtool.services.photos import NewPhoto
from forumtool.services.processes import new_process
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import forum_of_goal

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
GOAL = "3.2"


def example(folder: Path, name: str = "aachen.forum") -> Path:
    """A closed file with the Aachen example."""
    path = folder / name
    new_process(path, "aachen")
    return path


def goal_of(file: ForumFile, number: str = GOAL) -> GoalRow:
    return goal_numbered(file, number)


def forum_for(file: ForumFile, number: str = GOAL) -> ForumRow:
    found = forum_of_goal(file, goal_of(file, number).id)
    assert found is not None
    return found


def capture(file: ForumFile, *lines: str, number: str = GOAL) -> list[proposals.Captured]:
    """Cards for a goal, in the forum of its field."""
    forum_id, goal_id = forum_for(file, number).id, goal_of(file, number).id
    return [proposals.capture(file, line, forum_id=forum_id, goal_id=goal_id) for line in lines]


def group(file: ForumFile, title: str, cards: Sequence[str] = (), number: str = GOAL) -> str:
    """A group on a goal's board; its key."""
    step = clusters.add_cluster(
        file, title, forum_id=forum_for(file, number).id, goal_id=goal_of(file, number).id, cards=cards
    )
    assert step is not None
    (key,) = step.changes["cluster"]
    return key


def dot_round(file: ForumFile, number: str = GOAL) -> str:
    """A question to the room; its key."""
    step = weighing.ask(
        file, forum_id=forum_for(file, number).id, goal_id=goal_of(file, number).id, question="Was zuerst?"
    )
    assert step is not None
    (key,) = step.changes["dot_round"]
    return key


def photo(width: int = 40, height: int = 30, caption: str = "", shade: int = 120) -> NewPhoto:
    """A small grey picture as it is kept, made by hand: a PNG of one shade."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return NewPhoto(data, "image/png", width, height, caption)


def forumtool(*words: object, typed: str | bytes = "") -> "subprocess.CompletedProcess[str]":
    """Run the program as people do, in a process of its own, and return what it said."""
    raw = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run(command(*words), input=raw, capture_output=True, timeout=120, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "forumtool", *map(str, words)]
