"""Lines out of what was copied elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.pasted import lines_of, parts_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sprachcafé", ["Sprachcafé"]),
        ("- Sprachcafé\n- Lotsen\n", ["Sprachcafé", "Lotsen"]),
        ("•\tSprachcafé\r\n\r\n\r\n•\tLotsen", ["Sprachcafé", "Lotsen"]),
        ("\uf0b7\tSprachcafé\no\tLotsen", ["Sprachcafé", "Lotsen"]),
        ("1. Sprachcafé\n2. Lotsen\n3) Feste", ["Sprachcafé", "Lotsen", "Feste"]),
        ("a) Sprachcafé\nb) Lotsen", ["Sprachcafé", "Lotsen"]),
        ("(1) Sprachcafé\n(2) Lotsen", ["Sprachcafé", "Lotsen"]),
        ("12. Mai: Straßenfest", ["12. Mai: Straßenfest"]),
        ("Fest am Rehmplatz\n12. Mai: Straßenfest\nLotsen", ["Fest am Rehmplatz", "12. Mai: Straßenfest", "Lotsen"]),
        ("25 Bänke\n3.1 gilt auch hier", ["25 Bänke", "3.1 gilt auch hier"]),
        ("Sprachcafé\u2028Lotsen\u2029Feste\rBänke", ["Sprachcafé", "Lotsen", "Feste", "Bänke"]),
        ("eine Zeile\vmit weichem Umbruch", ["eine Zeile\vmit weichem Umbruch"]),
        ("---\n* * *\n\t\n", []),
        ("! zu teuer\n+Lotsen\n#Kinder Fest", ["! zu teuer", "+Lotsen", "#Kinder Fest"]),
        ("– مقهى لغوي\n– دورة", ["مقهى لغوي", "دورة"]),
        ("Straße-und-Platz\n-ohne Abstand", ["Straße-und-Platz", "-ohne Abstand"]),
    ],
)
def test_what_a_pasted_text_becomes(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@given(st.text(max_size=200))
def test_every_line_has_words_and_stands_in_the_text(text: str) -> None:
    for line in lines_of(text):
        assert line in text
        assert any(sign.isalnum() for sign in line)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Café und Sprachkurs", ["Café und Sprachkurs"]),
        ("Ein Café öffnen. Dort Sprachkurse anbieten.", ["Ein Café öffnen.", "Dort Sprachkurse anbieten."]),
        ("Café; Sprachkurs;Lotsen", ["Café", "Sprachkurs;Lotsen"]),
        ("Räume, z. B. Kitas, am 12. Mai öffnen", ["Räume, z. B. Kitas, am 12. Mai öffnen"]),
        ("Wer hilft? Lotsen! Und wo", ["Wer hilft?", "Lotsen!", "Und wo"]),
        ("مقهى لغوي. دورة", ["مقهى لغوي.", "دورة"]),
        ("", []),
    ],
)
def test_where_a_card_may_be_split(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts
