"""The views of every page of the shipped pack in any language, invented ones too."""

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings, new_session
from kiosk.i18n.locales import TAGS
from kiosk.ui.audit.pseudo_pack import in_language
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.views.screens import View
from kiosk.ui.walk.every_page import every_view


def views_in(pack: Pack, tag: str, settings: Settings) -> list[View]:
    """Return the view of every page in a language."""
    spoken = in_language(pack, tag)
    presenter = Presenter(spoken, spoken.regions[0], TAGS, "Test clinic")
    session = new_session(plan_of(spoken, tag, mode="demo"), settings=settings)
    return list(every_view(presenter, session))
