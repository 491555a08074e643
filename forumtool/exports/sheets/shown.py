"""A list as its readers may see it: what they are not shown has no column, and for everybody there is nothing to do."""

from forumtool.domain.report import Report
from forumtool.exports.sheets.sheet import Sheet


def as_shown(sheet: Sheet, report: Report) -> Sheet:
    """Return a list without the columns whose content the report leaves out; for everybody it is there to be read only.

    A list whose columns tell of names or notes has no chart and no shaded columns, as these count columns.
    """
    told = {"": True, "names": report.names != "anonymous", "notes": report.notes}
    kept = [at for at, field in enumerate(sheet.fields) if told[field.tells]]
    if len(kept) < len(sheet.fields):
        rows = [tuple(row[at] for at in kept) for row in sheet.rows]
        sheet = sheet._replace(fields=tuple(sheet.fields[at] for at in kept), rows=rows)
    return sheet if is_filled_in(report) else _to_read(sheet)


def is_filled_in(report: Report) -> bool:
    """Tell whether readers may type into the lists and send them back; what goes to everybody is a record."""
    return report.audience != "public"


def _to_read(sheet: Sheet) -> Sheet:
    fields = tuple(field._replace(choices=(), asked=False) for field in sheet.fields)
    return sheet._replace(fields=fields, numbered=False)
