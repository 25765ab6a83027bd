"""Every page in the languages that ship and in two invented ones: nothing cut, nothing covered."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.i18n.locales import TAGS
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import KeypadView, NoticeView, SavedView, View, WelcomeView
from kiosk.ui.views.sheet import FootButton, Sheet
from kiosk.ui.walk.audit import audit
from kiosk.ui.walk.screen import Screen
from tests.ui.pseudo_pack import views_in

SMALLEST = (1280, 800)
SIZES = ((1920, 1080), (1080, 1920), SMALLEST)
# The invented ones have words 40 % longer, and words from the right, in the chapters too.
LANGUAGES = ("es", "ar", "en-XA", "ar-XB")
SAMPLE = 2
RECEIPT = "MWMW-QWQW"
LONGEST_LABEL = 32  # acceptance row A-64
OpenShell = Callable[[int, int], Shell]


def sample_of(views: list[View]) -> list[View]:
    """Every kind of page, and a few of each kind."""
    kinds: dict[str, list[View]] = {}
    for view in views:
        kinds.setdefault(view.key.partition(":")[0], []).append(view)
    return [view for kind in kinds.values() for view in kind[:: max(1, len(kind) // SAMPLE)]]


def faults(shell: Shell, views: list[View], settings: Settings) -> list[str]:
    found: list[str] = []
    screen = Screen(shell)
    for view in views:
        staff = view.key.startswith("staff")
        shell.show_view(view, Settings(language=settings.language) if staff else settings)
        for number in range(screen.count):
            if number:
                shell.go_on()
            found.extend(f"{screen.key}: {fault}" for fault in audit(shell))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_laid_out_without_a_fault_in_every_language(
    open_shell: OpenShell, pack: Pack, language: str
) -> None:
    settings = Settings(language=language)
    found = faults(open_shell(*SMALLEST), views_in(pack, language, settings), settings)
    assert not found, "\n".join(["", *found[:40]])


@pytest.mark.slow
@pytest.mark.parametrize("letters", ["M", "XL"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
def test_every_kind_of_page_is_laid_out_on_every_screen_in_every_language(
    open_shell: OpenShell, pack: Pack, size: tuple[int, int], language: str, letters: str
) -> None:
    settings = Settings(language=language, size=letters)
    views = sample_of(views_in(pack, language, settings))
    found = faults(open_shell(*size), views, settings)
    assert not found, "\n".join(["", *found[:40]])


def buttons_of(view: View) -> list[FootButton]:
    match view:
        case Sheet():
            found = [view.back, view.middle, view.onward]
        case KeypadView():
            found = [view.back, view.skip]
        case NoticeView():
            found = list(view.buttons)
        case WelcomeView():
            found = [view.start, view.staff]
        case SavedView():
            found = [view.finish]
        case _:
            found = [view.back]
    return [one for one in found if one is not None]


@pytest.mark.parametrize("language", TAGS)
def test_no_label_of_a_button_is_longer_than_a_button_can_be(pack: Pack, language: str) -> None:
    views = views_in(pack, language, Settings(language=language))
    labels = {one.text for view in views for one in buttons_of(view)}
    assert len(labels) > 20
    assert [one for one in labels if len(one) > LONGEST_LABEL] == []


def words_of(view: View) -> list[str]:
    return [one.text for one in buttons_of(view)] + [getattr(view, "title", "")]


@pytest.mark.parametrize("language", ["es", "ar"])
def test_no_button_and_no_title_of_the_kiosk_itself_stays_english(
    pack: Pack, language: str
) -> None:
    settings = Settings(language=language)
    there = views_in(pack, language, settings)
    here = views_in(replace(pack), "en", Settings())
    content = {page.title for chapter in pack.lessons["en"].chapters for page in chapter.pages}
    content |= {part.title for check in pack.lessons["en"].checks for part in check.reteach}
    content |= {check.question for check in pack.lessons["en"].checks}
    content |= {topic.name for topic in pack.lessons["en"].topics}
    same = {
        text
        for one, other in zip(here, there, strict=True)
        for text, told in zip(words_of(one), words_of(other), strict=True)
        if text and text == told and text not in content
    }
    # What no language changes: the code of a visit, digits alone, and the number of a receipt.
    words = {text for text in same if not text.replace(" ", "").isdigit()}
    assert words - {RECEIPT} == set()


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_a_language_that_ships_is_measured_in_its_own_words(pack: Pack, tag: str) -> None:
    shown = {
        view.title
        for view in views_in(pack, tag, Settings(language=tag))
        if view.key.startswith("page:")
    }
    own = {page.title for chapter in pack.lessons[tag].chapters for page in chapter.pages}
    assert shown
    assert shown <= own
