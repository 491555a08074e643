"""The signs of a capture line: what each line becomes, and that no word of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.capture_line import Draft, parse, token_at
from forumtool.domain.rows import Vocabulary

KNOWN = Vocabulary(
    tags=("Ankommen", "Junge Erwachsene", "Kinder"),
    people=("Dr. Ayşe Yılmaz-Öztürk", "Maria del Carmen Núñez"),
    organisations=("Birhan e. V.", "Stadt Aachen"),
    groups=("Tisch 2",),
    obstacles=("Unsicherer Aufenthalt",),
    offers=("Café Zuflucht",),
)


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        ("Mehr Sprachcafés", Draft("Mehr Sprachcafés")),
        ("  Mehr   Sprachcafés \n", Draft("Mehr Sprachcafés")),
        ("Sprachcafé #Ankommen", Draft("Sprachcafé", tags=("Ankommen",))),
        ("Sprachcafé #junge erwachsene", Draft("Sprachcafé", tags=("junge erwachsene",))),
        ("#Ankommen Sprachcafé", Draft("Sprachcafé", tags=("Ankommen",))),
        ("Lotsen für #Kinder in Schulen", Draft("Lotsen für Kinder in Schulen", tags=("Kinder",))),
        ("Sprachcafé #Ankommen #Kinder", Draft("Sprachcafé", tags=("Ankommen", "Kinder"))),
        ("Sprachcafé #Ankommen #Ankommen", Draft("Sprachcafé", tags=("Ankommen",))),
        ("Sprachcafé @Tisch 2", Draft("Sprachcafé", contributor="Tisch 2")),
        ("Sprachcafé @Maria del Carmen Núñez", Draft("Sprachcafé", contributor="Maria del Carmen Núñez")),
        ("Sprachcafé @Anne-Marie von der Heydt", Draft("Sprachcafé", contributor="Anne-Marie von der Heydt")),
        ("@Tisch 2 Sprachcafé", Draft("Sprachcafé", contributor="Tisch 2")),
        ("@Tisch 2: Sprachcafé", Draft("Sprachcafé", contributor="Tisch 2")),
        ("@Otto von Beck: Sprachcafé", Draft("Sprachcafé", contributor="Otto von Beck")),
        ("@Otto sagt: mehr Sprachcafés", Draft("sagt: mehr Sprachcafés", contributor="Otto")),
        ("Treffpunkte für #Kinder.", Draft("Treffpunkte für Kinder.", tags=("Kinder",))),
        (
            "Sprachcafé !kein Raum +Café Zuflucht",
            Draft("Sprachcafé", obstacles=("kein Raum",), offers=("Café Zuflucht",)),
        ),
        ('Sprachcafé #"ganz neu" @"Frau X"', Draft("Sprachcafé", tags=("ganz neu",), contributor="Frau X")),
        ("Sprachcafé >3.1", Draft("Sprachcafé", goal="3.1")),
        ("!Öffnungszeiten der Ämter", Draft("Öffnungszeiten der Ämter", kind="obstacle")),
        ("+Lotsenprojekt der Caritas", Draft("Lotsenprojekt der Caritas", kind="offer")),
        ("?Wer zahlt das", Draft("Wer zahlt das", kind="question")),
        ("Anruf unter +49 241 4320", Draft("Anruf unter +49 241 4320")),
        ("C# und a@b.de bleiben", Draft("C# und a@b.de bleiben")),
        (r"Ein \#Hashtag bleibt", Draft("Ein #Hashtag bleibt")),
        ("mehr > weniger", Draft("mehr > weniger")),
        ("دورة لغة #Ankommen", Draft("دورة لغة", tags=("Ankommen",))),
    ],
)
def test_what_a_line_becomes(line: str, draft: Draft) -> None:
    assert parse(line, KNOWN) == draft


def said(draft: Draft) -> str:
    return " ".join((draft.text, *draft.tags, draft.contributor, *draft.obstacles, *draft.offers, draft.goal))


PIECE = st.one_of(
    st.sampled_from(["#", "@", "!", "+", ">", "?", "\\", '"', "„", "“", " ", "  ", ",", ".", "3.2", "#Ankommen",
                     "@Tisch 2",
                     "Birhan", "Café Zuflucht", "+Café", "!Geld", ">3.1", "ı", "ß", "İ", "ﬁ"]),
    st.text(max_size=8),
)  # fmt: skip
LINE = st.lists(PIECE, max_size=12).map("".join)


@given(LINE)
def test_no_line_is_refused_and_no_word_of_it_is_lost(line: str) -> None:
    draft = parse(line, KNOWN)
    kept = set(re.findall(r"\w+", said(draft)))
    for word in re.findall(r"\w+", line.encode("utf-8", "replace").decode()):
        assert word in kept, (line, draft)


@given(LINE)
def test_what_a_line_becomes_can_be_written_to_a_file(line: str) -> None:
    said(parse(line, KNOWN)).encode("utf-8")


@given(LINE)
def test_a_line_without_signs_is_its_own_text(line: str) -> None:
    plain = re.sub(r"[#@!+>?\\\s]+", " ", line).strip()
    assert parse(plain, KNOWN) == Draft(parse(plain, KNOWN).text)


@given(LINE, st.integers(0, 80))
def test_completion_at_any_cursor_names_a_piece_of_the_line(line: str, cursor: int) -> None:
    token = token_at(line, min(cursor, len(line)))
    if token is not None:
        assert token.name in line[token.start : token.end]


def test_completion_begins_after_the_first_letter() -> None:
    assert token_at("Sprachcafé #", 12) is None
    token = token_at("Sprachcafé #An", 14)
    assert token is not None
    assert (token.sign, token.name, token.start) == ("#", "An", 11)


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("Person @Frau Müller sagt etwas", "Frau Müller", "Person sagt etwas"),
        ("@Frau Dr. Müller mehr Licht", "Frau Dr. Müller", "mehr Licht"),
        ("Mehr Licht @Müller wegen der Sicherheit", "Müller", "Mehr Licht wegen der Sicherheit"),
        ("Bänke @Freunde des Parks e. V. !Geld fehlt", "Freunde des Parks e. V.", "Bänke"),
        ("Idee @Karl von der Tann und weiter", "Karl von der Tann", "Idee und weiter"),
        ("Idee @محمد العربي", "محمد العربي", "Idee"),
        ("Idee @peter sagt", "peter", "Idee sagt"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(line, name, text):
    draft = parse(line, Vocabulary())
    assert (draft.contributor, draft.text) == (name, text)
