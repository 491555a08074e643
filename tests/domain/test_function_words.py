"""Small words tell a language, and where they do not nothing is said."""

import pytest

from forumtool.domain.function_words import told_by_words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wir brauchen mehr Sprachkurse für Frauen mit Kindern", "de"),
        ("We need more language courses for women with children", "en"),
        ("Il faut plus de cours pour les femmes avec des enfants", "fr"),
        ("Más cursos de idiomas para las mujeres con niños pequeños", "es"),
        ("Ci vogliono più corsi per le donne con i bambini nella scuola", "it"),
        ("Kadınlar için daha çok kurs ve çocuk bakımı", "tr"),
        ("Potrzebujemy więcej kursów dla kobiet oraz opieki nad dziećmi", "pl"),
        ("Avem nevoie de cursuri pentru femei și copii în cartier", "ro"),
        ("Mais cursos para as mulheres com filhos em casa", "pt"),
    ],
)
def test_a_sentence_tells_its_language(text: str, code: str) -> None:
    assert told_by_words(text) == code
    assert told_by_words(text.upper()) == code


@pytest.mark.parametrize(
    "text",
    ["", "Nachbarschaftscafé", "Welcome Center Aachen", "Café für alle", "Job-Speed-Dating mit Coaching",
     "the und for mit and von", "Caritas, AWO, Diakonie, DRK, Paritätischer", "مقهى الحي، مع رعاية الأطفال"],
)  # fmt: skip
def test_titles_names_and_mixtures_tell_nothing(text: str) -> None:
    assert told_by_words(text) == ""
