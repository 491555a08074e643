"""Killing the writing process at any moment loses no proposal whose Enter had returned."""

import random
import subprocess
import time
from pathlib import Path

from forumtool.storage.check import findings
from forumtool.storage.forum_file import ForumFile
from tests.builders import command, example

SHORT, LONG = 12, 100


def killed_while_writing(path: Path, lines: Path, seconds: float) -> list[str]:
    """Capture the lines, kill the writer that long after its first word, and return what it had said until then."""
    with lines.open("rb") as typed:
        writer = subprocess.Popen(
            command("capture", path, "--goal", "3.2"), stdin=typed, stdout=subprocess.PIPE, encoding="utf-8"
        )
    with writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline()]
        time.sleep(seconds)
        writer.kill()
        said += writer.stdout.readlines()
    return [line for line in said if line.endswith("\n")]


def test_killing_the_writer_loses_no_card_it_had_reported(tmp_path: Path, long: bool) -> None:
    path = example(tmp_path)
    lines = tmp_path / "lines.txt"
    chance = random.Random(20160412)
    promised: dict[str, str] = {}
    for kill in range(LONG if long else SHORT):
        lines.write_text(
            "".join(f"Weg {kill}.{at} mit Sprachcafé #Ankommen @Tisch {at} !Geld\n" for at in range(400)),
            encoding="utf-8",
        )
        said = killed_while_writing(path, lines, chance.uniform(0, 0.4))
        assert said, "the writer was killed before it had reported anything"
        promised |= dict(line.rstrip("\n").split("\t") for line in said)
        with ForumFile.open(path) as file:
            kept = dict(file.plain("SELECT laptop || '-' || running_number, original_text FROM proposal"))
            assert promised.items() <= kept.items()
            assert findings(file) == []
            (count,) = file.one("SELECT count(*) FROM proposal")
            assert len(kept) == count
    assert {found.name for found in tmp_path.iterdir()} == {path.name, lines.name}
