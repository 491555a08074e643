"""Charts of Excel itself, drawn from cells (DrawingML charts, ECMA-376 part 1, 21.2)."""

from collections.abc import Iterable, Sequence
from itertools import cycle
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series as BarSeries
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.fill import ColorChoice, PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun

from forumtool.exports.safe_text import SafeText
from forumtool.exports.sheets.sheet import Figure, Series
from forumtool.exports.xlsx_styles import ACCENT, INK

WIDTH = 24.0  # cm: A4 across between its margins
_FRAME, _BAR = 4.2, 0.75  # cm for titles and axes, and for each bar that lies
_LOWEST, _HIGHEST = 6.5, 15.5  # cm
_STANDING = 9.0
# Each at least 3 to 1 against white (WCAG 2.2, 1.4.11), light and dark in turn and a white line between: for those who
# see no colours, and for grey paper.
_COLOURS = (ACCENT, "C27A0E", "234A8C", "B5699F", "6B3410", "4A8F57", "4B3F72", "7F7A6E")
# Two plain fills, then patterns: on grey paper no two of eight look alike.
_PATTERNS = ("", "", "wdUpDiag", "lgCheck", "narVert", "wdDnDiag", "lgGrid", "pct50")
_GRID = "C9D1D1"
_TITLE, _SMALL = 1300, 1000  # hundredths of a point


class Source(NamedTuple):
    """Where a figure's cells are: the rows of its names, the row of its heads, and the columns, all from 1."""

    page: Any
    head: int
    first: int
    names: int
    values: int


def height(figure: Figure) -> float:
    """Return how high a figure has to be, in centimetres."""
    if figure.kind == "columns":
        return _STANDING
    return min(max(_FRAME + _BAR * len(figure.names), _LOWEST), _HIGHEST)


def add_chart(figure: Figure, source: Source, anchor: str, safe: SafeText) -> None:
    """Put the chart of a figure at a cell of the page where its cells are."""
    chart = BarChart()
    chart.type = "bar" if figure.kind == "bars" else "col"
    chart.gapWidth, chart.width, chart.height = 45, WIDTH, height(figure)
    chart.title = _title(safe.line(figure.title), _TITLE)
    chart.series = [
        _series(line, figure, source._replace(values=at), safe) for at, line in enumerate(figure.series, source.values)
    ]
    for series, colour, pattern in zip(chart.series, cycle(_COLOURS), cycle(_PATTERNS)):
        series.spPr = _filled(colour, pattern)
    _tell_apart(chart)
    _set_axes(chart, figure, safe)
    source.page.add_chart(chart, anchor)


def described(drawing: bytes, figures: Iterable[Figure], safe: SafeText) -> bytes:
    """Return a drawing's part with what each chart shows in words, which openpyxl has no place for."""
    text = drawing.decode()
    for at, figure in enumerate(figures, 1):
        told = quoteattr(safe.line(figure.told))
        text = text.replace(f'name="Chart {at}"', f'name="Chart {at}" descr={told}', 1)
    return text.encode()


def _filled(colour: str, pattern: str) -> GraphicalProperties:
    line = LineProperties(solidFill="FFFFFF", w=6350)
    if not pattern:
        return GraphicalProperties(solidFill=colour, ln=line)
    drawn = PatternFillProperties(prst=pattern, fgClr=ColorChoice(srgbClr=colour), bgClr=ColorChoice(srgbClr="FFFFFF"))
    return GraphicalProperties(pattFill=drawn, ln=line)


def _series(line: Series, figure: Figure, source: Source, safe: SafeText) -> BarSeries:
    """A series with its present names and values, for programs that show a chart without reading its cells."""
    rows = source.first, source.first + len(figure.names) - 1
    values = NumRef(_place(source.page, source.values, *rows), NumData("General", pt=_points(NumVal, line.values)))
    names = StrRef(_place(source.page, source.names, *rows), _words(figure.names, safe))
    head = StrRef(_place(source.page, source.values, source.head, source.head), _words((line.title,), safe))
    return BarSeries(
        tx=SeriesLabel(strRef=head),
        val=NumDataSource(numRef=values),
        cat=AxDataSource(strRef=names),
        invertIfNegative=False,
    )


def _place(page: Any, column: int, first: int, last: int) -> str:
    return str(Reference(page, min_col=column, max_col=column, min_row=first, max_row=last))


def _words(texts: Sequence[str], safe: SafeText) -> StrData:
    points = _points(StrVal, [safe.cell(safe.line(text)) for text in texts])
    return StrData(pt=points)


def _points(kind: type[Any], values: Iterable[object]) -> list[Any]:
    return [kind(idx=at, v=value) for at, value in enumerate(values)]


def _tell_apart(chart: BarChart) -> None:
    """Stack several series under a legend; one needs none and says its numbers."""
    if len(chart.series) > 1:
        chart.grouping, chart.overlap = "stacked", 100
        chart.legend.position, chart.legend.overlay = "b", False
        return
    chart.legend = None
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False, dLblPos="outEnd"
    )


def _set_axes(chart: BarChart, figure: Figure, safe: SafeText) -> None:
    """Show both axes with whole numbers only; the first name on top, where names stand beside bars that lie."""
    names, values = chart.x_axis, chart.y_axis
    names.title, values.title = _title(safe.line(figure.across), _SMALL), _title(safe.line(figure.along), _SMALL)
    names.delete = values.delete = False
    values.number_format, values.scaling.min, values.majorUnit = "0", 0, _unit(figure)
    values.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_GRID, w=6350))
    if figure.kind == "bars":
        names.scaling.orientation = "maxMin"
        values.crosses = "max"
    for axis in (names, values):
        letters = _letters(_SMALL)
        axis.txPr = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)])


def _unit(figure: Figure) -> int:
    """The step between the lines of the values: whole, round, and about eight of them."""
    top = max((sum(column) for column in zip(*(line.values for line in figure.series), strict=True)), default=0)
    return next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, max(top, 1)) if step * 8 >= top)


def _title(text: str, size: int) -> Title:
    letters = ParagraphProperties(defRPr=_letters(size))
    title = Title(overlay=False)
    title.tx = Text(rich=RichText(p=[Paragraph(pPr=letters, r=[RegularTextRun(rPr=_letters(size), t=text)])]))
    return title


def _letters(size: int) -> CharacterProperties:
    """Writing of a size in hundredths of a point."""
    return CharacterProperties(sz=size, b=size == _TITLE, solidFill=INK)
