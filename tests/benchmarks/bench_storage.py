"""Long steps: taking a list of 5,000 proposals, catching 20,000 pasted lines, undo and redo; opening, checking.

Run by hand: ``python -m tests.benchmarks.bench_storage``. Beside each figure its ratio to inserting as many bare rows
by SQLite with the same settings.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

CARDS, LINES = 5000, 20_000


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds that something takes, and what it returns."""
    began = time.perf_counter()
    result = act()
    return time.perf_counter() - began, result


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["FORUMTOOL_HOME"] = name
        bare, _none = timed(lambda: bare_rows(Path(name)))
        print(f"{CARDS} proposals with two tags each; seconds, and the ratio to {CARDS} bare rows ({bare:.3f})")
        for what, seconds in measured(Path(name)):
            print(f"{what:<38} {seconds:7.2f} {seconds / bare:9.1f}")


def measured(folder: Path) -> list[tuple[str, float]]:
    """Time each long thing once."""
    from forumtool.services.importing import plan_proposals, take_proposals
    from forumtool.services.pasting import capture_lines
    from forumtool.services.processes import new_process
    from forumtool.storage.check import findings
    from forumtool.storage.digest import digest
    from forumtool.storage.forum_file import ForumFile
    from forumtool.storage.queries.process import goals

    path = folder / "long.forum"
    new_process(path, "aachen")
    with ForumFile.open(path) as file:
        reading, table = timed(lambda: a_list(folder))
        planning, plan = timed(lambda: plan_proposals(file, table))
        taking, _step = timed(lambda: take_proposals(file, plan))
        undoing, _step = timed(file.undo)
        redoing, _step = timed(file.redo)
        checking, _found = timed(lambda: findings(file))
        hashing, _digest = timed(lambda: digest(file))
        lines = [f"Nachbarschaftscafé Nummer {at} mit Betreuung #Ankommen #Familien" for at in range(LINES)]
        goal_id = goals(file)[0].id
        pasting, _step = timed(lambda: capture_lines(file, lines, forum_id=None, goal_id=goal_id))
        unpasting, _step = timed(file.undo)
        repasting, _step = timed(file.redo)
    opening, file = timed(lambda: ForumFile.open(path))
    file.close()
    return [
        ("reading the list", reading),
        ("preview", planning),
        ("taking it, one step", taking),
        ("undo", undoing),
        ("redo", redoing),
        (f"{LINES} pasted lines, two tags each", pasting),
        ("… undo", unpasting),
        ("… redo", repasting),
        ("check against the journal", checking),
        ("digest", hashing),
        ("opening", opening),
    ]


def a_list(folder: Path) -> Any:
    """Write a list and read it."""
    from forumtool.imports.table import read_table

    path = folder / "liste.csv"
    rows = [f"{at};3.2;Maßnahme;Nachbarschaftscafé Nummer {at} mit Betreuung;Ankommen, Familien" for at in range(CARDS)]
    path.write_text("\n".join(["id;nr;art;text;merkmale", *rows]), encoding="utf-8")
    return read_table(path)


def bare_rows(folder: Path) -> None:
    """Insert as many rows in one transaction."""
    from sqlcipher3 import dbapi2

    from forumtool.storage.connection import connect

    path = folder / "bare.db"
    made = dbapi2.connect(str(path))
    made.execute("CREATE TABLE row (id TEXT PRIMARY KEY, text TEXT)")
    made.commit()
    made.close()
    link = connect(path, read_only=False)
    link.execute("BEGIN")
    link.executemany("INSERT INTO row VALUES (?, ?)", [(str(at), f"Nachbarschaftscafé {at}") for at in range(CARDS)])
    link.execute("COMMIT")
    link.close()


if __name__ == "__main__":
    main()
