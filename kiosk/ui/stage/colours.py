"""The colours of the mechanism drawings, by the role a shape names."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class StageColours:
    """The colours of a drawing as `#rrggbb`.

    `border` is the card's edge, empty for none. `flat` themes have only two colours, so
    nothing is see-through there. `ground` is what lies behind the card's round corners; where it
    is empty, whatever the card stands on shows there and is painted again with each frame.
    """

    ink: str
    surface: str
    tint: str
    glutamate: str
    ampa: str
    nmda: str
    medicine: str
    bdnf: str
    border: str = ""
    flat: bool = False
    ground: str = ""


LIGHT = StageColours(
    "#0F2A2C", "#FFFFFF", "#E3F0ED", "#B17A0C", "#13839A", "#4A1A6D", "#B02C56", "#0B321A"
)
DARK = StageColours(
    "#EEF6F4", "#142529", "#17323A", "#F6CD5A", "#62B5CD", "#8A63F0", "#F14B75", "#DBEFE1"
)


def _blend(a: str, b: str, share: float) -> QColor:
    first, second = QColor(a), QColor(b)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


@lru_cache(maxsize=8)
def colour_map(colours: StageColours) -> dict[str, QColor]:
    """Return the colour of every role a shape may name."""
    plain = {
        role: QColor(getattr(colours, role))
        for role in ("ink", "surface", "tint", "glutamate", "ampa", "nmda", "medicine", "bdnf")
    }
    plain["cell"] = QColor(colours.tint)
    plain["haze"] = _blend(colours.surface, colours.tint, 0.5)
    plain["glow"] = _blend(colours.tint, colours.surface, 0.6)
    plain["membrane"] = (
        QColor(colours.tint) if colours.flat else _blend(colours.tint, colours.ink, 0.13)
    )
    return plain
