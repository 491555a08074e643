"""Templates of the house in the file: taken, chosen, mapped and removed, each as a step that can be undone."""

import pytest

from forumtool.exports.shipped_templates import shipped
from forumtool.imports.house_template import clean_template
from forumtool.services import reporting
from forumtool.services.templates import (
    choose_template,
    chosen_template,
    map_style,
    mapping_of,
    remove_template,
    take_template,
)
from forumtool.storage.check import findings
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.process import templates
from tests.builders import example
from tests.exports.house_templates import german, letterhead


@pytest.fixture
def file(tmp_path):
    with ForumFile.open(example(tmp_path)) as open_file:
        yield open_file


def house() -> bytes:
    return clean_template(letterhead(), "Haus.dotx")


def test_a_template_that_was_read_in_is_chosen_and_goes_with_every_report(file):
    assert chosen_template(file) is None
    take_template(file, "Haus.dotx", house())
    report = reporting.build(file, forum_id=None)
    assert report.template is not None
    assert (report.template.title, report.template.content) == ("Haus.dotx", house())


def test_undo_takes_the_template_away_and_redo_brings_it_back(file):
    take_template(file, "Haus.dotx", house())
    file.undo()
    assert templates(file) == [] and chosen_template(file) is None
    file.redo()
    assert chosen_template(file).content == house()


def test_one_template_is_chosen_and_the_choice_can_be_undone(file):
    take_template(file, "Haus.dotx", house())
    take_template(file, "Kommunal", shipped("kommunal").content)
    assert [row.is_chosen for row in templates(file)] == [False, True]
    choose_template(file, templates(file)[0].id)
    assert chosen_template(file).title == "Haus.dotx"
    choose_template(file, None)
    assert chosen_template(file) is None
    file.undo()
    assert chosen_template(file).title == "Haus.dotx"


def test_a_newer_template_of_the_same_name_keeps_its_mapping(file):
    take_template(file, "Haus.dotx", house())
    (row,) = templates(file)
    map_style(file, row.id, "heading1", "Kapitel")
    newer = clean_template(german(), "Haus.dotx")
    take_template(file, "Haus.dotx", newer)
    assert chosen_template(file).content == newer
    assert chosen_template(file).mapping == {"heading1": "Kapitel"}


def test_a_style_is_mapped_and_left_to_the_names_again(file):
    take_template(file, "Haus.dotx", house())
    (row,) = templates(file)
    map_style(file, row.id, "table", "Raster „Amt“")
    map_style(file, row.id, "body", "Fließtext")
    map_style(file, row.id, "table", "")
    assert mapping_of(templates(file)[0]) == {"body": "Fließtext"}
    file.undo()
    assert mapping_of(templates(file)[0]) == {"body": "Fließtext", "table": "Raster „Amt“"}


def test_without_the_removed_template_the_plain_one_is_used_until_undo(file):
    take_template(file, "Haus.dotx", house())
    remove_template(file, templates(file)[0].id)
    assert chosen_template(file) is None
    file.undo()
    assert chosen_template(file).content == house()


@pytest.mark.parametrize("told", ["", "kaputt", "[]", "null", '{"heading1": ""}'])
def test_a_mapping_that_cannot_be_read_is_none(file, told):
    take_template(file, "Haus.dotx", house())
    assert mapping_of(templates(file)[0]._replace(mapping=told)) == {}


def test_the_journal_replays_to_the_same_templates(file):
    take_template(file, "Haus.dotx", house())
    map_style(file, templates(file)[0].id, "heading1", "Kapitel")
    assert findings(file) == []
