"""Colours, sizes in millimetres, type and icons: every look is decided here."""
