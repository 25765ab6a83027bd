"""The pages before the first chapter."""

from kiosk.domain import events as ev
from kiosk.domain.journey import minutes_left
from kiosk.domain.session import Overlay, Session
from kiosk.domain.speaker import LOUDNESS_DB, SPEEDS
from kiosk.domain.waiting import MAX_CODE_TRIES
from kiosk.i18n.direction import set_apart
from kiosk.ui.theme.metrics import SIZES
from kiosk.ui.theme.palette import (
    BLACK_ON_WHITE,
    DARK,
    LIGHT,
    SOFT,
    WHITE_ON_BLACK,
    YELLOW_ON_BLACK,
)
from kiosk.ui.verbs import CodeTyped, HearPressed, say
from kiosk.ui.views import ways
from kiosk.ui.views.context import Offered, Showing
from kiosk.ui.views.missing import missing_numbers
from kiosk.ui.views.pressing import pressing_row
from kiosk.ui.views.routes import route_name
from kiosk.ui.views.screens import KeypadView, NoticeView, View, WelcomeView
from kiosk.ui.views.sheet import (
    BulletItem,
    FootButton,
    GroupItem,
    Item,
    PanelItem,
    RowItem,
    Sheet,
    TextItem,
    plain,
)


def welcome(showing: Showing, session: Session) -> View:
    """Return Welcome, or the honest sign that the kiosk is out of use."""
    if session.closed is not None:
        return out_of_use(showing)
    chosen = session.settings.language
    minutes = showing.words.n(
        "About {count} minute, at your own pace",
        "About {count} minutes, at your own pace",
        minutes_left(session),
    )
    return WelcomeView(
        title=showing.t("Learn about your treatment"),
        lead=showing.t("Take your time. You can stop at any point."),
        clinic=showing.clinic,
        start=FootButton(showing.t("Start"), say(ev.Began), "arrow-right"),
        languages=tuple(
            FootButton(one.name, say(ev.LanguageChosen, one.tag), "", one.tag == chosen)
            for one in showing.languages
        ),
        # From the one that must never give way on a small screen.
        notes=(
            ("users", showing.t("You can also do this with our staff, or on paper")),
            ("clock", minutes),
            ("lock", showing.t("Private. We do not ask for your name")),
        ),
        staff=FootButton(showing.t("Staff"), say(ev.Opened, Overlay.STAFF), "key-round"),
        hears=tuple(
            FootButton(_hear_name(showing, one), say(HearPressed, one.tag), "volume-2")
            for one in showing.languages
        ),
    )


def out_of_use(showing: Showing) -> NoticeView:
    """Return the page of a kiosk that cannot take visits now."""
    return NoticeView(
        "closed",
        showing.t("This screen is not in use now"),
        (showing.t("Please ask our staff. They can help you in another way."),),
        (FootButton(showing.t("Staff"), say(ev.Opened, Overlay.STAFF), "key-round"),),
        icon="coffee",
    )


def language_items(showing: Showing, session: Session) -> tuple[Item, ...]:
    """Return the language rows; an unreviewed language says so."""
    rows: list[RowItem] = []
    for one in showing.languages:
        chosen = one.tag == session.settings.language
        detail = showing.unreviewed(one.tag)
        verb = say(ev.LanguageChosen, one.tag)
        rows.append(RowItem(one.name, verb, "radio", chosen, detail=detail))
    columns = min(3, len(rows))
    return (
        GroupItem(tuple(rows), columns),
        GroupItem(tuple(_hear(showing, one) for one in showing.languages), columns),
        TextItem(plain(showing.t("You can change this on any page."))),
        TextItem(
            plain(showing.t("Do you need another language? Ask our staff for an interpreter."))
        ),
        TextItem(plain(showing.edition()), "small", "ink2"),
    )


def shorter_languages(showing: Showing, session: Session) -> tuple[tuple[Item, ...], ...]:
    """Return the languages and their voices in fewer words, for the screens that hold no more.

    That words are drafts is said in one word, or once for all; the rest stands with the sources.
    """
    few = (_few_words(showing, session, each=each) for each in (True, False))
    return (language_items(showing, session)[:-1], *few)


def _few_words(showing: Showing, session: Session, *, each: bool) -> tuple[Item, ...]:
    rows: list[RowItem] = []
    for one in showing.languages:
        name = one.name
        if each and showing.unreviewed(one.tag):
            draft = showing.speak(one.tag).t("{language} (draft)", language=one.name)
            name = set_apart(draft, rtl=showing.words.locale.direction == "rtl")
        chosen = one.tag == session.settings.language
        rows.append(RowItem(name, say(ev.LanguageChosen, one.tag), "radio", chosen))
    other = showing.t("Another language? Please ask our staff.")
    if not each and any(showing.unreviewed(one.tag) for one in showing.languages):
        other = showing.t("Drafts. Another language? Ask our staff.")
    columns = min(3, len(rows))
    return (
        GroupItem(tuple(rows), columns),
        GroupItem(tuple(_hear(showing, one) for one in showing.languages), columns),
        TextItem(plain(other)),
    )


def _hear(showing: Showing, one: Offered) -> RowItem:
    """Return what lets a language be heard, in its own words."""
    return RowItem(_hear_name(showing, one), say(HearPressed, one.tag), "volume-2")


def _hear_name(showing: Showing, one: Offered) -> str:
    text = showing.speak(one.tag).t("Hear {language}", language=one.name)
    return set_apart(text, rtl=showing.words.locale.direction == "rtl")


def language(showing: Showing, session: Session) -> Sheet:
    """Return the language page."""
    return Sheet(
        "language",
        showing.t("Choose your language"),
        language_items(showing, session),
        shorter=shorter_languages(showing, session),
        back=showing.back(),
        onward=showing.onward(),
        full_first=True,
    )


def settings_items(showing: Showing, session: Session) -> tuple[Item, ...]:
    """Return rows for text size and colours; the page itself shows what they do."""
    chosen = session.settings
    sizes = tuple(
        RowItem(name, say(ev.SettingChosen, "size", size), "radio", chosen.size == size)
        for size, name in size_names(showing).items()
    )
    # Each row is painted in the colours it stands for.
    colours = tuple(
        RowItem(
            name, say(ev.SettingChosen, "theme", key), "radio", chosen.theme == key, palette=key
        )
        for key, name in colour_names(showing).items()
    )
    still = RowItem(
        showing.t("Keep pictures still"),
        say(ev.SettingChosen, "motion", "off" if chosen.motion else "on"),
        "tick",
        not chosen.motion,
    )
    return (
        GroupItem(sizes, 4),
        GroupItem(colours, 3),
        # How to press stands with the letters and colours: who needs it looks there first.
        GroupItem((still, pressing_row(showing)), 2),
        GroupItem((_reading_row(showing, session),)),
        *_voice_items(showing, session),
    )


def _voice_items(showing: Showing, session: Session) -> tuple[Item, ...]:
    """Return where the voice stands and the ways to change it; at an end it stays as it is."""
    chosen = session.settings
    state = showing.t(
        "The voice: speed {speed} of {speeds}, loudness {loudness} of {most}.",
        speed=chosen.speed + 1,
        speeds=len(SPEEDS),
        loudness=chosen.loudness + 1,
        most=len(LOUDNESS_DB),
    )
    if not showing.paces:
        # Recordings and nothing that stretches them: buttons of speed would do nothing.
        state = showing.t(
            "The voice: loudness {loudness} of {most}. It has only one speed here.",
            loudness=chosen.loudness + 1,
            most=len(LOUDNESS_DB),
        )
    steps = (
        RowItem(showing.t("Speak slower"), say(ev.SettingChosen, "speed", "less"), "minus"),
        RowItem(showing.t("Speak faster"), say(ev.SettingChosen, "speed", "more"), "plus"),
        RowItem(showing.t("Quieter"), say(ev.SettingChosen, "loudness", "less"), "volume-1"),
        RowItem(showing.t("Louder"), say(ev.SettingChosen, "loudness", "more"), "volume-2"),
    )
    shown = steps if showing.paces else steps[2:]
    return (TextItem(plain(state), "detail"), GroupItem(shown, 2))


def _reading_row(showing: Showing, session: Session) -> RowItem:
    on = session.settings.read_on
    verb = say(ev.SettingChosen, "read_on", "off" if on else "on")
    return RowItem(showing.t("Read each new page to me"), verb, "tick", on)


def size_names(showing: Showing) -> dict[str, str]:
    """Return the sizes of letters by name."""
    names = (showing.t("Small"), showing.t("Medium"), showing.t("Large"), showing.t("Largest"))
    return dict(zip(SIZES, names, strict=True))


def colour_names(showing: Showing) -> dict[str, str]:
    """Return the colours by name."""
    return {
        LIGHT.name: showing.t("Light colours"),
        DARK.name: showing.t("Dark colours"),
        SOFT.name: showing.t("Soft colours"),
        BLACK_ON_WHITE.name: showing.t("Black on white"),
        WHITE_ON_BLACK.name: showing.t("White on black"),
        YELLOW_ON_BLACK.name: showing.t("Yellow on black"),
    }


def comfort(showing: Showing, session: Session) -> Sheet:
    """Return the comfort page."""
    return Sheet(
        "comfort",
        showing.t("Make it comfortable to read"),
        settings_items(showing, session),
        back=showing.back(),
        onward=showing.onward(showing.t("Go on like this")),
    )


def code(showing: Showing, session: Session) -> KeypadView:
    """Return the page for a code; having none is as easy as having one."""
    refused = showing.t("We do not know this code. Check it, or go on without a code.")
    if session.code_tries >= MAX_CODE_TRIES:
        refused = showing.t("This code does not work here. Ask our staff, or go on without it.")
    return KeypadView(
        "code",
        showing.t("Do you have a code?"),
        (
            showing.t("Staff may have given you 6 numbers. Type them here."),
            showing.t("No code is fine too."),
        ),
        CodeTyped,
        6,
        6,
        showing.t("Use this code"),
        showing.t("Erase last"),
        showing.back(),
        skip=showing.onward(showing.t("I have no code")),
        error=showing.problem(refused) if session.code_refused else "",
        round=session.code_tries,
        missing=missing_numbers(showing, 6),
    )


def how(showing: Showing, session: Session) -> Sheet:
    """Return the page that says how this kiosk works."""
    texts = (
        showing.t("You see four parts, then some questions. Then you choose."),
        _minutes(showing, session) + showing.t("Stop or rest at any time."),
        showing.t("We keep your answers and your choice, not your name."),
        showing.t("Your clinician talks with you after this."),
        _about(showing, session),
        _unfinished(showing, session),
    )
    return Sheet(
        "how",
        showing.t("How this works"),
        (
            *(BulletItem(plain(text)) for text in texts if text),
            PanelItem(
                showing.t("On every page"),
                "info",
                (
                    plain(showing.t("Get help: for staff, or if you feel upset.")),
                    plain(showing.t("Hide: covers your page if somebody comes near.")),
                ),
                role="detail",
            ),
            *ways.items(showing, session),
        ),
        back=showing.back(),
        onward=None if session.plan.has_short else showing.onward(),
        brief=session.plan.has_short,
    )


def _minutes(showing: Showing, session: Session) -> str:
    """Return how long it takes, unless two ways with times of their own are offered."""
    return "" if session.plan.has_short else ways.time(showing, session) + " "


def _unfinished(showing: Showing, session: Session) -> str:
    """Return the line that a clinic which keeps unfinished visits owes the person."""
    if not session.plan.keep_abandoned:
        return ""
    return showing.t("If you walk away, the clinic keeps how far you came, as not finished.")


def _about(showing: Showing, session: Session) -> str:
    """Return the line that lets a person notice a wrong choice of staff."""
    if not session.route:
        return ""
    name = route_name(showing, session.route)
    return showing.t("These pages are about this way: {way}.", way=name)
