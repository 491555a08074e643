"""Pictures in a Word document (DrawingML, ECMA-376 part 1, 20.4 and 20.2)."""

from docx.oxml.ns import nsdecls

_EMU_PER_CM = 360_000


def picture_paragraph(number: int, name: str, size: tuple[float, float], description: str, style: str = "Bild") -> str:
    """Return a paragraph of a style with a picture in the line of text, which is told in ``picture_run``."""
    run = picture_run(number, name, size, description)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def picture_run(number: int, name: str, size: tuple[float, float], description: str) -> str:
    """Return a run with a picture in it.

    ``name`` is the relation to the picture's bytes, ``size`` is in centimetres, ``description`` a quoted attribute.
    """
    wide, high = (round(side * _EMU_PER_CM) for side in size)
    return (
        "<w:r><w:drawing>"
        f'<wp:inline {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="Foto {number}" descr={description}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Foto {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
