"""Words that demand: nothing is called required unless the evidence says that it is."""

import re
from collections.abc import Iterator

from kiosk.content.blocks import Claim

_DEMANDS = re.compile(
    r"\b(?:must|required?|requires|mandatory|compulsory|have to|has to)\b", re.IGNORECASE
)


def bare_demands(text: str, claims: list[Claim]) -> Iterator[str]:
    """The words of an English text that demand something that no claim of it demands."""
    found = _DEMANDS.search(text)
    if found and claims and not any(_DEMANDS.search(one.statement) for one in claims):
        yield found[0]
