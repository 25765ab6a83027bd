"""Which files a pack may hold, and the digest over them."""

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from kiosk.content.pack import PackError, load_pack, pack_digest
from tests.content.tiny_pack import TinyPack

NAME = "en/questions.md"


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"\xef\xbb\xbf# Q {#questions}\n", 1, "byte order mark"),
        (b"# Q {#questions}\n\ncaf\xe9 [^MECH-01]\n", 3, "not valid UTF-8"),
        (b"# Q {#questions}\n## A {#a}\r\n", 2, "Windows way"),
        (b"# Q {#questions}\n\nA\tb. [^MECH-01]\n", 3, "tab"),
        (b"# Q {#questions}\n\nA\x02klzzwxh:0001\x03. [^MECH-01]\n", 3, r"U\+0002"),
        (b"# Q {#questions}\n\nA\x00. [^MECH-01]\n", 3, r"U\+0000"),
        ("# Q {#questions}\n\nA\u202e b. [^MECH-01]\n".encode(), 3, "direction mark"),
        ("# Q {#questions}\n\nA\u2028b. [^MECH-01]\n".encode(), 3, r"U\+2028"),
    ],
)
def test_text_that_hides_something_is_refused(
    tiny: TinyPack, data: bytes, line: int, words: str
) -> None:
    folder = tiny.write()
    (folder / NAME).write_bytes(data)
    with pytest.raises(PackError, match=words) as caught:
        load_pack(folder)
    assert [(one.path, one.line) for one in caught.value.problems] == [(str(folder / NAME), line)]


def test_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    for read in (load_pack, pack_digest):
        with pytest.raises(PackError, match="There is no content pack here"):
            read(tmp_path / "nowhere")


def test_an_empty_folder_is_told_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.toml:1: The pack has no pack\.toml"):
        load_pack(tmp_path)


def test_a_file_over_one_mebibyte_is_refused(tiny: TinyPack) -> None:
    folder = tiny.write()
    (folder / NAME).write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(PackError, match=r"questions\.md:1: This file is larger than 1 MiB"):
        load_pack(folder)


@pytest.mark.parametrize("name", ["en/questions.md", "figures/room.svg"])
def test_a_linked_file_is_refused(tiny: TinyPack, tmp_path: Path, name: str) -> None:
    folder = tiny.write()
    outside = tmp_path / "outside"
    (folder / name).rename(outside)
    (folder / name).symlink_to(outside)
    for read in (load_pack, pack_digest):
        with pytest.raises(PackError, match="A link to another place"):
            read(folder)


def test_a_linked_folder_is_refused(tiny: TinyPack, tmp_path: Path) -> None:
    folder = tiny.write()
    (folder / "en").rename(tmp_path / "outside")
    (folder / "en").symlink_to(tmp_path / "outside")
    with pytest.raises(PackError, match="A link to another place"):
        load_pack(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tiny: TinyPack) -> None:
    folder = tiny.write()
    os.mkfifo(folder / "en" / "pipe.md")
    with pytest.raises(PackError, match=r"pipe\.md:1: This is not a file"):
        load_pack(folder)


def test_the_digest_is_what_stock_tools_compute(tiny: TinyPack) -> None:
    folder = tiny.write()
    command = (
        "find . -type f -not -path './approvals/*' -printf '%P\\n' | LC_ALL=C sort "
        "| xargs -d '\\n' sha256sum | sha256sum"
    )
    shell = subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=True
    )
    assert shell.stdout.split()[0] == pack_digest(folder) == load_pack(folder).info.digest


def test_the_digest_is_of_names_and_bytes_in_byte_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name, data in (("b/c.md", b"two"), ("B.md", b"one"), ("b-x.md", b"three")):
        (tmp_path / name).write_bytes(data)
    lines = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n"
        for name, data in (("B.md", b"one"), ("b-x.md", b"three"), ("b/c.md", b"two"))
    )
    assert pack_digest(tmp_path) == hashlib.sha256(lines.encode()).hexdigest()


def test_every_byte_and_name_changes_the_digest_but_approvals_do_not(tiny: TinyPack) -> None:
    folder = tiny.write()
    start = pack_digest(folder)
    (folder / "approvals").mkdir()
    (folder / "approvals" / "ann.minisig").write_text("signed")
    assert pack_digest(folder) == start
    (folder / "figures" / "room.svg").rename(folder / "figures" / "hall.svg")
    renamed = pack_digest(folder)
    (folder / "figures" / "hall.svg").write_text("<svg/> ")
    changed = pack_digest(folder)
    (folder / "en" / "approvals").mkdir()
    (folder / "en" / "approvals" / "x").write_text("not an approval")
    assert len({start, renamed, changed, pack_digest(folder)}) == 4


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg><script>go()</script></svg>",
        '<svg><a href="http://a.b">x</a></svg>',
        "<svg><image href='/etc/passwd'/></svg>",
        '<svg onload="go()"/>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        "<svg><style>@import 'x.css';</style></svg>",
        '<svg><rect fill="url(http://a.b#c)"/></svg>',
    ],
)
def test_a_drawing_that_runs_or_fetches_something_is_refused(tiny: TinyPack, drawing: str) -> None:
    tiny.files["figures/room.svg"] = drawing
    with pytest.raises(PackError, match=r"your-choice\.md:5: .*script or points"):
        load_pack(tiny.write())


def test_a_drawing_may_refer_to_its_own_parts(tiny: TinyPack) -> None:
    tiny.files["figures/room.svg"] = '<svg><use href="#a"/><rect fill="url(#b)"/></svg>'
    assert load_pack(tiny.write()).info.id == "tiny"
