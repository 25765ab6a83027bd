"""From a press on other colours or another language to the same page painted anew, in ms.

    python -m benchmarks.changing --count 40

Prints one JSON object. Acceptance rows A-20 and A-50 ask for 300 and 500 ms at most.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice

from benchmarks.percentile import percentile
from kiosk.app import application
from kiosk.auditing import open_shell
from kiosk.content.pack import load_pack
from kiosk.domain.session import Place, Session, Settings, Step, new_session
from kiosk.platform import paths
from kiosk.ui.audit.devices import DEVICES
from kiosk.ui.audit.matrix import picture_of
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.shell import Shell
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.views.present import present

Figures = dict[str, float]
# A page of words, one with a drawing, the doors.
PLACES = (Place(Step.CHAPTER), Place(Step.CHAPTER, 0, 3), Place(Step.DOORS))
COLOURS = tuple(Settings(theme=name) for name in PALETTES)
LANGUAGES = tuple(Settings(language=tag) for tag in ("en", "es", "ar"))


def changing(
    shell: Shell, presenter: Presenter, session: Session, settings: tuple[Settings, ...]
) -> Iterator[float]:
    """Yield the ms that one page after the other takes to be shown as it is chosen next."""
    for place in cycle(PLACES):
        for chosen in settings:
            began = time.perf_counter()
            at = replace(session, place=place, settings=chosen)
            shell.show_view(present(presenter.showing(at, 0.0), at), chosen)
            picture_of(shell)
            yield (time.perf_counter() - began) * 1000


def measured(count: int) -> Figures:
    """Return the 95th percentile of each, for so many changes after as many to warm up."""
    load_fonts(paths.assets_dir())
    pack = load_pack(paths.default_content(), cache=paths.cache_folder())
    presenter = Presenter(pack, None, tuple(pack.lessons), "")
    session = replace(new_session(plan_of(pack, "en", mode="demo")), id="0" * 32)
    shell = open_shell(paths.default_content(), DEVICES[2])
    found = {}
    for name, settings in (("colours", COLOURS), ("language", LANGUAGES)):
        taken = islice(changing(shell, presenter, session, settings), count, 2 * count)
        found[f"{name}_p95_ms"] = percentile(list(taken), 95)
    return found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=40)
    options = parser.parse_args()
    app = application()
    print(json.dumps(measured(options.count)))
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
