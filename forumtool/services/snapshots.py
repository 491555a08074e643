"""What the minutes of a forum, or of the process, say now, as it is kept when they are sent."""

from collections.abc import Mapping

from forumtool.domain.rows import EVERYTHING, ForumRow, ProposalRow, Scope
from forumtool.domain.versions import LABEL, Said
from forumtool.services.round_report import report_round
from forumtool.storage.queries import forums as events
from forumtool.storage.queries import outcomes
from forumtool.storage.queries import proposals as cards
from forumtool.storage.reading import Reading

Fields = Mapping[str, str]


def said(file: Reading, forum_id: str | None) -> Said:
    """Return what is said of a forum, or (None) of all of them and the process."""
    scope = EVERYTHING if forum_id is None else Scope(forum_id)
    every = [row for row in events.forums(file) if forum_id in {None, row.id}]
    return {
        "forums": {row.id: _forum(file, row) for row in every},
        "cards": {row.id: _card(row) for row in (*cards.proposals(file, scope), *cards.behind(file, scope))},
        "groups": {row.id: _kept(row.title, text=row.title, note=row.note) for row in outcomes.clusters(file, scope)},
        "rounds": _rounds(file, scope),
        "measures": _measures(file, scope),
        "parking": {
            row.id: _kept(row.text, text=row.text, addressee=row.addressee) for row in outcomes.parking_lot(file, scope)
        },
        "actions": {
            row.id: _kept(
                row.text, text=row.text, responsible=row.responsible, due=row.due, done="1" if row.done else ""
            )
            for row in outcomes.action_items(file, scope)
        },
        "decisions": _decisions(file, scope),
    }


def _kept(label: str, **fields: str) -> Fields:
    return {LABEL: label, **{name: value for name, value in fields.items() if value}}


def _forum(file: Reading, row: ForumRow) -> Fields:
    people = events.participants(file, row.id)
    return _kept(
        row.title,
        when=row.when,
        place=row.place,
        host=row.host,
        facilitation=row.facilitation,
        minute_taker=row.minute_taker,
        input=row.input,
        outlook=row.outlook,
        feedback=row.feedback,
        listed=str(len(people)),
        present=str(sum(person.state == "present" for person in people)),
    )


def _card(row: ProposalRow) -> Fields:
    return _kept(
        row.number,
        text=row.text,
        other_text=row.other_text,
        kind=row.kind,
        goal=row.goal_number,
        group=row.cluster_title,
        joined=row.joined_to,
        support=str(row.support or ""),
        note=row.note,
        dissent=row.dissent,
        tags=", ".join(tag.title for tag in row.tags),
        obstacles=", ".join(tie.title for tie in row.obstacles),
        offers=", ".join(tie.title for tie in row.offers),
    )


def _rounds(file: Reading, scope: Scope) -> dict[str, Fields]:
    found = {}
    for row in outcomes.dot_rounds(file, scope):
        told = report_round(file, row)
        dots = "; ".join(f"{one.title}: {one.dots}" for one in told.ranking) or " ".join(map(str, told.points))
        found[row.id] = _kept(row.question, text=row.question, voters=str(told.voters or ""), dots=dots)
    return found


def _measures(file: Reading, scope: Scope) -> dict[str, Fields]:
    return {
        row.id: _kept(
            f"{row.number} {row.title}".strip(),
            title=row.title,
            text=row.text,
            lead=row.lead,
            partners=row.partners,
            horizon=row.horizon,
            resources=row.resources,
            indicator=row.indicator,
            quick_win="1" if row.quick_win else "",
            proposals=", ".join(row.proposals),
        )
        for row in outcomes.measures(file, scope)
    }


def _decisions(file: Reading, scope: Scope) -> dict[str, Fields]:
    here = {key for (key,) in file.plain("SELECT id FROM proposal WHERE forum_id IS ?", scope.forum_id)}
    return {
        row.id: _kept(
            row.proposal_number,
            verdict=row.verdict,
            reason=row.reason,
            responsible=row.responsible,
            due=row.due,
        )
        for row in outcomes.decisions(file)
        if scope.everything or row.proposal_id in here
    }
