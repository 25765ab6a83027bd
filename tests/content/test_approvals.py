"""Which signatures count for the bytes of a pack: every byte, every name and key matters."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.approvals import digest_of, read_approvals, read_statement, statement_for
from kiosk.content.folder import APPROVALS
from kiosk.content.pack import load_pack, pack_listing
from kiosk.content.problems import PackError
from kiosk.content.signing_key import secret_file
from tests.content.signing import DAY, Person, judged
from tests.content.tiny_pack import TinyPack

PAGE = (Path(__file__).parents[2] / "docs" / "content-approval.md").read_text("utf-8")
ANN, BO = Person("Ann Lee"), Person("Bo Kim", "physician")


@pytest.fixture
def signed(tiny: TinyPack) -> Path:
    """A tiny pack that two people have signed."""
    folder = tiny.write()
    ANN.sign(folder)
    BO.sign(folder)
    return folder


def why(folder: Path, *people: Person) -> str:
    found = judged(folder, *people)
    assert not found.complete
    return " ".join(map(str, found.uncounted))


def test_two_different_people_make_it_complete_and_one_does_not(tiny: TinyPack) -> None:
    folder = tiny.write()
    assert judged(folder, ANN, BO).people == 0
    ANN.sign(folder)
    assert (judged(folder, ANN, BO).people, judged(folder, ANN, BO).complete) == (1, False)
    BO.sign(folder)
    found = judged(folder, ANN, BO)
    assert found.complete
    assert {str(one) for one in found.counted} == {
        f"Ann Lee (nurse) on {DAY}",
        f"Bo Kim (physician) on {DAY}",
    }
    assert found.uncounted == ()


def test_signing_twice_is_still_one_person(tiny: TinyPack) -> None:
    folder = tiny.write()
    again = Person("ann  LEE", "owner")
    ANN.sign(folder)
    again.sign(folder)
    found = judged(folder, ANN, again)
    assert (len(found.counted), found.people) == (2, 1)


def test_one_key_under_two_names_is_one_person(tiny: TinyPack) -> None:
    folder = tiny.write()
    ANN.sign(folder)
    (folder / APPROVALS / "copy.minisig").write_bytes(
        next((folder / APPROVALS).glob("*.minisig")).read_bytes()
    )
    assert judged(folder, ANN, BO).people == 1


def test_a_key_that_nobody_listed_counts_for_nothing(signed: Path) -> None:
    assert f"is by key {BO.key.public.id}, which the settings do not list" in why(signed, ANN)
    assert judged(signed).people == 0


def test_a_byte_flipped_in_any_file_voids_every_signature(signed: Path) -> None:
    info, listing = load_pack(signed).info, pack_listing(signed)
    known = (ANN.approver, BO.approver)
    files = [
        one for one in sorted(signed.rglob("*")) if one.is_file() and APPROVALS not in str(one)
    ]
    assert len(files) == 8
    for file in files:
        good = file.read_bytes()
        file.write_bytes(bytes([good[0] ^ 1]) + good[1:])
        changed = pack_listing(signed)
        told = replace(info, digest=digest_of(changed))
        assert read_approvals(signed, changed, told, known).people == 0, file
        file.write_bytes(good)
    assert read_approvals(signed, listing, info, known).complete


def test_a_file_that_came_went_or_was_renamed_voids_them_too(signed: Path) -> None:
    room = signed / "figures" / "room.svg"
    (signed / "figures" / "more.svg").write_bytes(room.read_bytes())
    assert "changed after signing" in why(signed, ANN, BO)
    room.unlink()
    with pytest.raises(PackError):
        judged(signed, ANN, BO)  # now a page shows a picture that is not there


def test_a_byte_flipped_in_a_signature_voids_it_alone(signed: Path) -> None:
    file = signed / APPROVALS / f"{ANN.key.public.id}.minisig"
    good = file.read_text()
    for number, line in enumerate(good.splitlines()[1:], start=1):
        swapped = good.splitlines()
        swapped[number] = line[:30] + ("B" if line[30] != "B" else "C") + line[31:]
        file.write_text("\n".join(swapped) + "\n")
        assert judged(signed, ANN, BO).people == 1, line


@pytest.mark.parametrize(
    ("pose", "said"),
    [
        (Person("Bob Kim", "physician", BO.key), "list this key as Bo Kim"),
        (Person("Bo Kim", "owner", BO.key), "list this key as physician"),
    ],
)
def test_a_name_or_a_role_that_is_not_the_listed_one_does_not_count(
    signed: Path, pose: Person, said: str
) -> None:
    pose.sign(signed)
    assert said in why(signed, ANN, BO)


def test_a_comment_that_speaks_of_something_else_does_not_count(signed: Path) -> None:
    info = load_pack(signed).info
    BO.sign(signed, info=replace(info, version="9.0.0"))
    assert "another pack or version" in why(signed, ANN, BO)
    BO.sign_as(signed, "timestamp:1 file:content.sha256 hashed")
    assert "does not say who approves what" in why(signed, ANN, BO)
    BO.sign(signed, info=replace(info, digest="0" * 64))
    assert "another pack" in why(signed, ANN, BO)


def test_files_that_are_no_signatures_are_named_or_passed_over(signed: Path) -> None:
    folder = signed / APPROVALS
    (folder / f"{BO.key.public.id}.minisig").unlink()
    (folder / "big.minisig").write_bytes(b"x" * 20_000)
    (folder / "raw.minisig").write_bytes(b"\xff")
    (folder / "link.minisig").symlink_to(folder / f"{ANN.key.public.id}.minisig")
    (folder / "bad\x1bname.minisig").write_bytes(b"x")
    (folder / "notes.txt").write_text("hello")
    found = judged(signed, ANN, BO)
    assert found.people == 1
    assert {str(one) for one in found.uncounted} == {
        "big.minisig is too large",
        "raw.minisig is not text",
        "link.minisig is not a plain file",
    }


def test_a_statement_reads_back_and_nothing_else_does(signed: Path) -> None:
    told = statement_for(load_pack(signed).info, name="Zoë Çelik", role="RN", date=DAY)
    assert read_statement(told.comment) == told
    for spoilt in (told.comment + " ", told.comment.replace("RN", "R=N"), "", "name=x"):
        assert read_statement(spoilt) is None


@pytest.mark.skipif(shutil.which("minisign") is None, reason="stock minisign is not installed")
def test_a_signature_made_with_stock_tools_alone_counts_as_the_page_on_approval_says(
    tiny: TinyPack, tmp_path: Path
) -> None:
    folder = tiny.write()
    (folder / "approvals").mkdir()
    finding = next(line for line in PAGE.splitlines() if "find . -type f" in line).rstrip("\\ ")
    listing = subprocess.run(
        ["bash", "-c", finding], cwd=folder, capture_output=True, check=True
    ).stdout
    assert listing == pack_listing(folder)
    (folder / "approvals" / "content.sha256").write_bytes(listing)
    comment = next(line for line in PAGE.splitlines() if "anteroom approval;" in line).strip()
    for said, meant in (
        ("pack=ketamine", "pack=tiny"),
        ("version=0.2.0", "version=0.1.0"),
        ("en,es", "en"),
        ("DIGEST", digest_of(listing)),
    ):
        comment = comment.replace(said, meant)
    (tmp_path / "ann.key").write_text(secret_file(ANN.key, b"correct horse", os.urandom))
    signing = ["minisign", "-Sm", "approvals/content.sha256", "-x", "approvals/ann.minisig"]
    signing += ["-s", str(tmp_path / "ann.key"), "-t", comment]
    subprocess.run(signing, cwd=folder, input=b"correct horse\n", capture_output=True, check=True)
    found = judged(folder, ANN, BO)
    assert [str(one) for one in found.counted] == ["Ann Lee (nurse) on 2026-11-26"]


def test_the_settings_listing_an_old_and_a_new_key_of_one_person_works(tiny: TinyPack) -> None:
    folder = tiny.write()
    renewed = Person("Ann Lee")
    renewed.sign(folder)
    BO.sign(folder)
    assert judged(folder, ANN, renewed, BO).complete
