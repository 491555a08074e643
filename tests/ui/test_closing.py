"""The window closes at any moment, whatever is being done beside it: the program ends well, nothing is half."""

import os
import subprocess
import sys
from pathlib import Path

from forumtool.storage.check import findings
from forumtool.storage.forum_file import ForumFile
from tests.demonstration import demonstration

ROOT = Path(__file__).resolve().parents[2]
_NOISE = "This plugin does not support propagateSizeHints()"


def closed_in_the_middle(path: Path, seed: int) -> str:
    """Hold a day that ends at a moment of its own and return what it says on standard error."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.ui.closing_day", str(path), str(seed)],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "FORUMTOOL_HOME": str(path.parent), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"
    return "\n".join(line for line in done.stderr.splitlines() if line != _NOISE)


def test_the_program_ends_well_at_any_moment(tmp_path: Path, long: bool) -> None:
    made = demonstration(tmp_path / "quartier.forum").read_bytes()
    for seed in range(100 if long else 4):
        folder = tmp_path / str(seed)
        folder.mkdir()
        path = folder / "quartier.forum"
        path.write_bytes(made)
        assert closed_in_the_middle(path, seed) == ""
        assert not list(folder.rglob("*.part")) and not path.with_name(path.name + "-wal").exists()
        with ForumFile.open(path) as file:
            assert findings(file) == []
