"""Acceptance row A-51 at Welcome: each language has its own name and can be heard."""

from collections.abc import Callable

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui.audit.sight import sight_faults
from kiosk.ui.audit.touch import touch_faults
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import WelcomeView
from kiosk.ui.walk.audit import audit
from kiosk.ui.widgets.button import TouchButton
from tests.ui.conftest import Opener
from tests.ui.heard_voice import HeardVoice
from tests.ui.pseudo_pack import views_in

OpenShell = Callable[[int, int], Shell]
GLASSES = ((1280, 800), (1080, 1920), (1920, 1080))


def hears(shell: Shell) -> list[TouchButton]:
    page = shell.page
    assert page is not None
    found = (one for one in page.findChildren(TouchButton) if one.isVisible())
    return [one for one in found if not one.text()]


@pytest.mark.parametrize("size", ["S", "M", "L", "XL"])
@pytest.mark.parametrize("glass", GLASSES, ids=lambda one: "{}x{}".format(*one))
def test_beside_each_language_stands_a_button_of_13_mm_on_the_one_screen(
    open_shell: OpenShell, pack: Pack, glass: tuple[int, int], size: str
) -> None:
    shell = open_shell(*glass)
    for language in ("en", "es", "ar"):
        settings = Settings(language=language, size=size)
        view = next(one for one in views_in(pack, language, settings))
        assert isinstance(view, WelcomeView)
        shell.show_view(view, settings)
        assert len(hears(shell)) == len(view.languages) > 2
        least = 12.7 * shell.theme.metrics.px_per_mm - 1
        assert all(min(one.width(), one.height()) >= least for one in hears(shell))
        faults = [*audit(shell), *touch_faults(shell), *sight_faults(shell)]
        assert not faults, (language, faults)


def test_each_language_is_heard_in_itself_at_welcome(open_kiosk: Opener) -> None:
    voice = HeardVoice()
    opened = open_kiosk(voice=voice)
    buttons = hears(opened.kiosk.shell)
    assert len(buttons) == 3
    languages = []
    for one in buttons:
        one.click()
        assert voice.now is not None
        languages.append(voice.now[0].language)
    assert opened.key == "welcome"
    assert languages == ["en", "es", "ar"]


def test_where_there_is_no_voice_welcome_says_so(open_kiosk: Opener) -> None:
    voice = HeardVoice()
    voice.synthesises = False
    opened = open_kiosk(voice=voice)
    hears(opened.kiosk.shell)[1].click()
    assert opened.key == "voiceless"
