"""Whose screen a preview stands for: the panels of the audit, under names for authors."""

from dataclasses import dataclass

from kiosk.ui.audit.devices import DEVICES as PANELS
from kiosk.ui.audit.devices import Device


@dataclass(frozen=True, slots=True)
class Screen:
    """A panel, its name on the command line, and the words for it."""

    name: str
    label: str
    panel: Device

    def fitted(self, width: int, height: int) -> tuple[int, int]:
        """The largest size in px with this screen's shape in the room there is, never over 1:1.

        Everything on a page is set in mm, so a smaller window shows the same page smaller.
        """
        panel = self.panel
        share = min(width / panel.width, height / panel.height, 1.0)
        return max(1, int(panel.width * share)), max(1, int(panel.height * share))


_NAMES = {
    "T10": ("10tab", "10 inch tablet"),
    "T10H": ("10hd", "10 inch tablet, fine"),
    "L15": ("15land", "15 inch kiosk, lying"),
    "P15": ("15port", "15 inch kiosk, upright"),
    "L24": ("24", "24 inch screen, lying"),
    "P24": ("24port", "24 inch screen, upright"),
}
SCREENS = {name: Screen(name, label, one) for one in PANELS for name, label in [_NAMES[one.name]]}
