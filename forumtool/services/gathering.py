"""Gathering everything that the steering group gets, in one go, before the writing starts."""

from forumtool.exports.steering_folder import Gathered
from forumtool.services.decision_sheets import decision_sheet
from forumtool.services.reporting import build
from forumtool.services.synthesis import build_synthesis, with_similar
from forumtool.storage.queries.forums import forums
from forumtool.storage.reading import Reading


def gather_for_steering(file: Reading) -> Gathered:
    """Return the reports of the forums that something is known of and of all, the synthesis and the decision sheet."""
    reports = [build(file, forum_id=row.id) for row in forums(file)]
    held = tuple(one for one in reports if one.proposals or any(part.present for part in one.forums))
    return Gathered(held, build(file, forum_id=None), build_synthesis(file), decision_sheet(file))


def compared(gathered: Gathered) -> Gathered:
    """Return it with the proposals of different forums compared, which takes seconds and no file."""
    return gathered._replace(synthesis=with_similar(gathered.synthesis))
