"""Which looks are measured: devices, sizes, themes and languages, and what part of all they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from kiosk.domain.errors import BadInputError
from kiosk.domain.session import Settings
from kiosk.ui.audit.devices import DEVICES, Device
from kiosk.ui.theme.metrics import SIZES
from kiosk.ui.theme.palette import PALETTES


class UnknownLookError(BadInputError):
    """A device, size, theme or language that is not in the matrix."""


@dataclass(frozen=True, slots=True)
class Look:
    """One device with one person's settings."""

    device: Device
    size: str
    theme: str
    language: str
    low: bool = False

    @property
    def name(self) -> str:
        """A short name, for files and reports."""
        low = "-low" if self.low else ""
        return f"{self.device.name}-{self.size}-{self.theme}-{self.language}{low}"

    @property
    def settings(self) -> Settings:
        """What the person chose."""
        return Settings(language=self.language, size=self.size, theme=self.theme, low=self.low)


@dataclass(frozen=True, slots=True)
class Part:
    """Looks that differ in nothing but their colours: a page is laid out once for all of them.

    The pages of staff have one size and one theme: one part of each device and language has them.
    """

    looks: tuple[Look, ...]
    staff: bool


def every_look(languages: Sequence[str]) -> list[Look]:
    """Return the whole matrix, and the largest letters with all buttons low on every device."""
    whole = [Look(*one) for one in product(DEVICES, SIZES, PALETTES, languages)]
    low = (Look(one, "XL", "light", tag, low=True) for one, tag in product(DEVICES, languages))
    return [*whole, *low]


def few_looks(languages: Sequence[str]) -> list[Look]:
    """Return the few looks that go wrong first."""
    tablet, _, desk, upright, *_ = DEVICES
    first, *others = languages
    chosen = [
        Look(tablet, "XL", "light", first),
        Look(desk, "M", "dark", first),
        Look(upright, "L", "yellow", first),
        Look(desk, "S", "soft", first),
    ]
    for language in others:
        chosen += [Look(tablet, "XL", "light", language), Look(upright, "M", "light", language)]
    last = others[-1] if others else first
    # All buttons low, for somebody who sits.
    chosen += [Look(one, "XL", "light", last, low=True) for one in (tablet, upright)]
    return chosen


def parts_of(looks: Iterable[Look]) -> list[Part]:
    """Put together the looks that are laid out alike."""
    alike: dict[tuple[Device, str, str, bool], list[Look]] = {}
    for one in looks:
        alike.setdefault((one.device, one.size, one.language, one.low), []).append(one)
    met: set[tuple[Device, str]] = set()
    found = []
    for (device, _, language, _), some in alike.items():
        found.append(Part(tuple(some), staff=(device, language) not in met))
        met.add((device, language))
    return found
