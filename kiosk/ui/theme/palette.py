"""The colour sets; contrast of every pair is checked by a test."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours as #RRGGBB; names say the role, never the hue."""

    name: str
    bg: str
    surface: str
    tint: str
    ink: str
    ink2: str
    primary: str
    on_primary: str
    pressed: str
    help: str
    notice: str
    notice_ground: str
    done: str
    done_ground: str
    border: str
    hairline: str
    focus: str
    focus_edge: str
    glutamate: str
    ampa: str
    nmda: str
    medicine: str
    bdnf: str


# Values from the measured table of the design study: text pairs at least 10:1.
LIGHT = Palette(
    name="light",
    bg="#F2F7F6",
    surface="#FFFFFF",
    tint="#E3F0ED",
    ink="#0F2A2C",
    ink2="#243B3D",
    primary="#0A3D46",
    on_primary="#FFFFFF",
    pressed="#CFE3DF",
    help="#462B5D",
    notice="#543500",
    notice_ground="#FFF3DA",
    done="#104227",
    done_ground="#E6F4EA",
    border="#556F70",
    hairline="#DCE7E5",
    focus="#FFC21A",
    focus_edge="#0F2A2C",
    glutamate="#B17A0C",
    ampa="#13839A",
    nmda="#4A1A6D",
    medicine="#B02C56",
    bdnf="#0B321A",
)
DARK = Palette(
    name="dark",
    bg="#0C1A1D",
    surface="#142529",
    tint="#17323A",
    ink="#EEF6F4",
    ink2="#D4E1DF",
    primary="#BCE7E2",
    on_primary="#072024",
    pressed="#234650",
    help="#E7D9F6",
    notice="#FFD88A",
    notice_ground="#33260A",
    done="#A8E3BC",
    done_ground="#0D2A1B",
    border="#7F9B9B",
    hairline="#22393E",
    focus="#FFC21A",
    focus_edge="#EEF6F4",
    glutamate="#F6CD5A",
    ampa="#62B5CD",
    nmda="#8A63F0",
    medicine="#F14B75",
    bdnf="#DBEFE1",
)
PALETTES = {one.name: one for one in (LIGHT, DARK)}
