"""What the kiosk shows on Welcome and on its first lesson pages, for the same in a browser.

    python -m benchmarks.lesson --data DIR --count 16

Prints one JSON object: words, colours and sizes in px, and where the way on is pressed.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import base64
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from benchmarks.screen import SIZE
from benchmarks.visitor import StuckError, UnhurriedClock, Visitor, turn_loop, until
from kiosk.app import application, build, open_window
from kiosk.commands.run_options import RunOptions
from kiosk.config import load_config
from kiosk.domain.session import Step
from kiosk.platform.paths import default_content
from kiosk.ui.blocks.bullet import Bullet
from kiosk.ui.blocks.stage_panel import StagePanel
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.theme.theme import Theme
from kiosk.ui.tools import tools_of
from kiosk.ui.views.screens import WelcomeView
from kiosk.ui.views.sheet import BulletItem, FigureItem, LinkItem, PanelItem, Sheet, TextItem
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.prose import Prose

ROLES = (
    *("hero", "display", "title", "start", "lead", "body", "strong", "row", "label", "detail"),
    *("tool", "small", "least", "running"),
)
Box = list[int]
Found = dict[str, Any]


def looks(theme: Theme) -> Found:
    """Return the colours, the fonts of all roles and the sizes of a theme."""
    metrics, fonts = theme.metrics, {}
    for role in ROLES:
        font, words = theme.font(role), Prose(theme, role)
        fonts[role] = [font.pixelSize(), int(font.weight()), words.line_height()]
    colours = {k: v for k, v in asdict(theme.palette).items() if str(v).startswith("#")}
    return {"colours": colours, "fonts": fonts, "mm": metrics.px_per_mm}


class Onlooker:
    """Writes down what stands in the window."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._shell = visitor.shell

    def _box(self, widget: QWidget) -> Box:
        at = widget.mapTo(self._shell, QPoint(0, 0))
        return [at.x(), at.y(), widget.width(), widget.height()]

    def _button(self, one: QAbstractButton, icon: str, kind: str, role: str) -> Found:
        look = {"icon": icon, "kind": kind, "role": role}
        return {"text": one.text(), "box": self._box(one), **look}

    def bars(self) -> Found:
        """Return the tools and the line of a demo."""
        shell = self._shell
        tools = zip(shell.tool_bar.buttons, tools_of(shell.words, reading=False), strict=True)
        return {
            "tool_bar": self._box(shell.tool_bar),
            "tools": [
                self._button(one, tool.icon, "help" if tool.kind == "help" else "quiet", "tool")
                for one, tool in tools
            ],
            "strip": [shell.strip.text(), *self._box(shell.strip)],
        }

    def page(self) -> Found:
        """Return the page in front."""
        view = self._shell.view
        found = self._welcome(view) if isinstance(view, WelcomeView) else self._sheet()
        return {"press": self.way_on(), **found}

    def way_on(self) -> Box:
        """Return the middle of the button that leads on."""
        x, y, width, height = self._box(self._visitor.next_button())
        return [x + width // 2, y + height // 2]

    def _welcome(self, view: WelcomeView) -> Found:
        plan = [
            (view.start, view.start.icon, "primary", "start"),
            *((one, "check" * one.chosen, "plain", "row") for one in view.languages),
            (view.staff, view.staff.icon, "quiet", "tool"),
        ]
        buttons = {one.text(): one for one in self._shell.findChildren(QAbstractButton)}
        lines = [one for one in self._seen(Prose) if not isinstance(one.parentWidget(), Note)]
        texts = [self._line(one) for one in lines if one.parentWidget() is self._shell.page]
        notes = zip(self._seen(Note), view.notes, strict=False)
        texts += [{**self._line(note.text), "icon": icon} for note, (icon, _) in notes]
        return {
            "key": view.key,
            "texts": texts,
            "buttons": [self._button(buttons[one.text], *look) for one, *look in plan],
        }

    def _seen(self, kind: type[QWidget]) -> list[Any]:
        return [one for one in self._shell.findChildren(kind) if one.isVisible()]

    def _line(self, prose: Prose) -> Found:
        _, role, colour = prose.look
        runs = [[prose.text(), "plain"]]
        return {"runs": runs, "role": role, "colour": colour, "box": self._box(prose)}

    def _sheet(self) -> Found:
        shell, page = self._shell, self._shell.page
        if not isinstance(page, SheetPage) or page.sheet is None:
            raise StuckError("the lesson came to a page that is no sheet")
        sheet = page.sheet
        parts = page.spoken_parts()
        heading = parts[0]
        seen = [(item, one) for item, one in page.items() if one.isVisible()]
        blocks = [self._block(item, one) for item, one in seen if not isinstance(item, LinkItem)]
        links = [
            (one.findChildren(QAbstractButton)[0], item.icon)
            for item, one in seen
            if isinstance(item, LinkItem)
        ]
        picture = self._picture(sheet, parts, [one for _, one in page.items()])
        arrows = ("arrow-left", sheet.middle.icon if sheet.middle else "", "arrow-right")
        kinds = ("plain", "plain", "primary")
        foot = zip(shell.foot.buttons, arrows, kinds, strict=True)
        return {
            "key": f"{sheet.key}/{page.screen_index}",
            "title": self._line(heading) if heading.isVisible() else None,  # type: ignore[arg-type]  # the first part is the title
            "blocks": blocks,
            "column": self._column(heading, page),
            "picture": picture,
            "step": {**self._line(shell.steps.words), "bar": self._box(shell.steps)},
            "stones": [sheet.step.step, sheet.step.of] if sheet.step else [0, 0],
            "foot_bar": self._box(shell.foot),
            "buttons": [
                *(
                    self._button(one, icon, kind, "row")
                    for one, icon, kind in foot
                    if one.isVisible()
                ),
                *(self._button(one, icon, "quiet", "tool") for one, icon in links),
            ],
        }

    def _column(self, heading: QWidget, page: SheetPage) -> Box:
        """Return where words stand: as wide as the title's room, from the first of them down."""
        seen = [one for _, one in page.items() if one.isVisible()]
        first = heading if heading.isVisible() else seen[0]
        x, y, width, _ = self._box(first)
        return [x, y, width, page.geometry().bottom() - y]

    def _block(self, item: object, widget: QWidget) -> Found:
        if isinstance(item, TextItem) and isinstance(widget, Prose):
            return {"kind": "text", **self._line(widget), "runs": item.runs}
        if isinstance(item, BulletItem) and isinstance(widget, Bullet):
            more = {"runs": item.runs, "number": item.number}
            return {"kind": "bullet", **self._line(widget.text), **more}
        if isinstance(item, PanelItem) and isinstance(widget, Panel):
            lines = [self._line(one) for one in widget.findChildren(Prose)]
            return {"kind": "panel", "lines": lines, "icon": item.icon, "look": item.kind}
        raise StuckError(f"no such thing in a browser yet: {type(item).__name__}")

    def _picture(self, sheet: Sheet, parts: list[QWidget], items: list[QWidget]) -> Found | None:
        if sheet.picture is None:
            return None
        (panel,) = [one for one in parts[1:] if one not in items]
        drawing: QWidget = panel.view if isinstance(panel, StagePanel) else panel
        inside = [one for one in panel.findChildren(QAbstractButton) if one.isVisible()]
        buttons = [self._button(one, "play", "plain", "tool") for one in inside]
        item = sheet.picture
        said = item.description if isinstance(item, FigureItem) else item.spoken
        look = {"box": self._box(drawing), "png": self._png(drawing)}
        return {**look, "said": said, "buttons": buttons}

    def _png(self, widget: QWidget) -> str:
        """Return what stands there as a picture, in base64: in a browser it stands still."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        # Cut out of the window, for a drawing may leave its ground to the page.
        self._shell.grab(QRect(*self._box(widget))).save(buffer, "PNG")
        return base64.b64encode(bytes(buffer.data().data())).decode()


def go_on(visitor: Visitor) -> None:
    """Press the button that leads on."""
    visitor.press(visitor.next_button())
    visitor.release()
    turn_loop()


def lesson(visitor: Visitor, count: int) -> Found:
    """Go from Welcome through so many screens of the lesson and write down each of them."""
    until(visitor.welcome, "Welcome")
    looker = Onlooker(visitor)
    found: Found = {"theme": looks(visitor.shell.theme), **looker.bars()}
    found["welcome"], found["way"], found["pages"] = looker.page(), [], []
    while visitor.step is not Step.CHAPTER:
        found["way"].append(looker.way_on())
        go_on(visitor)
    while len(found["pages"]) < count:
        found["pages"].append(looker.page())
        go_on(visitor)
    return found


def main() -> int:
    """Print what is shown."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=16)
    options = parser.parse_args()
    app, clock = application(), UnhurriedClock()
    run = RunOptions(config=load_config(None), data=options.data, content=default_content())
    kiosk = build(run, clock=clock)
    window = open_window(app, kiosk, SIZE)
    try:
        print(json.dumps(lesson(Visitor(kiosk, clock), options.count)))
    except StuckError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        window.close()
        kiosk.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
