"""The page of settings is also the menu of the bars: every tool, at the size that was chosen."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.advance import advance
from kiosk.domain.session import Overlay, Place, Session, Step
from kiosk.i18n.catalogue import words_for
from kiosk.ui.presenter import Presenter
from kiosk.ui.tools import tools_of
from kiosk.ui.verbs import ReadBeneath, ReadPressed, say
from kiosk.ui.views.overlays import settings
from kiosk.ui.views.sheet import GroupItem, RowItem


def offered(presenter: Presenter, at: Session) -> list[RowItem]:
    sheet = settings(presenter.showing(at, 0.0), at)
    return [row for item in sheet.items if isinstance(item, GroupItem) for row in item.rows]


def test_the_settings_offer_every_other_tool_of_the_bars(
    presenter: Presenter, session: Session
) -> None:
    at = replace(session, id="x", place=Place(Step.CHAPTER), overlays=(Overlay.SETTINGS,))
    verbs = [row.verb for row in offered(presenter, at)]
    for tool in tools_of(words_for("en"), reading=False):
        if tool.verb.values == (Overlay.SETTINGS,):
            continue
        # Over a page, reading is of the page beneath.
        wanted = say(ReadBeneath) if tool.verb == say(ReadPressed) else tool.verb
        assert wanted in verbs, tool.text


def test_each_tool_in_the_settings_opens_from_there(presenter: Presenter, session: Session) -> None:
    at = replace(session, id="x", place=Place(Step.CHAPTER), overlays=(Overlay.SETTINGS,))
    opened = set()
    for row in offered(presenter, at):
        if row.verb and row.verb.values and isinstance(row.verb.values[0], Overlay):
            after, _ = advance(at, ev.Opened(at.mark, row.verb.values[0]))
            assert after.overlays[-1] == row.verb.values[0], row.text
            opened.add(row.verb.values[0])
    assert opened >= {Overlay.LANGUAGE, Overlay.FAQ, Overlay.HIDDEN, Overlay.HELP}
