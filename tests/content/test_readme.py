"""The examples of content/README.md are true: each one passes the check with the shipped claims."""

import re
from pathlib import Path

import pytest

from kiosk.content.blocks import CALLOUT_KINDS
from kiosk.content.check import check_pack
from kiosk.content.evidence import REFUSED_VERDICTS, USABLE_VERDICTS
from kiosk.content.scenes import SCENES
from tests.content.tiny_languages import lesson_in
from tests.content.tiny_pack import CHOICE, TinyPack

CONTENT = Path(__file__).resolve().parents[2] / "content"
WAYS = """\
## A drip {#way-drip}

- **How given:** by vein. [^ROUTE-01]

## A spray {#way-spray}

- **How given:** by nose. [^ROUTE-01]
"""
README = (CONTENT / "README.md").read_text("utf-8")
EXAMPLE = re.compile(
    r"^(?P<marks>`{3,})(?:markdown|toml) (?P<kind>\w+)\n(?P<text>.*?)^(?P=marks)$",
    re.MULTILINE | re.DOTALL,
)
EXAMPLES = [(found["kind"], found["text"]) for found in EXAMPLE.finditer(README)]


def before_topics(manifest: str) -> str:
    """A manifest without the topics, of which the tiny pack then has one."""
    return manifest.split("[[topic]]", maxsplit=1)[0]


def place(tiny: TinyPack, kind: str, text: str) -> str:
    """Put an example where it belongs in the tiny pack; return the file's name."""
    name, before = {
        "page": ("en/mechanism.md", "# How it works {#mechanism}\n\n"),
        "faq": ("en/questions.md", tiny.files["en/questions.md"]),
        "sides": ("en/your-choice.md", f"{CHOICE}\n{WAYS}\n## Both ways {{#both}}\n\n"),
        "block": ("en/your-choice.md", f"{CHOICE}\n"),
        "chapter": ("en/mechanism.md", ""),
        "checks": ("en/checks.md", ""),
        "evidence": ("evidence.toml", tiny.files["evidence.toml"]),
        "crisis": ("crisis.toml", ""),
        "pack": ("pack.toml", ""),
        "language": ("pack.toml", before_topics(tiny.files["pack.toml"])),
    }[kind]
    tiny.files[name] = before + text
    if kind == "language":
        line = 'hours = "At any time"'
        tiny.swap("crisis.toml", line, f'{line}\nhours_in = {{ es = "A toda hora" }}')
        for file, words in lesson_in("es").items():
            there = '"topic-medicine"' in tiny.files[file.replace("es/", "en/")]
            tiny.files[file] = of_the_shipped_topics(words) if there else words
    return name


def of_the_shipped_topics(words: str) -> str:
    words = words.replace('"medicine"', '"topic-medicine"')
    return words.replace('"visit"', '"topic-visit"')


def evidence_for_any_way() -> str:
    """The shipped claims; examples are set into pages of other ways than their numbers hold for."""
    evidence = (CONTENT / "ketamine" / "evidence.toml").read_text("utf-8")
    return re.sub(r"(?m)^routes = .*\n", "", evidence)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
def test_an_example_passes_the_check(tiny: TinyPack, kind: str, text: str) -> None:
    tiny.files["evidence.toml"] = evidence_for_any_way()
    for name in ("pack.toml", "en/questions.md", "en/mechanism.md"):
        tiny.files[name] = of_the_shipped_topics(tiny.files[name])
    place(tiny, kind, text)
    # The tiny pack's own page has none of the words of the shipped claims.
    found = [one for one in check_pack(tiny.write()) if one.rule != "required"]
    assert [str(one) for one in found if one.level == "error"] == []


@pytest.mark.parametrize(
    "kind", ["page", "block", "faq", "chapter", "checks", "evidence", "crisis", "pack", "language"]
)
def test_a_fault_planted_in_an_example_is_seen(tiny: TinyPack, kind: str) -> None:
    text = next(text for one, text in EXAMPLES if one == kind)
    tiny.files["evidence.toml"] = evidence_for_any_way()
    name = place(tiny, kind, f"{text}\n<b>\n")
    folder = tiny.write()
    assert str(folder / name) in [one.path for one in check_pack(folder) if one.level == "error"]


def test_the_readme_shows_each_kind_of_example() -> None:
    kinds = {kind for kind, _ in EXAMPLES}
    assert kinds == {
        *(
            "page",
            "block",
            "sides",
            "faq",
            "chapter",
            "checks",
            "evidence",
            "crisis",
            "pack",
            "language",
        )
    }
    assert README.count("\n````markdown ") + README.count("\n```toml ") == len(EXAMPLES)


@pytest.mark.parametrize("name", [*CALLOUT_KINDS, *SCENES])
def test_the_readme_names_every_box_and_scene(name: str) -> None:
    assert f"`{name}`" in README


def test_the_readme_names_every_verdict() -> None:
    words = " ".join(README.split())
    assert ", ".join((*USABLE_VERDICTS, *REFUSED_VERDICTS)) in words
