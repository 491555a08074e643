"""How long suggestions take: each keystroke at 2,000 and 20,000 cards, 100 cards on the board, loading.

Run by hand: ``python -m tests.benchmarks.bench_suggestions``. Medians and 95th percentiles in milliseconds. Real
statements where the folder of shared data is there, else made ones; 20,000 cards are those with words exchanged. The
bare product is numpy's of as many places as there are cards with one: what any comparison by meaning takes.
"""

import csv
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

REAL = Path(__file__).parents[3] / "shared" / "data" / "klimarat" / "corpus_moderated.csv"
LOADING = """
import time
began = time.perf_counter()
from forumtool.ui.suggesting import load
load()
print(time.perf_counter() - began)
try:
    import resource, sys
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 2**20))
except ImportError:
    print(0)
"""
NUMPY = "import time; began = time.perf_counter(); import numpy; print(time.perf_counter() - began)"


def main() -> None:
    """Measure and print."""
    loading()
    texts = statements()
    board(texts[:100], texts[100:200])
    for count in (2_000, 20_000):
        typing(made(texts, count))


def loading() -> None:
    """Tell how long loading takes in a fresh process, beside the import of numpy."""
    turns = [(run(NUMPY)[0], *run(LOADING)) for _ in range(5)]
    numpy, everything, peak = (statistics.median(column) for column in zip(*turns, strict=True))
    print(
        f"loading {everything * 1000:.0f} ms, import of numpy alone {numpy * 1000:.0f} ms, "
        f"ratio {everything / numpy:.1f}; peak memory of the process {peak:.0f} MiB"
    )


def board(texts: Sequence[str], others: Sequence[str]) -> None:
    """Tell how long each question about 100 cards takes, beside the same by stems alone."""
    from forumtool.insight.suggestions import draft_groups, nearest, rank_groups
    from forumtool.insight.table import Table
    from forumtool.insight.words import words

    def stems_alone() -> None:
        table = Table()
        for text in texts:
            table.put(list(dict.fromkeys(word.stem for word in words(text))))
        table.settle()
        for row in range(len(texts)):
            table.compare(table.of_row(row))

    groups = [others[at::8][:5] for at in range(8)]
    alone = tell("100 cards by stems alone", stems_alone, 30)
    for name, ask in (
        ("nearest", lambda: nearest(texts)),
        ("rank_groups (8 groups of 5)", lambda: rank_groups(groups, texts)),
        ("draft_groups", lambda: draft_groups(texts)),
    ):
        tell(f"100 cards, {name}", ask, 30, alone)
    print("promised: each under 150 ms")


def typing(texts: Sequence[str]) -> None:
    """Tell how long a keystroke takes, also right after a card, beside the bare product."""
    import numpy as np

    from forumtool.insight.similar import SimilarCards

    began = time.perf_counter()
    index = SimilarCards({str(at): text for at, text in enumerate(texts)})
    index.settle()
    print(f"{len(texts):,} cards: built in {time.perf_counter() - began:.1f} s")
    places = np.random.default_rng(1).random((len(texts), 128), np.float32)
    bare = tell("  bare product of the places", lambda: places @ places[0], 100)
    typed = iter([text[:end] for text in texts[:: len(texts) // 10] for end in range(1, min(len(text), 100))])
    tell("  keystroke", lambda: index.find(next(typed)), 400, bare)
    tell("  one card more", lambda: index.put("new", texts[random.randrange(len(texts))]), 50)

    def after_a_card() -> None:
        index.put("new", "Nachbarschaftscafé mit Kinderbetreuung")
        index.find("Mehr Kinderbetreuung am Aben")

    tell("  one card more and the keystroke after it", after_a_card, 50, bare)
    print(f"  promised: a keystroke under {16 if len(texts) <= 2_000 else 50} ms")


def tell(name: str, act: Callable[[], object], rounds: int, beside: float = 0) -> float:
    """Print median and 95th percentile, and the ratio to another median."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    taken.sort()
    median = statistics.median(taken)
    ratio = f"   {median / beside:.1f} times" if beside else ""
    print(f"{name}: median {median * 1000:.2f}   95th percentile {taken[int(rounds * 0.95)] * 1000:.2f}{ratio}")
    return median


def run(code: str) -> list[float]:
    """Run code in a fresh process and return the numbers that it prints."""
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def statements() -> list[str]:
    """Return statements of people, or made ones."""
    if REAL.exists():
        with REAL.open(encoding="utf-8-sig", newline="") as file:
            return [row["text"] for row in csv.DictReader(file)]
    chance = random.Random(1)
    subjects = ("Radwege", "Sprachkurse", "Kita-Plätze", "Schulhöfe", "Bäume", "Patenschaften", "Wohnungen", "Busse")
    verbs = ("ausbauen", "öffnen", "sichern", "fördern", "gemeinsam planen", "mehrsprachig ankündigen")
    places = ("am Bahnhof", "in der Nordstadt", "für Familien", "mit Vereinen", "am Wochenende", "ohne Anmeldung")
    return [" ".join(chance.choice(some) for some in (subjects, verbs, places, places)) for _ in range(2_800)]


def made(texts: Sequence[str], count: int) -> list[str]:
    """Return as many texts: the given ones, then such with some words of others."""
    chance = random.Random(2)
    words = [word for text in texts for word in text.split()]
    found = list(texts[:count])
    while len(found) < count:
        mixed = chance.choice(texts).split()
        for at in range(0, len(mixed), 4):
            mixed[at] = chance.choice(words)
        found.append(" ".join(mixed))
    return found


if __name__ == "__main__":
    main()
