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
    # Two colours only: state is then shown by fill, weight of the line and a tick.
    flat: bool = False
    # Off for people whom light or movement hurts, whatever else is set.
    motion: bool = True


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
# For migraine and sore eyes: every text pair between 4.5 and 8 to 1, no pure white.
SOFT = Palette(
    name="soft",
    bg="#E6E2D8",
    surface="#EDEAE2",
    tint="#D8DAD2",
    ink="#4A4A46",
    ink2="#52524D",
    primary="#35575B",
    on_primary="#F1EFE8",
    pressed="#D2D3C9",
    help="#5F4E70",
    notice="#6A4B12",
    notice_ground="#E8DCC0",
    done="#365B43",
    done_ground="#D9E2D6",
    border="#63615A",
    hairline="#CFCBBF",
    focus="#F1EFE8",
    focus_edge="#1F3B3E",
    glutamate="#A4800F",
    ampa="#188A87",
    nmda="#560370",
    medicine="#AF2652",
    bdnf="#043900",
    motion=False,
)


def two_colours(name: str, line: str, ground: str) -> Palette:
    """Return a theme that draws everything with one line colour on one ground."""
    return Palette(
        name=name,
        bg=ground,
        surface=ground,
        tint=ground,
        ink=line,
        ink2=line,
        primary=line,
        on_primary=ground,
        pressed=ground,
        help=line,
        notice=line,
        notice_ground=ground,
        done=line,
        done_ground=ground,
        border=line,
        hairline=line,
        focus=ground,
        focus_edge=line,
        glutamate=line,
        ampa=line,
        nmda=line,
        medicine=line,
        bdnf=line,
        flat=True,
    )


BLACK_ON_WHITE = two_colours("black", "#000000", "#FFFFFF")
WHITE_ON_BLACK = two_colours("white", "#FFFFFF", "#000000")
YELLOW_ON_BLACK = two_colours("yellow", "#FFE600", "#000000")
PALETTES = {
    one.name: one for one in (LIGHT, DARK, SOFT, BLACK_ON_WHITE, WHITE_ON_BLACK, YELLOW_ON_BLACK)
}
