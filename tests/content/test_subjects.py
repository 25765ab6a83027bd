"""The program is not tied to one treatment: another pack keeps the general rules and its own."""

import pytest

from kiosk.content.check import check_pack
from tests.content.tiny_pack import TinyPack


def about_patches(tiny: TinyPack) -> TinyPack:
    """A pack about an invented treatment, with claims of its own."""
    tiny.swap("pack.toml", 'rules = ["ketamine"]\n', "")
    tiny.files["evidence.toml"] = (
        '[[claim]]\nid = "PATCH-01"\nrequired = true\nstatement = "A made-up patch helps."\n'
        'verdict = "supported"\nsources = ["BOOK"]\n'
        '[[claim]]\nid = "PATCH-02"\nstatement = "You can drive. Dial 988 or 911."\n'
        'verdict = "supported"\nsources = ["BOOK"]\n'
        '[[source]]\ncode = "BOOK"\ntitle = "A made-up book"\naddress = ""\nmark = "confirmed"\n'
    )
    tiny.files["crisis.toml"] = tiny.files["crisis.toml"].replace("AFT-07", "PATCH-02")
    tiny.files["en/mechanism.md"] = (
        "# How it works {#mechanism}\n\n"
        "## The patch {#patch}\n\nA made-up patch helps. [^PATCH-01]\n"
    )
    tiny.files["en/your-choice.md"] = (
        "# Your choice {#your-choice}\n\n## You choose {#choose}\n\n"
        "A made-up patch helps. [^PATCH-01]\n\n![A chair by a window.](figures/room.svg)\n\n"
        '```statement\nid = "learned"\ntext = "You learned."\nclaims = ["PATCH-01"]\n```\n'
    )
    tiny.files["en/questions.md"] = (
        '# Questions {#questions}\n\n## Can I drive? {#drive-home topic="medicine"}\n\n'
        "You can drive. [^PATCH-02]\n"
    )
    tiny.files["en/checks.md"] = (
        '# Checks {#checks}\n\n## Can you drive? {#drive claims="PATCH-02"}\n\n'
        "- [x] Yes\n- [ ] No\n\n### You can\n\nYou can drive. [^PATCH-02]\n"
    )
    return tiny


def rules(tiny: TinyPack) -> list[tuple[str, str]]:
    # These invented texts have none of the words of their claims.
    found = [one for one in check_pack(tiny.write()) if one.rule != "bound"]
    return [(one.rule, one.level) for one in found]


def test_a_pack_about_something_else_passes_without_the_rules_on_ketamine(tiny: TinyPack) -> None:
    assert rules(about_patches(tiny)) == []


def test_its_own_required_claim_is_missed_in_the_chapter_about_the_choice(tiny: TinyPack) -> None:
    about_patches(tiny)
    tiny.files["en/your-choice.md"] = tiny.files["en/your-choice.md"].replace(
        "PATCH-01", "PATCH-02"
    )
    assert ("required", "error") in rules(tiny)


def test_a_pack_that_requires_nothing_is_warned(tiny: TinyPack) -> None:
    about_patches(tiny).swap("evidence.toml", "required = true\n", "")
    assert rules(tiny) == [("required", "warning")]


def test_a_promise_is_refused_there_too(tiny: TinyPack) -> None:
    about_patches(tiny).swap("en/mechanism.md", "A made-up patch helps.", "A made-up patch cures.")
    assert ("words", "error") in rules(tiny)


@pytest.mark.parametrize("name", ["Ketamine", "esketamine", "Spravato", "ketamina"])
@pytest.mark.parametrize("where", ["title", "text", "statement"])
def test_whoever_speaks_of_ketamine_must_keep_its_rules(
    tiny: TinyPack, where: str, name: str
) -> None:
    about_patches(tiny)
    place = {
        "title": ("pack.toml", "A tiny pack"),
        "text": ("en/checks.md", "- [ ] No"),
        "statement": ("evidence.toml", "A made-up patch helps."),
    }[where]
    tiny.swap(*place, f"{place[1]} {name}")
    assert ("rules", "error") in rules(tiny)


def test_an_unknown_treatment_in_rules_is_refused(tiny: TinyPack) -> None:
    tiny.swap("pack.toml", 'rules = ["ketamine"]', 'rules = ["ketamine", "patches"]')
    assert rules(tiny) == [("rules", "error")]
