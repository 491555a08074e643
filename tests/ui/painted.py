"""The words that a widget paints, each piece with its type and its place, however it is painted."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QRegion
from PySide6.QtWidgets import QWidget

_METRIC = QPaintDevice.PaintDeviceMetric


class Painted(NamedTuple):
    """A piece of text on one line."""

    text: str
    pixels: int
    place: QRectF


class _Reader(QPaintEngine):
    """Reads what is written and looks at nothing else."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Painted] = []

    def drawTextItem(self, spot, item) -> None:
        if item.text().strip():
            place = QRectF(spot.x(), spot.y() - item.ascent(), item.width(), item.ascent() + item.descent())
            self.found.append(Painted(item.text(), item.font().pixelSize(), place))

    def begin(self, _device) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state) -> None:
        pass

    def drawPixmap(self, *_what) -> None:
        pass

    def drawPath(self, _path) -> None:
        pass

    def drawPolygon(self, *_what) -> None:
        pass

    def drawRects(self, *_what) -> None:
        pass

    def drawLines(self, *_what) -> None:
        pass

    def drawEllipse(self, _place) -> None:
        pass


class _Wall(QPaintDevice):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.reader = _Reader()
        self._told = {
            _METRIC.PdmWidth: width, _METRIC.PdmHeight: height, _METRIC.PdmDepth: 32, _METRIC.PdmDpiX: 96,
            _METRIC.PdmDpiY: 96, _METRIC.PdmPhysicalDpiX: 96, _METRIC.PdmPhysicalDpiY: 96,
            _METRIC.PdmDevicePixelRatio: 1, _METRIC.PdmDevicePixelRatioScaled: 1 << 16, _METRIC.PdmWidthMM: 500,
            _METRIC.PdmHeightMM: 300, _METRIC.PdmNumColors: 1 << 24,
        }  # fmt: skip

    def paintEngine(self) -> QPaintEngine:
        return self.reader

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        return self._told.get(which, 0)


def words_of(widget: QWidget) -> list[Painted]:
    """Return what a widget says, in the order in which it is painted; places are pixels of the widget."""
    wall = _Wall(widget.width(), widget.height())
    widget.render(wall, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return wall.reader.found
