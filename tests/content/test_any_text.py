"""Whatever an author types, the pack is read whole or refused with a place: nothing is lost."""

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Paragraph
from kiosk.content.folder import PackFolder
from kiosk.content.parse import parse_pack
from kiosk.content.problems import ProblemLog
from tests.content.tiny_pack import TinyPack

MARKS = """
* ** _ [ ] [^ ( ) ![ { } # ## ### > - 1. ``` <b> </p> <!-- &amp; \\ | --- === [!NOTE] http://x
[^MECH-01] [a]: ![a](b) <a@b.c> a@b.c [x](y) `x` ~~x~~ word
"""
BITS = st.sampled_from([*MARKS.split(), "é", "\t", "\u202e", "\x02klzzwxh:0001\x03"])
TYPED = st.lists(
    st.one_of(BITS, st.sampled_from(["\n", "\n\n", " ", "    ", "Yes. "]), st.text(max_size=4))
)


def read(name: str, text: str) -> tuple[ProblemLog, str]:
    """Parse the tiny pack with one file replaced; return the log and the first page's text."""
    tiny = TinyPack(Path("pack"))
    texts = {one: data.encode() for one, data in tiny.files.items()}
    texts[name] = text.encode("utf-8", "surrogatepass")
    log = ProblemLog()
    parsed = parse_pack(PackFolder(Path("pack"), texts, frozenset(texts), "0"), log)
    pages = parsed.pack.lessons["en"].chapters[0].pages if parsed and not log.found else ()
    paragraphs = [one for one in (pages[0].blocks if pages else ()) if isinstance(one, Paragraph)]
    return log, " ".join(one.text for block in paragraphs for one in block.sentences)


@given(typed=TYPED)
@settings(max_examples=300)
def test_a_sentence_keeps_every_word_or_is_refused(typed: list[str]) -> None:
    line = "".join(typed)
    source = f"# How it works {{#mechanism}}\n\n## A {{#a}}\n\nSo {line} it is. [^MECH-01]\n"
    log, text = read("en/mechanism.md", source)
    if not log.found:
        wanted = re.sub(r"\[\^[^\]]*\]|\*", " ", f"So {line} it is.")
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", wanted)


@given(
    name=st.sampled_from(["en/mechanism.md", "en/your-choice.md", "en/checks.md", "pack.toml"]),
    typed=TYPED,
    at=st.floats(0, 1),
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_any_edit_is_read_or_refused_with_a_line_of_the_file(
    name: str, typed: list[str], at: float
) -> None:
    text = TinyPack(Path("pack")).files[name]
    cut = round(at * len(text))
    edited = text[:cut] + "".join(typed) + text[cut:]
    log, _ = read(name, edited)
    lines = edited.count("\n") + 1
    assert all(1 <= one.line <= lines for one in log.found if one.path.endswith(name))
