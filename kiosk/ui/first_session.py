"""What a kiosk starts with: the settings of its file, as the visit knows them."""

from kiosk.config import Config
from kiosk.content.blocks import Pack, Region
from kiosk.domain.idle import IdleLimits
from kiosk.domain.session import Session, Settings, new_session
from kiosk.i18n.locales import SOURCE_TAG
from kiosk.ui.presenter import plan_of


def region_of(pack: Pack, config: Config) -> Region | None:
    """Return the crisis region that is set; none is ever assumed."""
    return next((one for one in pack.regions if one.id == config.region), None)


def first_language(wanted: str | None, tags: tuple[str, ...], config: Config) -> str:
    """Return the language to start in: as wanted, but in production only one that is offered."""
    language = wanted or config.language
    if config.mode == "demo" or language in tags:
        return language
    return tags[0] if tags else SOURCE_TAG


def limits_of(config: Config) -> IdleLimits:
    """Return the idle times that are set, in seconds."""
    idle = config.idle
    return IdleLimits(
        idle.warn_minutes * 60.0,
        float(idle.countdown_seconds),
        idle.curtain_minutes * 60.0,
        float(idle.saved_seconds),
    )


def first_session(config: Config, pack: Pack, language: str) -> Session:
    """Return the empty session of this kiosk."""
    lesson_tag = language if language in pack.lessons else next(iter(pack.lessons))
    plan = plan_of(
        pack,
        lesson_tag,
        mode=config.mode,
        rotate_doors=config.session.door_order == "rotate",
        keep_abandoned=config.session.abandoned == "keep",
    )
    settings = Settings(language=language, motion=config.screen.motion != "off")
    return new_session(plan, limits=limits_of(config), settings=settings)
