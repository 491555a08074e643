"""Pictures as bytes and as Qt holds them. All of it may run on a thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter


def shown(data: bytes, width: int, height: int) -> QImage:
    """Return a kept picture, scaled to fit into a size in pixels; it is never enlarged."""
    reader, _device = reader_of(data)
    reader.setScaledSize(fitting(reader.size(), width, height))
    return reader.read()


def reader_of(data: bytes) -> tuple[QImageReader, QBuffer]:
    """Return a reader, and what it reads from, which must live as long."""
    device = QBuffer()
    device.setData(QByteArray(data))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device)
    reader.setDecideFormatFromContent(True)
    return reader, device


def fitting(size: QSize, width: int, height: int) -> QSize:
    """Return the largest size of the same shape within a width and a height, never a larger one."""
    if size.width() <= width and size.height() <= height:
        return size
    return size.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)


def written(picture: QImage, kind: str, quality: int = -1) -> bytes:
    """Return a picture as the bytes of a file ("jpeg", "png"); raises ``OSError`` if Qt cannot write it."""
    made = QByteArray()
    device = QBuffer(made)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(device, QByteArray(kind.encode()))
    writer.setQuality(quality)
    writer.setOptimizedWrite(True)
    if not writer.write(picture):
        raise OSError(writer.errorString())
    device.close()
    return bytes(made.data())
