"""The signs of a capture line: what each line becomes, and that no word of it is lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forumtool.domain.capture_line import Draft, Token, parse, spelt, toggled, token_at, tokens
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
        ("Sprachcafé @Anna Maria @Tisch 2", Draft("Sprachcafé @Anna Maria", contributor="Tisch 2")),
        ("Sprachcafé >3.1 >3.2", Draft("Sprachcafé >3.1", goal="3.2")),
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
@example("@Anna Kunz: mehr Zeit @Birhan")
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


def test_completion_of_tags_and_people_begins_at_the_sign_itself() -> None:
    assert token_at("Sprachcafé #", 12) == Token("#", "", 11, 12)
    assert token_at("Sprachcafé @", 12) == Token("@", "", 11, 12)
    assert token_at("Treffen @ Rathaus", 17) is None
    assert token_at("Achtung !", 9) is None
    token = token_at("Sprachcafé #An", 14)
    assert token is not None
    assert (token.sign, token.name, token.start) == ("#", "An", 11)


NAME = st.text("abcABC Üé.'-‘123", min_size=1, max_size=12).map(str.strip).filter(lambda name: name[:1].isalpha())


@given(st.sampled_from("#@!+"), NAME, st.sampled_from(["", "Café", "im Park", "#Kinder", "@Tisch 2"]))
def test_a_completed_name_is_read_as_it_was_chosen(sign: str, name: str, after: str) -> None:
    found = tokens(f"Sprachcafé {spelt(sign, name, KNOWN)} {after}", KNOWN)
    assert (found[0].sign, found[0].name) == (sign, name)


@pytest.mark.parametrize(
    ("line", "title", "changed"),
    [
        ("Sprachcafé", "Ankommen", "Sprachcafé #Ankommen "),
        ("Sprachcafé #Ankommen ", "Ankommen", "Sprachcafé "),
        ("Sprachcafé #ankommen @Tisch 2", "Ankommen", "Sprachcafé @Tisch 2"),
        ("Lotsen für #Kinder in Schulen", "Kinder", "Lotsen für Kinder in Schulen"),
        ("Sprachcafé", "Frisch zugezogen", 'Sprachcafé #"Frisch zugezogen" '),
        ("", "Ankommen", "#Ankommen "),
    ],
)
def test_a_tag_is_put_into_a_line_and_taken_out(line: str, title: str, changed: str) -> None:
    assert toggled(line, title, KNOWN) == changed


@given(LINE, st.sampled_from(["Ankommen", "Kinder", "Frisch zugezogen"]))
def test_toggling_a_tag_changes_this_tag_only(line: str, title: str) -> None:
    before, after = parse(line, KNOWN), parse(toggled(line, title, KNOWN), KNOWN)
    had = title.casefold() in {tag.casefold() for tag in before.tags}
    has = title.casefold() in {tag.casefold() for tag in after.tags}
    assert has is not had or '"' in line or "„" in line or "“" in line or not before.text


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
