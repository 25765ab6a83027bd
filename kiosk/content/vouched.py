"""Texts in other words than their claims, and who has vouched that both say the same."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.blocks import Claim, Figure, Lesson, Pack
from kiosk.content.echoes import Echoes
from kiosk.content.guards import Guard
from kiosk.content.meaning import words_of
from kiosk.content.wording import Wording, lesson_wording

# A text that shares less of its words with its claims is in words of its own, or in none of theirs.
NEAR, FAR = 0.5, 0.3
# How a word is said, such as (GLOO-ta-mate), is no word.
_SAY_IT = re.compile(r"\([^()]*[A-Z]{2}[^()]*-[^()]*\)|\([^()]*-[A-Z]{2}[^()]*\)")
_SMALL = words_of(
    "how why which what here there then each other another these those would too still very get "
    "got but all now someone"
)
_BOUND = ("sentence", "statement", "choice", "title")


@dataclass(frozen=True, slots=True)
class Vouched:
    """A text that a person has laid beside its claims; `seal` is the digest of both."""

    text: str
    by: str
    on: str
    seal: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A text of the first language, its claims, and how much of its words they hold (0 to 1).

    One that holds enough is here because it denies what they say, or says what they deny.
    """

    one: Wording
    claims: tuple[Claim, ...]
    share: float

    @property
    def loose(self) -> bool:
        """Whether next to none of its words are those of its claims; titles only name a page."""
        return self.share < FAR and self.one.kind != "title"

    @property
    def seal(self) -> str:
        """SHA-256 over the text and the statements: a change of either makes it another."""
        held = [self.one.text, *sorted((claim.id, claim.statement) for claim in self.claims)]
        return hashlib.sha256(json.dumps(held, ensure_ascii=False).encode("utf-8")).hexdigest()


def share_of(text: str, statements: str) -> float:
    """How much of the words of a text stand in statements, from 0 to 1; a text without any is 1."""
    words = words_of(_SAY_IT.sub("", text)) - _SMALL
    return len(words & words_of(statements)) / len(words) if words else 1.0


def apart(pack: Pack, checks_stem: str) -> Iterator[Apart]:
    """The texts in words of their own, in reading order; a question says nothing, so it is free."""
    lesson = next(iter(pack.lessons.values()))
    if lesson.language.partition("-")[0] != "en":
        return  # word by word only English is laid beside the evidence
    shown, echoes = _shown(lesson), Echoes(Guard(lesson.language))
    for one in lesson_wording(lesson, checks_stem):
        claims = tuple(pack.evidence[claim] for claim in one.claims if claim in pack.evidence)
        if one.kind not in _BOUND or not claims or one.text.endswith("?"):
            continue
        stated = " ".join(claim.statement for claim in claims)
        share = share_of(one.text, f"{stated} {shown.get((one.stem, one.line), '')}")
        doubted = echoes.doubted(one.text, (claim.statement for claim in claims))
        if share < NEAR or (doubted and one.kind != "title"):
            yield Apart(one, claims, share)


def _shown(lesson: Lesson) -> dict[tuple[str, int], str]:
    """The words for the pictures of a page, by file and line of each of its sentences.

    A sentence may say what a picture shows.
    """
    found: dict[tuple[str, int], str] = {}
    for chapter in lesson.chapters:
        for page in chapter.pages:
            alt = " ".join(one.alt for one in page.blocks if isinstance(one, Figure))
            if alt:
                words = f"{alt} picture show"
                found |= {(chapter.id, one.line): words for one in page.sentences}
    return found
