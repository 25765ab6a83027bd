"""A tiny valid pack that tests bend out of shape."""

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content.rules.ketamine import REQUIRED_CLAIMS

CLAIMS = tuple(dict.fromkeys(("MECH-01", "MECH-07", "SIDE-06", *REQUIRED_CLAIMS)))

MANIFEST = """\
id = "tiny"
version = "0.1.0"
title = "A tiny pack"
chapters = ["mechanism", "your-choice", "questions"]
faq = "questions"
checks = "checks"
routes = ["iv", "spray"]
rules = ["ketamine"]
status = "draft"
authors = ["A nurse"]
sources_date = 2026-11-21
review_by = 2027-05-21
funding = "Nobody paid for this."
update_policy = "Read again twice a year."
[[language]]
tag = "en"
name = "English"
reviewer = ""
reviewed_on = ""
[[topic]]
id = "medicine"
[topic.name]
en = "The medicine"
[[topic]]
id = "visit"
[topic.name]
en = "Your visit"
"""

MECHANISM = """\
# How it works {#mechanism minutes="3"}

## Brain cells talk {#cells-talk elements="C04" routes="iv" claims="MECH-01"}

![Two cells. A dot crosses the gap.](scene:cells-talk "Two cells")

Your brain has **very many** cells. [^MECH-01]
They pass on a *signal*, all day. [^MECH-01 MECH-07] [^SIDE-06]

### What we think

> [!IDEA]
> Some links may be weak. [^MECH-07]
> We do not know for sure. [^MECH-07]

- One small step. [^MECH-01]
- Another step. [^MECH-01]

1. First wait. [^MECH-01]
2. Then ask. [^MECH-01]
"""

CHOICE = f"""\
# Your choice {{#your-choice}}

## What must be said {{#said claims="{" ".join(REQUIRED_CLAIMS)}"}}

![A chair by a window.](figures/room.svg)

```icon-array
effect = "Feel dizzy"
with = 29
without = 8
with_label = "with the spray"
without_label = "with a dummy spray"
claims = ["SIDE-02"]
study = "People also took a pill."
```

```crisis
```

```statement
id = "went-through"
text = "You went through this. You have not agreed to anything."
claims = ["CONS-03"]
```
"""

QUESTIONS = """\
# Questions {#questions}

## How does it work? {#how topic="medicine"}

Nobody knows for sure. [^MECH-07]
"""

CHECKS = """\
# Check how well we explained {#checks}

## When can you drive? {#drive claims="AFT-01" elements="C18 C19" safety}

You feel fine at noon. [^AFT-01]

- [ ] After lunch
- [x] The next day

### Sleep first

Sleep one night before you drive. [^AFT-01]

```crisis
```

### Feeling fine is not enough

You may react slowly. [^AFT-01]
"""

CRISIS = """\
[[region]]
id = "US"
name = "United States"
emergency = "911"
checked_on = 2026-11-21
[[region.line]]
name = "988 Lifeline"
call = "988"
text = "988"
hours = "At any time"
claims = ["AFT-07"]
"""


# Its last sentence holds the words of all texts of the pack, so that each of them is told in the
# words of its claim.
STATEMENT = (
    "About 29 or 8 in 100. Dial 988 or 911. So they say: brain cells pass signal links, weak, "
    "sure, know, think; step, wait, ask; what must be said, went, agreed, anything; feel fine "
    "noon, next day, sleep night drive, react slow, dizzy, pill; two kinds known, three four five "
    "six seven eight nine ten, more, yes, a cat sat and slept. "
    "We do not know for sure. You have not agreed to anything."
)


def _evidence() -> str:
    claims = [
        f'[[claim]]\nid = "{claim}"\nstatement = "{STATEMENT}"\n'
        'verdict = "supported"\nsources = ["BOOK"]\n'
        for claim in CLAIMS
    ]
    source = (
        '[[source]]\ncode = "BOOK"\ntitle = "A book"\naddress = "https://example.org"\n'
        'mark = "confirmed"\nnote = ""\n'
    )
    return "".join(claims) + source


@dataclass
class TinyPack:
    """The files of a valid pack; change them, then `write`."""

    root: Path
    files: dict[str, str] = field(
        default_factory=lambda: {
            "pack.toml": MANIFEST,
            "evidence.toml": _evidence(),
            "crisis.toml": CRISIS,
            "en/mechanism.md": MECHANISM,
            "en/your-choice.md": CHOICE,
            "en/questions.md": QUESTIONS,
            "en/checks.md": CHECKS,
            "figures/room.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        }
    )

    def swap(self, name: str, old: str, new: str) -> None:
        """Replace text that must stand in the file exactly once."""
        assert self.files[name].count(old) == 1, (name, old)
        self.files[name] = self.files[name].replace(old, new)

    def line(self, name: str, text: str) -> int:
        """The number of the first line that holds `text`."""
        return self.files[name].split(text)[0].count("\n") + 1

    def write(self) -> Path:
        """Put the files on disk and return the pack's folder."""
        for name, text in self.files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return self.root
