"""A copy of the open file is what it was at that moment, whatever happens in the file, and can be stopped."""

import threading
from pathlib import Path

import pytest

from forumtool.domain.rows import EVERYTHING
from forumtool.domain.stopping import Stopped, stoppable
from forumtool.services.reporting import build
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.proposals import proposals
from tests.builders import capture, example


@pytest.fixture
def file(tmp_path: Path):
    with ForumFile.open(example(tmp_path)) as opened:
        capture(opened, *(f"Karte {at}" for at in range(40)))
        yield opened


def test_a_copy_says_the_same_on_another_thread(file: ForumFile) -> None:
    copy, said = file.copied(), []
    thread = threading.Thread(target=lambda: said.append(build(copy, forum_id=None)))
    thread.start()
    thread.join()
    copy.close()
    assert said == [build(file, forum_id=None)]


def test_steps_and_undo_and_closing_do_not_reach_the_copy(file: ForumFile) -> None:
    copy, before = file.copied(), len(proposals(file, EVERYTHING))
    capture(file, "danach")
    file.undo()
    file.undo()
    file.close()
    assert len(proposals(copy, EVERYTHING)) == before
    copy.close()


def test_nothing_can_be_written_through_a_copy(file: ForumFile) -> None:
    copy, before = file.copied(), digest(file)
    with pytest.raises(Exception, match="readonly"):
        copy.plain("UPDATE proposal SET edited_text = 'x'")
    copy.close()
    assert digest(file) == before


def test_a_query_that_never_ends_is_stopped(file: ForumFile) -> None:
    copy, asked = file.copied(), []

    def soon() -> bool:
        asked.append(1)
        return len(asked) > 20

    with stoppable(soon), pytest.raises(Stopped):
        copy.plain("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n")
    assert copy.one("SELECT 1") == (1,)
    copy.close()
