"""Words that demand: nothing is called required unless the evidence says that it is."""

import re
from collections.abc import Iterator

from kiosk.content.blocks import Claim

_DEMANDS = {
    "en": re.compile(
        r"\b(?:must|required?|requires|mandatory|compulsory|have to|has to)\b", re.IGNORECASE
    ),
    "es": re.compile(
        r"\b(?:deb(?:es?|en|emos|erá[ns]?|ería[ns]?)|t(?:ienen?|ienes|endrán?) que|hay que"
        r"|obligatori[oa]s?|obligad[oa]s?|requerid[oa]s?|requieren?|exigen?)\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(r"(?<!\w)[وف]?(?:[يت]جب|لا ?بد|يلزم|يتعين|يتحتم|إلزامي|إجباري|مطلوب من)"),
}
# What bids or forbids in a claim. Other languages say it by words that demand: Arabic has no other
# way that does not name a man or a woman.
_BIDS = re.compile(
    r"\b(?:do not|should|needs?)\b|\bno (?:food|drinks)\b"
    r"|(?:^|[.,;:] |\bthen )(?:tell|stay|get|follow|ask|call|use|take|wait|bring)\b",
    re.IGNORECASE,
)


def bare_demands(text: str, claims: list[Claim], language: str = "en") -> Iterator[str]:
    """The words of a text that demand something that no claim of it demands.

    Claims are in English. In another language a demand stands also where a claim bids or forbids.
    """
    tag = language.partition("-")[0]
    demands = _DEMANDS.get(tag)
    found = demands.search(text) if demands else None
    if not found or not claims:
        return
    allowed = (_DEMANDS["en"],) if tag == "en" else (_DEMANDS["en"], _BIDS)
    if not any(one.search(claim.statement) for claim in claims for one in allowed):
        yield found[0]
