"""The drawings that a page may show by name; the kiosk paints them itself."""

SCENES: tuple[str, ...] = (
    "cells-talk",
    "messenger",
    "low-mood",
    "medicine",
    "stronger-signal",
    "new-links",
    "unknown",
)
