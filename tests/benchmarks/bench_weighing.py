"""Gewichten with 300 cards and six benches: opening, turning coloured dots on and off, and a count, with the picture.

Before that, opening with 1,000 cards beside 300: it goes with their number at most.

Run by hand: ``python -m tests.benchmarks.bench_weighing [CARDS]``. The real window is drawn into memory; medians in
milliseconds. Beside it as many of Qt's line edits as there would be fields, made and shown.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.bench_tables import forget, settle, tell, timed, window_on

ROUNDS, BENCHES, PROMISED = 5, 6, 500


def main() -> None:
    """Measure and print."""
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMTOOL_HOME"] = folder
        opening(Path(folder))
        window = window_on(a_room(Path(folder), cards))
        print(f"{cards} cards, {BENCHES} benches, milliseconds to the picture")
        tell("Gewichten opens", [timed(lambda: window.go_to("weigh"))])
        coloured(window)
        tell(f"bare line edits, {cards * BENCHES}", [timed(lambda: bare(cards)) for _round in range(3)])
        window.close()


def opening(folder: Path) -> None:
    """Time the opening of few and of many cards: milliseconds of the processor, medians, and their ratio."""
    medians = {}
    for cards in (300, 1_000):
        (inside := folder / str(cards)).mkdir()
        window = window_on(a_room(inside, cards))
        times = []
        for _round in range(ROUNDS):
            forget(window, "weigh")
            began = time.process_time()
            timed(lambda window=window: window.go_to("weigh"))
            times.append((time.process_time() - began) * 1000)
        medians[cards] = statistics.median(times)
        window.close()
    few, many = medians.values()
    print(f"Gewichten opens with 300 cards: {few:.0f}, with 1,000: {many:.0f} of the processor, {many / few:.1f} times")


def a_room(folder: Path, cards: int) -> Path:
    """Make a file with the cards of one goal in a round of dots on cards, and people of six benches."""
    from forumtool.domain.rows import NewParticipant
    from forumtool.services.people import add_participants
    from forumtool.services.weighing import ask, count
    from forumtool.storage.forum_file import ForumFile
    from tests.benchmarks.crowded import crowded_file

    path = crowded_file(folder / "room.forum", cards, one_goal=True)
    with ForumFile.open(path) as file:
        ((forum_id, goal_id),) = file.plain("SELECT DISTINCT forum_id, goal_id FROM proposal")
        benches = [f"Bank {at}" for at in range(BENCHES)]
        people = [NewParticipant(f"Person {at}", constituency=benches[at % len(benches)]) for at in range(24)]
        add_participants(file, forum_id, people, present=True)
        step = ask(file, forum_id=forum_id, goal_id=goal_id, question="Was zuerst?", targets="cards")
        assert step is not None
        (round_id,) = step.changes["dot_round"]
        for at, (card,) in enumerate(file.plain("SELECT id FROM proposal LIMIT 40")):
            count(file, round_id, card, at % 7)
    return path


def coloured(window: Any) -> None:
    """Time the switch and a count in the first field."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    place = window.places["weigh"]
    on, off, counts = [], [], []
    for _round in range(ROUNDS):
        on.append(timed(place.question.coloured.click))
        assert len(place.counts.benches) >= BENCHES
        place.counts.take_focus()
        settle()
        for digit in "123":
            QTest.keyClick(place.counts.focusWidget(), digit)
            counts.append(timed(lambda: QTest.keyClick(place.counts.focusWidget(), Qt.Key.Key_Return)))
        off.append(timed(place.question.coloured.click))
    tell(f"coloured dots turned on (promised {PROMISED})", on)
    tell("… and off", off)
    tell("a count confirmed", counts)


def bare(cards: int) -> None:
    """Make and show a grid of Qt's own fields."""
    from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

    ground = QWidget()
    grid = QGridLayout(ground)
    for at in range(cards * BENCHES):
        grid.addWidget(QLineEdit(), *divmod(at, BENCHES))
    ground.show()


if __name__ == "__main__":
    main()
