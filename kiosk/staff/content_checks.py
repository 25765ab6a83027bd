"""The conditions about the content pack."""

from kiosk.config import Config
from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack
from kiosk.content.problems import PackError
from kiosk.platform.clock import Clock
from kiosk.staff.languages import is_reviewed, why_unreviewed
from kiosk.staff.readiness import Check, Site

_FIRST = "Put the content pack in order first."


def read_pack(site: Site) -> Pack | PackError:
    """Return the pack, or what is wrong with it."""
    try:
        return load_pack(site.content, cache=site.cache)
    except PackError as error:
        return error


def content(pack: Pack | PackError) -> Check:
    """Check that the pack can be read at all."""
    if isinstance(pack, PackError):
        return Check("content", ok=False, what=str(pack), todo="See: anteroom content check")
    info = pack.info
    return Check("content", ok=True, what=f"{info.id} {info.version}, digest {info.digest[:12]}")


def approval(pack: Pack | PackError) -> Check:
    """Check that two people have signed the exact bytes; no signature can be verified yet."""
    if isinstance(pack, PackError):
        return Check("approval", ok=False, what="unknown", todo=_FIRST)
    return Check(
        "approval",
        ok=False,
        what=f"the content is marked {pack.info.status}, and this release cannot verify approvals",
        todo="Stay in demo mode until a release can check the approvals of two people.",
    )


def review_date(pack: Pack | PackError, clock: Clock) -> Check:
    """Check that the pack is not past its review date."""
    if isinstance(pack, PackError):
        return Check("review-date", ok=False, what="unknown", todo=_FIRST)
    until = pack.info.review_by
    current = clock.utc()[:10] <= until
    what = f"valid until {until}" if current else f"the review was due on {until}"
    return Check(
        "review-date", current, what, "Have the content reviewed and install the new pack."
    )


def languages(pack: Pack | PackError, config: Config) -> Check:
    """Check that each language offered is in the pack and was reviewed by a qualified person.

    Where the settings name no languages, those that are not reviewed are left out instead.
    """
    if isinstance(pack, PackError):
        return Check("languages", ok=False, what="unknown", todo=_FIRST)
    known = {one.tag: one for one in pack.info.languages}
    wanted = tuple(dict.fromkeys((config.language, *config.languages)))
    missing = [tag for tag in wanted if tag not in known]
    unreviewed = [tag for tag in known if not is_reviewed(known[tag])]
    refused = [why_unreviewed(known[tag]) for tag in wanted if tag in unreviewed]
    faults = [f"not in the content: {', '.join(missing)}"] if missing else []
    faults += [f"not reviewed: {', '.join(refused)}"] if refused else []
    what = f"reviewed: {', '.join(tag for tag in known if tag not in unreviewed)}"
    if unreviewed and not config.languages:
        what += f"; not offered, for not reviewed: {', '.join(unreviewed)}"
    return Check(
        "languages",
        not faults,
        "; ".join(faults) or what,
        "Have a qualified person read each language offered and write it down: anteroom content "
        "review-language. Or offer fewer languages in the settings.",
    )


def region(pack: Pack | PackError, config: Config) -> Check:
    """Check that a region is set and that the pack knows its crisis lines."""
    todo = 'Set region in the settings file, for example region = "US".'
    if not config.region:
        return Check("region", ok=False, what="no region is set", todo=todo)
    if isinstance(pack, PackError):
        return Check("region", ok=False, what="unknown", todo=_FIRST)
    known = [entry.id for entry in pack.regions]
    if config.region not in known:
        what = f"the content has no crisis lines for {config.region}, only for {', '.join(known)}"
        return Check("region", ok=False, what=what, todo="Install content for this region.")
    return Check("region", ok=True, what=config.region)
