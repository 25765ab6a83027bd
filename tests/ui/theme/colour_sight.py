"""How colours look to people who see fewer of them, and how far two colours lie apart.

Simulation: Machado, Oliveira and Fernandes 2009, severity 1.0. Difference: CIEDE2000.
"""

import math

Rgb = tuple[float, float, float]

_SAME = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_MATRICES = {
    "usual": _SAME,
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
KINDS_OF_SIGHT = tuple(_MATRICES)


def seen_by(sight: str, colour: str) -> Rgb:
    """Return #RRGGBB as linear red, green and blue for one kind of sight."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in _MATRICES[sight]
    )
    return red, green, blue


def _lab(rgb: Rgb) -> Rgb:
    rows = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1.0, 1.08883)

    def root(value: float) -> float:
        return math.cbrt(value) if value > 0.008856 else 7.787 * value + 16 / 116

    x, y, z = (
        root(sum(a * b for a, b in zip(row, rgb, strict=True)) / ground)
        for row, ground in zip(rows, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _hue_gap(first: float, second: float, chroma: float) -> float:
    if not chroma:
        return 0.0
    gap = second - first
    return gap - 360 * round(gap / 360)


def _hue_mean(first: float, second: float, chroma: float) -> float:
    if not chroma:
        return first + second
    if abs(first - second) <= 180:
        return (first + second) / 2
    return (first + second + (360 if first + second < 360 else -360)) / 2


def difference(one: Rgb, other: Rgb) -> float:
    """Return the CIEDE2000 difference; about 2 is just seen."""
    (l1, a1, b1), (l2, a2, b2) = _lab(one), _lab(other)
    mean = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    grow = 1 + 0.5 * (1 - math.sqrt(mean / (mean + 25**7)))
    c1, c2 = math.hypot(a1 * grow, b1), math.hypot(a2 * grow, b2)
    h1, h2 = (
        math.degrees(math.atan2(b1, a1 * grow)) % 360,
        math.degrees(math.atan2(b2, a2 * grow)) % 360,
    )
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(_hue_gap(h1, h2, c1 * c2) / 2))
    return _weighted((l2 - l1, c2 - c1, hue), (l1 + l2) / 2, (c1 + c2) / 2,
                     _hue_mean(h1, h2, c1 * c2))  # fmt: skip


def _weighted(gaps: Rgb, light: float, chroma: float, hue: float) -> float:
    t = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    off = (light - 50) ** 2
    by_light = 1 + 0.015 * off / math.sqrt(20 + off)
    by_chroma, by_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    turn = 30 * math.exp(-(((hue - 275) / 25) ** 2))
    rotate = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(2 * turn))
    parts = gaps[0] / by_light, gaps[1] / by_chroma, gaps[2] / by_hue
    return math.sqrt(sum(part**2 for part in parts) + rotate * parts[1] * parts[2])
