"""Where does this come from? Each sentence of the page beneath, and what it rests on."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kiosk.content import blocks
from kiosk.content.plain_text import split_sentences
from kiosk.domain import events as ev
from kiosk.domain.ideas import Phase
from kiosk.domain.journey import page_beneath
from kiosk.domain.session import Overlay, Session, Step
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import (
    FootButton,
    GroupItem,
    Item,
    LinkItem,
    PanelItem,
    RowItem,
    Sheet,
    TextItem,
    plain,
)

Cited = tuple[str, tuple[str, ...]]
# In any language: so many of 10, 100 or 1,000.
_OF_MANY = re.compile(r"\b1(?:00?|[.,]?000)\b")


def has_sources(session: Session) -> bool:
    """Say whether the page beneath is one whose sentences cite claims."""
    return page_beneath(session) is not None or _on_check(session)


def counts(page: blocks.Page) -> bool:
    """Say whether a page gives numbers of people: their source is one tap away (row A-63)."""
    return _count_people(page.blocks)


def check_counts(check: blocks.Check) -> bool:
    """Say whether a check question gives numbers of people, in itself or where it is explained."""
    told = (block for one in check.reteach for block in one.blocks)
    asked = (check.question, *(one.text for one in check.choices))
    return any(map(_OF_MANY.search, asked)) or _count_people((*check.lead, *told))


def _count_people(some: Sequence[blocks.Block]) -> bool:
    drawn = any(isinstance(block, blocks.IconArray) for block in some)
    return drawn or any(_OF_MANY.search(text) for text, _ in _in_blocks(some))


def source_link(showing: Showing) -> LinkItem:
    """Return the way from a page to what it rests on."""
    return LinkItem(
        showing.t("Where does this come from?"), say(ev.Opened, Overlay.SOURCES), "book-open"
    )


def sources(showing: Showing, session: Session) -> Sheet:
    """Return the sentences of the page beneath, or what one of them rests on."""
    cited = tuple(_cited(showing, session))
    if session.source is not None and 0 <= session.source < len(cited):
        return _one(showing, session, cited[session.source])
    lead = showing.t("Touch a sentence to see what it rests on.")
    if not cited:
        lead = showing.t("The page behind this one makes no claim.")
    rows = [
        RowItem(text, say(ev.SourceChosen, index), end_icon="chevron-right")
        for index, (text, _) in enumerate(cited)
    ]
    groups = (GroupItem((row,), long=True) for row in rows)
    return Sheet(
        f"sources:{_place(session)}",
        showing.t("Where does this come from?"),
        (TextItem(plain(lead)), *groups),
        onward=showing.close(),
    )


def _one(showing: Showing, session: Session, cited: Cited) -> Sheet:
    text, claims = cited
    items: list[Item] = [TextItem(plain(text), "strong")]
    for claim in claims:
        found = showing.pack.evidence.get(claim)
        if found is not None:
            items.append(_claim(showing, found))
    items.append(TextItem(plain(showing.edition()), "detail", "ink2"))
    return Sheet(
        f"source:{_place(session)}:{session.source}",
        showing.t("What this rests on"),
        tuple(items),
        onward=FootButton(showing.t("All sentences"), say(ev.SourceChosen, None), "list"),
    )


def _place(session: Session) -> str:
    return page_beneath(session) or f"check-{session.place.page}"


def _on_check(session: Session) -> bool:
    return session.place.step is Step.CHECK and Overlay.FAQ not in session.overlays


def _cited(showing: Showing, session: Session) -> Iterator[Cited]:
    page = showing.page(page_beneath(session) or "")
    if page is not None:
        yield page.title, page.claims
        yield from _in_blocks(page.blocks)
    elif _on_check(session):
        check = showing.check(session.place.page)
        yield check.question, check.claims
        yield from _in_blocks(check.lead)
        if session.idea.phase is not Phase.ASK:
            for one in check.reteach:
                yield from _in_blocks(one.blocks)


def _in_blocks(some: Iterable[blocks.Block]) -> Iterator[Cited]:
    for block in some:
        for sentence in blocks.block_sentences(block):
            yield sentence.text, sentence.claims
        if isinstance(block, blocks.Statement):
            yield block.text, block.claims
        elif isinstance(block, blocks.IconArray):
            yield block.study, block.claims


def _claim(showing: Showing, claim: blocks.Claim) -> Item:
    known = {one.code: one for one in showing.pack.sources}
    lines = (
        statement_here(showing, claim),
        verdict_words(showing, claim.verdict),
        *(_source(showing, known[code]) for code in claim.sources if code in known),
    )
    return PanelItem("", "", tuple(plain(line) for line in lines), role="detail")


def statement_here(showing: Showing, claim: blocks.Claim) -> str:
    """Return a statement without the help numbers of regions other than the kiosk's own."""
    here = _numbers(showing.region)
    other = {one for region in showing.pack.regions for one in _numbers(region)} - here
    if not other:
        return claim.statement
    foreign = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in sorted(other)))
    kept = [one for one in split_sentences(claim.statement) if not foreign.search(one)]
    return " ".join(kept)


def _numbers(region: blocks.Region | None) -> set[str]:
    if region is None:
        return set()
    dialled = {number for line in region.lines for number in (line.call, line.text)}
    return (dialled | {region.emergency}) - {""}


def verdict_words(showing: Showing, verdict: str) -> str:
    """Return what the verdict means for a reader; it rates what is often said about this."""
    plain_words = {
        "supported": showing.t("Our check: the sources support this."),
        "supported with nuance": showing.t(
            "Our check: often said more strongly. The sources support it as it stands here."
        ),
        "unsupported": showing.t(
            "Our check: people often say more than the sources show. This is what they show."
        ),
        "wrong": showing.t(
            "Our check: what is often said about this is not so. This is what the sources show."
        ),
        "missing": showing.t("Our check: this is often left out. We tell it because it matters."),
    }
    return plain_words.get(verdict, verdict)


def _source(showing: Showing, source: blocks.Source) -> str:
    date = showing.pack.info.sources_date
    marks = {
        "confirmed": showing.t("Compared with the source on {date}.", date=date),
        "partly": showing.t(
            "Compared in part on {date}. A clinician must still check it.", date=date
        ),
        "general knowledge": showing.t(
            "Written down on {date}, from no paper. A clinician must still confirm it.", date=date
        ),
    }
    how = marks.get(source.mark, source.mark)
    return showing.t("Source: {title}. {how}", title=source.title.rstrip("."), how=how)
