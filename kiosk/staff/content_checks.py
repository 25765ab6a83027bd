"""The conditions about the content pack."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.config import Config
from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack, pack_listing
from kiosk.content.problems import PackError
from kiosk.domain.approver import Approver
from kiosk.platform.clock import Clock
from kiosk.staff.languages import is_reviewed, why_unreviewed
from kiosk.staff.readiness import Check, Site

if TYPE_CHECKING:
    from kiosk.content.approvals import Approvals

_FIRST = "Put the content pack in order first."


def read_pack(site: Site) -> Pack | PackError:
    """Return the pack, or what is wrong with it."""
    try:
        return load_pack(site.content, cache=site.cache)
    except PackError as error:
        return error


def content(pack: Pack | PackError, site: Site) -> Check:
    """Check that the pack can be read at all, and is the one on the screen."""
    if isinstance(pack, PackError):
        return Check("content", ok=False, what=str(pack), todo="See: anteroom content check")
    info = pack.info
    if site.shown and site.shown != info.digest:
        return Check(
            "content",
            ok=False,
            what=f"the files of {info.id} {info.version} were changed while the kiosk shows it",
            todo="Start the kiosk again.",
        )
    return Check("content", ok=True, what=f"{info.id} {info.version}, digest {info.digest[:12]}")


def approval(pack: Pack | PackError, site: Site) -> Check:
    """Check that two different people whom the settings name have signed the exact bytes."""
    if isinstance(pack, PackError):
        return Check("approval", ok=False, what="unknown", todo=_FIRST)
    if not site.config.approvers:
        return Check(
            "approval",
            ok=False,
            what=f"the settings name no approvers, and the content is marked {pack.info.status}",
            todo="Name two people under approvers in the settings; docs/content-approval.md.",
        )
    if pack.info.status != "approved":
        return Check(
            "approval",
            ok=False,
            what=f"the content is marked {pack.info.status} by its authors",
            todo="Have it finished and signed by two people: anteroom content approve",
        )
    found = approvals_of(site.content, pack, site.config.approvers)
    return Check(
        "approval",
        found.complete,
        f"signed by {found.signers}" if found.complete else found.lack,
        "Have these very bytes signed by two different people: anteroom content approve",
    )


def approvals_of(folder: Path, pack: Pack, approvers: tuple[Approver, ...]) -> "Approvals":
    """Return who has signed the bytes that a pack was read from; raises PackError."""
    # Here, because a pack that nobody signed is shown without it.
    from kiosk.content.approvals import Approvals, Uncounted, digest_of, read_approvals

    listing = pack_listing(folder)
    if digest_of(listing) != pack.info.digest:
        return Approvals((), (Uncounted(folder.name, "was changed while it was read"),), 0)
    return read_approvals(folder, listing, pack.info, approvers)


def with_proven_status(pack: Pack, folder: Path, approvers: tuple[Approver, ...]) -> Pack:
    """Return the pack marked approved only where two people's signatures prove it."""
    proven = (
        bool(approvers)
        and pack.info.status == "approved"
        and approvals_of(folder, pack, approvers).complete
    )
    return replace(pack, info=replace(pack.info, status="approved" if proven else "draft"))


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
