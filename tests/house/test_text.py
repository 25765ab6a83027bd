"""What the repository says is true on every machine and consistent with itself."""

import re
import tomllib
from pathlib import Path

import pytest

import kiosk
from tests.house.source import ROOT, text_files

# Written in pieces, so that this file passes its own test.
MACHINE_PATH = re.compile(r"(?<![\w.:/}~-])/(?:wo" + "rk|ro" + "ot|fa" + r"rm)/")
REGISTRY = re.compile(
    r"py" + r"pi\.(?:org|python\.org)|python" + r"hosted\.org|registry\.npm" + r"js|deb\.deb"
    r"ian\.org|archive\.ubu" + r"ntu\.com|deb\.node" + "source",
)
PATTERNS = {"machine path": MACHINE_PATH, "registry host": REGISTRY}
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")


def matches(pattern: re.Pattern[str], path: str, text: str) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:120]}"
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("kind", PATTERNS)
def test_no_file_names_a_machine_or_a_registry(kind: str) -> None:
    found = [hit for path, text in text_files() for hit in matches(PATTERNS[kind], path, text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("machine path", "open('/wo" + "rk/main/x')"),
        ("machine path", "/ro" + "ot/.config"),
        ("registry host", "https://py" + "pi.org/simple"),
        ("registry host", "URIs: http://deb.deb" + "ian.org/debian"),
    ],
)
def test_a_planted_name_is_seen(kind: str, line: str) -> None:
    assert matches(PATTERNS[kind], "a.md", line)


def test_an_address_of_a_source_is_not_a_machine_path() -> None:
    assert not matches(MACHINE_PATH, "a.md", "https://example.org/wo" + "rk/12")


def test_the_version_is_one_and_the_changelog_has_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert project["version"] == kiosk.__version__
    assert f"## [{kiosk.__version__}]" in changelog


def broken_links(file: Path) -> list[str]:
    """Return the relative targets in a Markdown file that lead nowhere."""
    targets = [found["target"] for found in LINK.finditer(file.read_text("utf-8"))]
    local = [target.split("#")[0] for target in targets if "://" not in target]
    return [target for target in local if target and not (file.parent / target).exists()]


@pytest.mark.parametrize("folder", [".", "docs", "assets"])
def test_every_link_between_documents_leads_somewhere(folder: str) -> None:
    files = sorted((ROOT / folder).glob("*.md"))
    assert files
    assert {str(file): broken_links(file) for file in files if broken_links(file)} == {}


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[here](page.md) [gone](nowhere.md#part) [away](https://example.org/x)")
    assert broken_links(page) == ["nowhere.md"]
