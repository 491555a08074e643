"""Who is known by name, and how they are named by a policy or found in free text."""

from collections import defaultdict

from forumtool.domain.names import Names
from forumtool.insight.free_text import Scan
from forumtool.storage.reading import Reading


def names_by(file: Reading, *policies: str) -> list[Names]:
    """Return who is named by each policy of ``domain.names``; raises ``ValueError`` for another one."""
    known = persons(file), agreed(file), _bodies(file)
    return [Names(policy, *known) for policy in policies]


def persons(file: Reading) -> dict[str, str]:
    """Return everybody known by name, also those since deleted, and their organisation.

    The organisation is empty where it is not known, or where people of the same name are from different ones.
    """
    of: dict[str, set[str]] = defaultdict(set)
    for name, organisation in file.plain(
        "SELECT contributor_name, '' FROM proposal WHERE contributor_kind = 'person' AND contributor_name <> ''"
        " UNION ALL SELECT name, organisation FROM steering_member WHERE name <> ''"
        " UNION ALL SELECT name, organisation FROM participant WHERE name <> ''"
    ):
        of[name].add(organisation)
    return {name: "" if len(bodies - {""}) > 1 else max(bodies) for name, bodies in of.items()}


def organisations(file: Reading) -> set[str]:
    """Return every organisation that took part, contributed or has a seat, also those since deleted.

    The hosts are not among them: who publishes a document is named on it.
    """
    hosts = {
        part.strip()
        for (host,) in file.plain("SELECT host FROM process UNION SELECT host FROM forum")
        for part in (host, *host.split(","))
    }
    return {
        str(name)
        for (name,) in file.plain(
            "SELECT organisation FROM participant UNION SELECT organisation FROM steering_member"
            " UNION SELECT contributor_name FROM proposal WHERE contributor_kind = 'organisation'"
        )
        if name and name not in hosts
    }


def agreed(file: Reading) -> set[str]:
    """Return the names of those who agreed to be named: of people of one name, all must have agreed."""
    return {
        name
        for name, consents in file.plain(
            "SELECT name, min(consent_attribution) FROM participant WHERE NOT deleted AND name <> '' GROUP BY name"
        )
        if consents
    }


def scan(file: Reading) -> Scan:
    """Return what finds everybody known, person or organisation, in the free text of a report."""
    return Scan(persons(file), organisations(file))


def _bodies(file: Reading) -> dict[str, str]:
    """The organisations with their constituency, empty where it is not known or there are several."""
    of: dict[str, set[str]] = defaultdict(set)
    for name, bench in file.plain(
        "SELECT p.organisation, c.title FROM participant p JOIN constituency c ON c.id = p.constituency_id"
        " UNION SELECT s.organisation, c.title FROM steering_member s JOIN constituency c ON c.id = s.constituency_id"
    ):
        of[name].add(bench)
    return {name: next(iter(of[name])) if len(of[name]) == 1 else "" for name in organisations(file)}
