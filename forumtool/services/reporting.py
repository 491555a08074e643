"""Gathering everything a document says, in one go, before the writing starts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from forumtool.domain.audience import DEFAULT_AUDIENCE, Audience
from forumtool.domain.audience import audience as audience_of
from forumtool.domain.coverage import TagSet
from forumtool.domain.names import Names
from forumtool.domain.pictures import size_of
from forumtool.domain.report import WORDINGS, BenchCount, ForumPart, GoalPart, Group, Photo, Report, Round
from forumtool.domain.rows import (
    EVERYTHING,
    ClusterRow,
    DecisionRow,
    ForumRow,
    GoalRow,
    MinutesRow,
    ObstacleRow,
    OfferRow,
    ParticipantRow,
    ProcessRow,
    ProposalRow,
    Scope,
)
from forumtool.domain.stopping import breathing
from forumtool.insight.coverage import coverage, coverage_by_goal
from forumtool.services.minutes import standing
from forumtool.services.naming import names_by
from forumtool.services.reducing import in_its_last_words, reduced, without_notes
from forumtool.services.round_report import report_round
from forumtool.services.templates import chosen_template
from forumtool.storage.queries import forums as events
from forumtool.storage.queries import outcomes
from forumtool.storage.queries import process as basis
from forumtool.storage.queries import proposals as cards
from forumtool.storage.queries.concept import progress
from forumtool.storage.queries.decided import stand
from forumtool.storage.reading import Reading

Named = TypeVar("Named", ObstacleRow, OfferRow)


def build(
    file: Reading,
    *,
    forum_id: str | None,
    audience: str = DEFAULT_AUDIENCE,
    names: str = "",
    notes: bool | None = None,
    photos: bool | None = None,
    wording: str = WORDINGS[0],
) -> Report:
    """Return the report of a forum, or (None) of all forums and the cards that belong to the process.

    What its ``audience`` is shown of names, notes and photographs can be set otherwise: ``names`` is a policy of
    ``domain.names``. The public sees the original wording of an edited card only where ``wording`` asks for it. Another
    audience, policy or wording raises ``ValueError``, a forum that is gone ``LookupError``.
    """
    readers = audience_of(audience)
    readers = readers._replace(
        names=names or readers.names,
        notes=readers.notes if notes is None else notes,
        photos=readers.photos if photos is None else photos,
        originals=readers.originals or wording != WORDINGS[0],
    )
    if wording not in WORDINGS:
        raise ValueError(f"no wording {wording!r}")
    (policy,) = names_by(file, readers.names)
    whole = _whole(file, forum_id, policy, readers)._replace(audience=audience, wording=wording)
    return whole if readers.notes else without_notes(whole)


def _whole(file: Reading, forum_id: str | None, policy: Names, readers: Audience) -> Report:
    scope = EVERYTHING if forum_id is None else Scope(forum_id)
    every = [row for row in events.forums(file) if forum_id in {None, row.id}]
    if forum_id is not None and not every:
        raise LookupError(f"no forum {forum_id}")
    versions = standing(file, forum_id)
    parts = tuple(
        _forum(file, row, policy, versions.version if forum_id else standing(file, row.id).version) for row in every
    )
    goals = basis.goals(file)
    on_board = _cards(cards.board(file, scope, None), policy, readers)
    proposals = _as_captured(on_board, goals)
    behind = _as_captured(_cards(cards.behind(file, scope), policy, readers), goals)
    said = (*proposals, *behind)
    clusters = outcomes.clusters(file, scope)
    rounds = [report_round(file, row) for row in outcomes.dot_rounds(file, scope)]
    sketches = outcomes.measures(file, scope)
    tied = {tie.id for row in sketches for tie in (*row.obstacles, *row.offers)}
    obstacles = _of_scope(cards.obstacles(file), said, everything=scope.everything, also=tied)
    offers = _of_scope(
        [row._replace(provider=policy.task(row.provider)) for row in cards.offers(file)],
        said,
        everything=scope.everything,
        also=tied,
    )
    tag_groups = tuple(cards.tag_groups(file))
    photos = _photos(file, scope) if readers.photos else ()
    process = policy.process(basis.process(file))
    concerned = _goals_concerned(goals, parts, said, clusters, rounds, photos, scope)
    return Report(
        names=policy.policy,
        one_forum=forum_id is not None,
        process=process,
        milestones=tuple(basis.milestones(file)),
        principles=tuple(basis.principles(file)),
        theme_fields=tuple(basis.theme_fields(file)),
        steering=tuple(policy.seat(row) for row in basis.steering_members(file)),
        forums=parts,
        elsewhere=() if forum_id else policy.attendees(_on_no_list(file, every)),
        goals=_goal_parts(concerned, on_board, behind, clusters, rounds, obstacles, offers),
        proposals=proposals,
        tag_groups=tag_groups,
        obstacles=obstacles,
        offers=offers,
        rounds=tuple(rounds),
        coverage=coverage(proposals, tag_groups),
        measures=tuple(
            row._replace(lead=policy.task(row.lead), partners=policy.task(row.partners)) for row in sketches
        ),
        parking_lot=tuple(
            row._replace(addressee=policy.task(row.addressee)) for row in outcomes.parking_lot(file, scope)
        ),
        action_items=tuple(
            row._replace(responsible=policy.task(row.responsible)) for row in outcomes.action_items(file, scope)
        ),
        decisions=_decisions(file, policy, said, everything=scope.everything),
        photos=photos,
        behind=behind,
        minutes=None if forum_id else versions.version,
        changes=versions.changes and reduced(versions.changes, policy, readers),
        logo=_logo(file, process),
        action_fields=tuple(basis.action_fields(file)),
        by_goal=coverage_by_goal(concerned, tag_groups, map(_tag_set, proposals)),
        stand=stand(file),
        template=chosen_template(file),
        progress=tuple(progress(file)),
    )


def _tag_set(row: ProposalRow) -> TagSet:
    return TagSet(row.goal_id, frozenset(tag.id for tag in row.tags), 1)


def _photos(file: Reading, scope: Scope) -> tuple[Photo, ...]:
    return tuple(
        Photo(row.forum_id, row.goal_id, row.caption, file.content(row.content), row.media_type, row.width, row.height)
        for row in outcomes.photos(file, scope)
    )


def _logo(file: Reading, process: ProcessRow) -> Photo | None:
    data = file.content(process.logo) if process.logo else b""
    size = size_of(data)
    return Photo(None, None, "", data, process.logo_media_type, *size) if size else None


def _forum(file: Reading, row: ForumRow, policy: Names, version: MinutesRow) -> ForumPart:
    people = events.participants(file, row.id)
    return ForumPart(
        policy.forum(row),
        version,
        tuple(events.agenda(file, row.id)),
        policy.attendees(people),
        _benches(file, people),
    )


def _benches(file: Reading, people: Sequence[ParticipantRow]) -> tuple[BenchCount, ...]:
    order = [bench.title for bench in basis.constituencies(file, "forum")]
    listed: dict[str, int] = defaultdict(int)
    present: dict[str, int] = defaultdict(int)
    for person in people:
        listed[person.constituency] += 1
        present[person.constituency] += person.state == "present"
    rank = {title: place for place, title in enumerate(order)}
    in_order = sorted(listed, key=lambda title: (not title, rank.get(title, len(rank)), title))
    return tuple(BenchCount(title, listed[title], present[title]) for title in in_order)


def _on_no_list(file: Reading, forums: Iterable[ForumRow]) -> list[ParticipantRow]:
    somewhere = {person.id for row in forums for person in events.participants(file, row.id)}
    return [person for person in events.people(file) if person.id not in somewhere]


def _cards(rows: Iterable[ProposalRow], policy: Names, readers: Audience) -> list[ProposalRow]:
    seen = map(policy.proposal, breathing(rows))
    return list(seen if readers.originals else map(in_its_last_words, seen))


def _as_captured(on_board: Iterable[ProposalRow], goals: Sequence[GoalRow]) -> tuple[ProposalRow, ...]:
    rank = {goal.id: place for place, goal in enumerate(goals)}
    return tuple(sorted(breathing(on_board), key=lambda row: (rank.get(row.goal_id or "", len(rank)), row.id)))


def _of_scope(
    rows: Sequence[Named], proposals: Sequence[ProposalRow], *, everything: bool, also: Collection[str] = ()
) -> tuple[Named, ...]:
    """The rows that the report's cards name, with these cards only; everything keeps also what no card names.

    ``also`` are keys of rows that stay in any case.
    """
    if everything:
        return tuple(rows)
    here = {proposal.number for proposal in proposals}
    reduced = (row._replace(proposals=tuple(number for number in row.proposals if number in here)) for row in rows)
    return tuple(row for row in reduced if row.proposals or row.id in also)


def _goals_concerned(
    goals: Sequence[GoalRow],
    parts: Sequence[ForumPart],
    on_board: Sequence[ProposalRow],
    clusters: Sequence[ClusterRow],
    rounds: Sequence[Round],
    photos: Sequence[Photo],
    scope: Scope,
) -> list[GoalRow]:
    """All goals, or those of a forum: of its field, on its agenda, or with cards, groups, dots or photos in it."""
    if scope.everything:
        return list(goals)
    spoken_of = {item.goal_id for part in parts for item in part.agenda}
    spoken_of |= {card.goal_id for card in on_board} | {row.goal_id for row in clusters}
    spoken_of |= {row.goal_id for row in rounds} | {photo.goal_id for photo in photos}
    fields = {part.forum.theme_field_id for part in parts} - {None}
    return [goal for goal in goals if goal.id in spoken_of or goal.theme_field_id in fields] or list(goals)


def _goal_parts(
    goals: Sequence[GoalRow],
    on_board: Sequence[ProposalRow],
    behind: Sequence[ProposalRow],
    clusters: Sequence[ClusterRow],
    rounds: Sequence[Round],
    obstacles: Sequence[ObstacleRow],
    offers: Sequence[OfferRow],
) -> tuple[GoalPart, ...]:
    known = {goal.id for goal in goals}

    def key(goal_id: str | None) -> str | None:
        return goal_id if goal_id in known else None

    cards_of: dict[str | None, list[ProposalRow]] = defaultdict(list)
    for card in breathing(on_board):
        cards_of[key(card.goal_id)].append(card)
    behind_of: dict[str | None, list[ProposalRow]] = defaultdict(list)
    for card in behind:
        behind_of[key(card.goal_id)].append(card)
    parts = []
    for goal in (*goals, None):
        own = goal.id if goal else None
        parts.append(
            _goal_part(
                goal,
                cards_of[own],
                behind_of[own],
                [row for row in clusters if key(row.goal_id) == own],
                [row for row in rounds if row.goal_id is not None and key(row.goal_id) == own],
                obstacles,
                offers,
            )
        )
    if not any((parts[-1].groups, parts[-1].not_ordered, parts[-1].rounds)):
        parts.pop()
    return tuple(parts)


def _goal_part(
    goal: GoalRow | None,
    on_board: Sequence[ProposalRow],
    behind: Sequence[ProposalRow],
    clusters: Sequence[ClusterRow],
    rounds: Sequence[Round],
    obstacles: Sequence[ObstacleRow],
    offers: Sequence[OfferRow],
) -> GoalPart:
    groups: dict[str, list[ProposalRow]] = {cluster.id: [] for cluster in clusters}
    titles = {cluster.id: cluster for cluster in clusters}
    loose = []
    for card in breathing(on_board):
        if card.cluster_id is None:
            loose.append(card)
            continue
        titles.setdefault(
            card.cluster_id,
            ClusterRow(card.cluster_id, card.cluster_title, card.cluster_colour, "", card.forum_id, card.goal_id, 0, 0),
        )
        groups.setdefault(card.cluster_id, []).append(card)
    return GoalPart(
        goal,
        tuple(Group(titles[key], tuple(members)) for key, members in groups.items()),
        tuple(loose),
        _of_scope(obstacles, (*on_board, *behind), everything=False),
        _of_scope(offers, (*on_board, *behind), everything=False),
        tuple(rounds),
        tuple(behind),
    )


def _decisions(
    file: Reading, policy: Names, proposals: Sequence[ProposalRow], *, everything: bool
) -> tuple[DecisionRow, ...]:
    here = {proposal.id for proposal in proposals}
    return tuple(
        row._replace(responsible=policy.task(row.responsible))
        for row in breathing(outcomes.decisions(file))
        if everything or row.proposal_id in here
    )
