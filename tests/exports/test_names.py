"""No document says more of people than its policy allows, judged by the bytes of all its parts."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.names import Names
from forumtool.services import reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import forum_for
from tests.exports.samples import (
    FACILITATOR,
    ORGANISATION,
    PERSONS,
    SURNAMES,
    UNLISTED,
    docx,
    everything_in,
    filled,
    xlsx,
)


@pytest.fixture
def file(tmp_path: Path):
    with filled(tmp_path) as open_file:
        yield open_file


def _documents(file: ForumFile, names: str) -> list[str]:
    audience = (
        "internal" if names == "full" else "steering"
    )  # only the office itself has a list of those who were there
    reports = [
        reporting.build(file, forum_id=key, names=names, audience=audience) for key in (None, forum_for(file).id)
    ]
    return [everything_in(write(report)[0]) for report in reports for write in (docx, xlsx)]


@pytest.mark.parametrize("names", ["organisations", "anonymous"])
def test_no_person_is_named_anywhere(file: ForumFile, names: str) -> None:
    for content in _documents(file, names):
        for hidden in (*SURNAMES, "testpost.example", "kommt später"):
            assert hidden not in content


def test_as_captured_every_person_is_named(file: ForumFile) -> None:
    for content in _documents(file, "full"):
        for shown in (*PERSONS, FACILITATOR, UNLISTED):
            assert shown in content


def test_organisations_and_groups_stay_for_those_who_are_not_named(file: ForumFile) -> None:
    for content in _documents(file, "organisations"):
        for shown in (ORGANISATION, "Gruppe B", "Birhan e. V."):
            assert shown in content


def test_anonymous_documents_name_no_contributing_organisation_and_no_group(file: ForumFile) -> None:
    for content in _documents(file, "anonymous"):
        for hidden in (ORGANISATION, "Gruppe B", "Birhan"):
            assert hidden not in content
        assert "Quartiersbüro Nord" in content  # is to lead a measure: content, not a contributor


@pytest.mark.parametrize(
    ("typed", "organisations", "anonymous"),
    [
        ("Ayşe Demir", "Caritas", ""),
        ("Frau Demir und Stadt Aachen", "Caritas, Stadt Aachen", "Stadt Aachen"),
        ("Dr. AYŞE DEMIR, DRK", "Caritas, DRK", "DRK"),
        ("Ayşe Demir (ayse@example.org)", "Caritas", ""),
        ("Jan Ohne", "", ""),
        ("Stadt Aachen", "Stadt Aachen", "Stadt Aachen"),
        ("Demirbau GmbH", "Demirbau GmbH", "Demirbau GmbH"),
    ],
)
def test_field_for_a_task_keeps_organisations_only(typed: str, organisations: str, anonymous: str) -> None:
    persons = {"Ayşe Demir": "Caritas", "Jan Ohne": ""}
    assert Names("organisations", persons).task(typed) == organisations
    assert Names("anonymous", persons).task(typed) == anonymous
    assert Names("full", persons).task(typed) == typed


KNOWN = {
    "Ulrike Neumann": "Arztpraxis", "Karl von der Heide": "Kirche, Gemeinde und Haus", "Ayşe Yılmaz": "Birhan e. V.",
    "Jörg-Uwe Müller-Lüdenscheidt": "Caritas", "مريم الحسن": "Afrika Forum", "Kemal Işık": "DRK",
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ulrike  Neumann", "Arztpraxis"), ("Ulrike\u00a0Neumann", "Arztpraxis"), ("ULRIKE NEUMANN", "Arztpraxis"),
        ("Neumann, Ulrike", "Arztpraxis"), ("U. Neumann", "Arztpraxis"), ("Ulrike N.", "Arztpraxis"),
        ("Frau Dr. Neumann (Stadt)", "Arztpraxis (Stadt)"), ("Neumann", "Arztpraxis"), ("Neumann GmbH", "Neumann GmbH"),
        ("Herr von der Heide", "Kirche, Gemeinde und Haus"), ("Ayse Yilmaz", "Birhan e. V."),
        ("Ayşe Yilmaz", "Birhan e. V."), ("AYŞE YILMAZ", "Birhan e. V."), ("AYŞE YİLMAZ und DRK", "Birhan e. V., DRK"),
        ("Joerg-Uwe Mueller-Luedenscheidt", "Caritas"), (normalize("NFD", "Jörg-Uwe Müller-Lüdenscheidt"), "Caritas"),
        ("مريم الحسن", "Afrika Forum"), ("\u212aemal I\u017fik", "DRK"), ("Haus der Jugend", "Haus der Jugend"),
        ("Stadt Aachen; Frau Neumann: Antrag", "Stadt Aachen, Arztpraxis: Antrag"),
    ],
)  # fmt: skip
def test_a_person_is_found_however_the_name_is_written(typed: str, expected: str) -> None:
    assert Names("organisations", KNOWN).task(typed) == expected
    assert not any(word in Names("anonymous", KNOWN).task(typed) for word in ("Neumann,", "Heide", "lmaz", "Birhan"))


def test_people_of_one_name_get_nobodys_organisation() -> None:
    assert Names("organisations", {"Maria Schmidt": "", "M. Schmidt": "Amt"}).task("Maria Schmidt, DRK") == "DRK"
    both = {"Maria Schmidt": "Verein", "Hans Schmidt": "Amt"}
    assert Names("organisations", both).task("Frau Schmidt, DRK") == "DRK"


@given(st.text(max_size=60), st.dictionaries(st.text(max_size=20), st.text(max_size=10), max_size=5))
def test_any_field_and_any_names_give_a_text(typed: str, persons: dict[str, str]) -> None:
    for policy in ("organisations", "anonymous"):
        Names(policy, persons).task(typed)


@given(st.sampled_from(sorted(KNOWN)), st.sampled_from(["{}", "{}, DRK", "DRK und {}", "Frau {}", "({})", "{}\nDRK"]))
def test_no_known_name_passes_in_any_place(name: str, place: str) -> None:
    for written in (name, name.upper(), normalize("NFD", name), name.replace(" ", "  ")):
        assert not set(name.split()[-1:]) & set(Names("anonymous", KNOWN).task(place.format(written)).split())
        assert written not in Names("anonymous", KNOWN).task(place.format(written))


def test_unknown_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="some"):
        Names("some", {})
