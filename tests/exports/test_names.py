"""No document says more of people than its policy allows, judged by the bytes of all its parts."""

from pathlib import Path

import pytest

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
    reports = [reporting.build(file, forum_id=key, names=names) for key in (None, forum_for(file).id)]
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


def test_unknown_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="some"):
        Names("some", {})
