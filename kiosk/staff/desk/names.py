"""The words of the desk for what the records hold as codes."""

import re
from functools import cache
from typing import TYPE_CHECKING

from kiosk.i18n.catalogue import Words
from kiosk.staff.desk.register import LOOK, Stands, VisitRow
from kiosk.staff.desk.stuck import LEAST, Measure

if TYPE_CHECKING:
    from kiosk.staff.desk.talk import Lack

# How the record holds that a dose was given not long ago.
_WITHIN = re.compile(r"within (\d{1,4}) hours")


@cache
def doors(words: Words) -> dict[str, str]:
    """Return the words for each door."""
    return {
        "ready": words.t("Ready"),
        "questions": words.t("Questions first"),
        "no": words.t("Does not want this"),
    }


@cache
def standings(words: Words) -> dict[str, str]:
    """Return the words for how a visit stands, by what it is filtered by."""
    return {
        Stands.PROPOSED: words.t("Proposed"),
        Stands.COSIGNED: words.t("Co-signed"),
        Stands.WITHDRAWN: words.t("Withdrawn"),
        Stands.REPLACED: words.t("Replaced by a later visit"),
        Stands.VOID: words.t("Void"),
        Stands.KEPT: words.t("Kept without a choice"),
        Stands.SEALED: words.t("Sealed"),
        Stands.UNCHECKED: words.t("Being checked"),
        LOOK: words.t("Needs another look"),
    }


def door_of(words: Words, row: VisitRow) -> str:
    """Return the door of a visit, a dash when it is sealed."""
    return doors(words).get(row.door, "–")


def ending_of(words: Words, code: str) -> str:
    """Return how a visit ended: the door, or why there was none."""
    endings = {
        **doors(words),
        "after_dose": words.t("No choice: a dose was given before, so the choice has to wait"),
        "staff_reset": words.t("No choice: staff ended the visit and kept it"),
        "abandoned": words.t("No choice: the visit was left and kept"),
    }
    return endings.get(code) or words.t("No choice was made")


def said_of(words: Words, row: VisitRow) -> str:
    """Return the words by which door, standing and language of a visit are found."""
    told = (door_of(words, row), standing_of(words, row), language(words, row.language))
    return "\n".join(told).lower()


def attested(words: Words, said: str) -> str:
    """Return what staff attested, from the text that the record holds."""
    hours = _WITHIN.fullmatch(said)
    if hours:
        count = int(hours[1])
        return words.n("within {count} hour", "within {count} hours", count)
    known = {
        "present": words.t("present"),
        "not present": words.t("not present"),
        "none today, alert": words.t("none today, alert"),
        "not said": words.t("not said"),
    }
    return known.get(said, said)


def role(words: Words, code: str) -> str:
    """Return the name of a role."""
    names = {
        "reception": words.t("reception"),
        "clinician": words.t("clinician"),
        "admin": words.t("admin"),
    }
    return names.get(code, code)


def language(words: Words, tag: str) -> str:
    """Return the name of a language, in the language of the desk."""
    names = {"en": words.t("English"), "es": words.t("Spanish"), "ar": words.t("Arabic")}
    return names.get(tag.partition("-")[0], tag)


def route(words: Words, code: str) -> str:
    """Return the way of giving the medicine."""
    names = {
        "iv": words.t("by vein (iv)"),
        "im": words.t("by muscle (im)"),
        "spray": words.t("spray into the nose"),
    }
    return names.get(code, code) or words.t("not said")


def happened(words: Words, code: str) -> str:
    """Return what was recorded about a visit later."""
    names = {
        "void": words.t("Declared void"),
        "correction": words.t("Corrected"),
        "withdrawal": words.t("Withdrawn"),
        "cosign": words.t("Co-signed"),
        "discussed": words.t("Talked about, not co-signed"),
        "re_consent": words.t("Replaced by a later visit"),
    }
    return names.get(code, code)


def standing_of(words: Words, row: VisitRow) -> str:
    """Return how a visit stands, with what makes it worth another look."""
    stands = standings(words)[row.stands]
    return words.t("{standing}, needs another look", standing=stands) if row.look else stands


def capacity(words: Words) -> dict[str, str]:
    """Return what a clinician may judge."""
    return {
        "decides": words.t("Able to decide this now"),
        "supported": words.t("Able to decide this now, with support"),
        "representative": words.t("A legal representative decides"),
        "not_now": words.t("Could not be judged, or not able today"),
    }


def discussed(words: Words) -> dict[str, str]:
    """Return what may have been discussed."""
    return {
        "benefits_and_limits": words.t("What it may do, and what is not known"),
        "risks": words.t("Side effects and serious risks"),
        "choices": words.t("Other treatments, and no treatment"),
        "who_must_not": words.t("Health, medicines, pregnancy, substances"),
        "safety_rules": words.t("Staying after the dose, the ride home, no driving"),
        "free_choice": words.t("Saying no or stopping at any time"),
    }


def states(words: Words) -> dict[str, str]:
    """Return what may become of an item."""
    return {"resolved": words.t("Resolved"), "carried": words.t("Carried forward")}


def lack(words: Words, what: "Lack") -> str:
    """Return what a co-signature still needs, in a sentence, "" when nothing."""
    match what.code:
        case "items":
            return words.n(
                "Before you co-sign: {count} item is neither resolved nor carried forward; the "
                "first is “{first}”.",
                "Before you co-sign: {count} items are neither resolved nor carried forward; the "
                "first is “{first}”.",
                what.count,
                first=what.first,
            )
        case "capacity":
            return words.t("Before you co-sign: capacity is not recorded.")
        case "not_now":
            return words.t(
                "A visit is not co-signed while the person cannot decide; save the discussion "
                "instead."
            )
        case "discussed":
            return words.t("Before you co-sign: what was discussed is not recorded.")
    return ""


def measures(words: Words) -> dict[Measure, str]:
    """Return what is counted where people get stuck."""
    return {
        "explained": words.t("Ideas explained another way"),
        "talk": words.t("Ideas still unclear after that"),
        "marked": words.t("Pages marked with a question"),
        "came_back": words.t("Pages read again"),
    }


def held_back(words: Words) -> str:
    """Return what stands in place of a count that would tell of somebody."""
    return words.t("under {least}, or all but a few", least=LEAST)
