"""A file as full as it can get: many cards over all goals and forums, tagged, grouped, partly decided."""

import random
from pathlib import Path

from forumtool.services.processes import new_process
from forumtool.services.weighing import ask, count
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import forum_of_goal
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import tag_groups

_WHAT = ("Nachbarschaftscafé", "Sprachtandem", "Elternlotsen", "Bürgerdialog", "Gemüsegarten", "Fahrradkurs",
         "Willkommensmappe", "Straßenfest", "Übersetzungshilfe", "Hausaufgabenhilfe", "Chor", "Sportgruppe",
         "Stadtteilkonferenz", "Beratungsbus", "Vorlesestunde", "Jugendrat", "Ausbildungspaten",
         "Kochabend")  # fmt: skip
_HOW = ("gemeinsam planen", "öffnen", "einmal im Monat anbieten", "mehrsprachig bewerben", "dauerhaft finanzieren",
        "von Tür zu Tür vorstellen", "mit Kinderbetreuung", "an den Abend legen", "ehrenamtlich begleiten")  # fmt: skip
_WHERE = ("im Alten Schlachthof", "am Kennedypark", "in der Grundschule", "im Familienzentrum", "auf dem Rehmplatz",
          "in der Moscheegemeinde", "im Begegnungszentrum am Park", "bei der Stadtbibliothek")  # fmt: skip
_WHOM = ("für Familien", "für Jugendliche", "für Ältere", "für Neuzugewanderte", "für Vermieterinnen und Vermieter",
         "für Ämter und Träger", "für Frauen", "für alle im Viertel")  # fmt: skip
_WHO = ("Birhan e. V.", "Café Zuflucht", "KI", "Freiwilligenzentrum")


def crowded_file(path: Path, cards: int, *, one_goal: bool = False, seed: int = 7) -> Path:
    """Make a closed file with cards over all goals, or all of them for one goal."""
    chance = random.Random(seed)
    new_process(path, "aachen")
    with ForumFile.open(path) as file:
        every = goals(file)[5:6] if one_goal else goals(file)
        groups = _grouped(file, every)
        with file.step("Messung") as edit:
            _cards(edit, cards, every, groups, chance)
        for goal in every[:3]:
            _dots(file, goal, [key for key, of in groups if of == goal.id], chance)
    return path


def _grouped(file: ForumFile, every) -> list[tuple[str, str]]:
    from forumtool.domain.models import Cluster

    with file.step("Messung") as edit:
        return [
            (edit.add(Cluster(title=f"Gruppe {at}", goal_id=goal.id, forum_id=forum_of_goal(file, goal.id).id,
                              position=f"a{at}")).id, goal.id)
            for goal in every
            for at in range(8)
        ]  # fmt: skip


def _cards(edit: Edit, cards: int, every, groups, chance: random.Random) -> None:
    from forumtool.domain.models import Decision, Proposal, ProposalTag

    forum_of = {goal.id: forum_of_goal(edit, goal.id).id for goal in every}
    own = {goal.id: [key for key, of in groups if of == goal.id] for goal in every}
    axes = [group.tags for group in tag_groups(edit) if group.axis]
    letter, first = edit.next_number()
    for at in range(cards):
        goal = chance.choice(every)
        text = f"{chance.choice(_WHAT)} {chance.choice(_HOW)} {chance.choice(_WHERE)}, {chance.choice(_WHOM)}"
        card = edit.add(
            Proposal(
                laptop=letter, running_number=first + at, forum_id=forum_of[goal.id], goal_id=goal.id,
                original_text=f"{text} ({at})", edited_text=text if chance.random() < 0.2 else "",
                note="Wird im Stadtteil schon gewünscht." if chance.random() < 0.1 else "",
                cluster_id=chance.choice(own[goal.id]) if chance.random() < 0.8 else None,
                contributor_kind="organisation", contributor_name=chance.choice(_WHO),
            )
        )  # fmt: skip
        for tags in axes:
            if chance.random() < 0.9:
                edit.add(ProposalTag(proposal_id=card.id, tag_id=chance.choice(tags).id))
        if chance.random() < 0.3:
            verdict = chance.choice(("adopt", "defer", "reject"))
            edit.add(Decision(proposal_id=card.id, verdict=verdict, responsible=chance.choice(("KI", "FB 56", "VHS"))))


def _dots(file: ForumFile, goal, groups: list[str], chance: random.Random) -> None:
    step = ask(file, forum_id=forum_of_goal(file, goal.id).id, goal_id=goal.id, question="Was zuerst?")
    assert step is not None
    (round_id,) = step.changes["dot_round"]
    for key in groups:
        count(file, round_id, key, chance.randint(1, 40))
