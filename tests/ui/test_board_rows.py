"""After a step the board reads only what may have changed, and shows the same as if it had read everything."""

import random

import pytest

from forumtool.services import clusters, joining, people, proposals, tags
from forumtool.storage.queries.outcomes import clusters as groups_of
from forumtool.ui.places.order import Order
from forumtool.ui.places.ordering.board_rows import BoardRows
from tests.ui.boards import GROUPS, LOOSE, at_the_board, board_file


@pytest.fixture
def room(qtbot, tmp_path):
    desk, place = at_the_board(qtbot, Order, board_file(tmp_path, GROUPS, LOOSE))
    yield desk, place
    place.close()
    desk.close()


def acts(desk, chance):
    """Everything that changes a board, with cards and groups taken at random."""
    file, goal_id, forum_id = desk.file, desk.goal_id, desk.forum_id
    every = [key for (key,) in file.plain("SELECT id FROM card WHERE goal_id = ? ORDER BY id", goal_id)]
    groups = [group.id for group in groups_of(file, desk.scope, goal_id)]
    one, other, third = chance.sample(every, 3)
    yield lambda: clusters.put_into(file, [one, other], chance.choice([*groups, None]), before=third)
    yield lambda: proposals.reword(file, one, f"Anders gesagt {chance.random()}")
    yield lambda: joining.join(file, [one, other], one)
    yield lambda: joining.separate(file, [one])
    yield lambda: joining.split(file, one, ["Ein Teil", "Noch ein Teil"])
    yield lambda: proposals.remove(file, [one])
    yield lambda: proposals.capture(file, "Neu #Ankommen !Geld @Tisch 2", forum_id=forum_id, goal_id=goal_id)
    yield lambda: proposals.tag_as(file, [one, other], "Merkmal")
    yield lambda: joining.capture_as_support(file, "Auch so", one, forum_id=forum_id, goal_id=goal_id)
    yield lambda: clusters.rename_cluster(file, chance.choice(groups), f"Titel {chance.random()}")
    yield lambda: clusters.dissolve_cluster(file, chance.choice(groups))
    yield lambda: people.add_participants(file, forum_id, [people.NewParticipant("Tisch 2", "Neu e. V.")])
    yield lambda: tags.add_tag_group(file, "Eigene")
    yield desk.undo
    yield desk.undo
    yield desk.redo


@pytest.mark.parametrize("seed", range(6))
def test_any_steps_leave_the_board_as_if_everything_had_been_read(room, seed):
    desk, place = room
    chance = random.Random(seed)
    for _turn in range(40):
        chance.choice(list(acts(desk, chance)))()
        assert place.board == BoardRows(desk).read()
