"""Whose screen a preview stands for. Sizes in pixels, diagonals in mm."""

from dataclasses import dataclass

_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Device:
    """One kind of screen."""

    name: str
    label: str
    width: int
    height: int
    diagonal_mm: float

    def fitted(self, width: int, height: int) -> tuple[int, int]:
        """The largest size in px with this screen's shape in the room there is, never over 1:1.

        Everything on a page is set in mm, so a smaller window shows the same page smaller.
        """
        share = min(width / self.width, height / self.height, 1.0)
        return max(1, int(self.width * share)), max(1, int(self.height * share))


DEVICES = {
    one.name: one
    for one in (
        Device("10tab", "10 inch tablet", 1280, 800, 10.1 * _INCH),
        Device("10hd", "10 inch tablet, fine", 1920, 1200, 10.1 * _INCH),
        Device("15land", "15 inch kiosk, lying", 1920, 1080, 15.6 * _INCH),
        Device("15port", "15 inch kiosk, upright", 1080, 1920, 15.6 * _INCH),
        Device("24", "24 inch screen, lying", 1920, 1080, 23.8 * _INCH),
        Device("24port", "24 inch screen, upright", 1080, 1920, 23.8 * _INCH),
    )
}
