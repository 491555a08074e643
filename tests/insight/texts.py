"""Texts for comparing: real ones where the shared data is, and anything that people may type."""

import csv
import io

from hypothesis import strategies as st

from tests.imports.builders import real

PHRASES = (
    "Nachbarschaftscafé mit Kinderbetreuung",
    "Kita-Plätze vor dem Sprachkurs sichern",
    "Kinderbetreuung während der Sprachkurse",
    "Schulhöfe nachmittags öffnen",
    "Patenschaften zwischen alten und neuen Nachbarn",
    "Willkommenspaket der Vermieter",
    "Mehrsprachige Hausordnung",
    "Bäume pflanzen",
    "More benches in the park",
    "مرحبا بكم في مدينتنا",
    "🎉🎉 ☕",
    "   ",
    "1234 !?",
    "SPRACHTANDEM AM ARBEITSPLATZ!!!",
    "Straßen\u00adbahn",
)

anything = st.one_of(
    st.sampled_from(PHRASES), st.text(max_size=80), st.sampled_from(PHRASES).map(lambda text: text * 500)
)
lists = st.lists(anything, max_size=14)


def rows(name: str) -> list[tuple[str, str]]:
    """Return text and label of a real set, or skip the test where the shared data is missing."""
    text = real(name).read_text(encoding="utf-8-sig")
    found = csv.DictReader(io.StringIO(text, newline=""))
    return [(row["text"][:600], row["label"]) for row in found if row["text"].strip() and row["label"].strip()]
