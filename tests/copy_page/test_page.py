"""The page itself: one file, no network, for keyboards and large letters, in any browser."""

import re
from pathlib import Path

import pytest

from kiosk.ui.copy.pdf import copy_pdf
from kiosk.ui.theme.fonts import load_fonts
from tests.copy_page.browser import Tab
from tests.copy_page.conftest import PAGE, Copy
from tests.copy_page.test_verdicts import verdict
from tests.house.source import ROOT

SOURCE = PAGE.read_text("utf-8")


def choose(tab: Tab, file: Path) -> str:
    """Choose a file as a person would and return the verdict."""
    tab.call("DOM.enable")
    root = tab.call("DOM.getDocument")["root"]["nodeId"]
    node = tab.call("DOM.querySelector", nodeId=root, selector="#file")["nodeId"]
    tab.call("DOM.setFileInputFiles", files=[str(file)], nodeId=node)
    name: str = tab.run(
        "new Promise((done) => { const look = () => byId('result').dataset.verdict "
        "? done(byId('result').dataset.verdict) : requestAnimationFrame(look); look(); })"
    )
    return name


def test_the_page_may_load_and_send_nothing() -> None:
    assert "default-src 'none'" in SOURCE
    assert not re.search(
        r"https?:|//[a-z]+\.[a-z]|<link|<img|\bsrc=|\bimport\(|fetch\(|innerHTML", SOURCE
    )


def test_the_browser_keeps_the_page_from_the_network(tab: Tab) -> None:
    blocked = tab.run("fetch('data:text/plain,x').then(() => 'loaded', () => 'refused')")
    assert blocked == "refused"


def test_a_pdf_from_the_kiosk_is_read_by_itself(
    tab: Tab, copy: Copy, tmp_path: Path, qapp: object
) -> None:
    assert qapp is not None
    load_fonts(ROOT / "assets")
    made = copy_pdf(copy.paper)
    (tmp_path / "copy.pdf").write_bytes(made)
    assert choose(tab, tmp_path / "copy.pdf") == "genuine"
    assert "I have questions first" in tab.run("byId('result').innerText")


def test_a_pdf_that_was_saved_anew_is_not_complete(tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.4\nstream\nx\nendstream\n")
    assert choose(tab, tmp_path / "other.pdf") == "incomplete"


def test_a_text_file_is_read_too(tab: Tab, copy: Copy, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(copy.all.replace("first", "last"), "utf-8")
    assert choose(tab, tmp_path / "copy.txt") == "changed"


def test_the_whole_page_works_from_the_keyboard(tab: Tab, copy: Copy) -> None:
    tab.press("Tab", 9)
    assert tab.run("document.activeElement.id") == "copy"
    tab.call("Input.insertText", text=copy.all)
    for wanted in ("file", "key"):
        tab.press("Tab", 9)
        assert tab.run("document.activeElement.id") == wanted
    tab.press("Tab", 9)
    tab.press("Enter", 13)
    told = "new Promise((done) => { const look = () => byId('result').dataset.verdict "
    told += "? done(document.activeElement.id) : requestAnimationFrame(look); look(); })"
    assert tab.run(told) == "result"
    assert tab.run("byId('result').dataset.verdict") == "genuine"


@pytest.mark.parametrize("width", [320, 450, 900])
def test_nothing_is_cut_off_at_the_side_even_at_large_zoom(
    tab: Tab, copy: Copy, width: int
) -> None:
    # 900 px at 200 % leave 450; 320 is what WCAG 1.4.10 asks for.
    tab.call(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=700,
        deviceScaleFactor=1,
        mobile=False,
    )
    try:
        assert verdict(tab, copy.all) == "genuine"
        assert tab.run("document.documentElement.scrollWidth <= innerWidth")
    finally:
        tab.call("Emulation.clearDeviceMetricsOverride")


@pytest.mark.parametrize("missing", ["undefined", "{ subtle: undefined }"])
def test_a_browser_without_cryptography_gives_the_same_answers(
    tab: Tab, copy: Copy, missing: str
) -> None:
    tab.run(f"Object.defineProperty(window, 'crypto', {{ value: {missing} }}); 0")
    assert verdict(tab, copy.all) == "genuine"
    assert verdict(tab, copy.all.replace("first", "last")) == "changed"
    letter = "A" if copy.code[80] != "A" else "B"
    unsigned = copy.code[:80] + letter + copy.code[81:]
    assert verdict(tab, copy.words + unsigned) == "changed"


def test_the_own_hashes_and_signatures_are_those_of_the_browser(tab: Tab) -> None:
    agree = tab.run(
        """(async () => {
          for (const [name, bits] of [["SHA-256", 256], ["SHA-512", 512]])
            for (const length of [0, 1, 55, 56, 63, 64, 111, 112, 119, 128, 1000]) {
              const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 255);
              const theirs = toHex(new Uint8Array(await crypto.subtle.digest(name, bytes)));
              if (toHex(sha(bytes, bits)) !== theirs) return `${name} ${length}`;
            }
          for (let i = 0; i < 20; i++) {
            const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
            const key = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
            const text = ascii("message " + i);
            const made = new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, text));
            if (!signedBy(key, made, text)) return "refused " + i;
            made[i * 3] ^= 1;
            if (signedBy(key, made, text)) return "accepted " + i;
          }
          return "agree";
        })()"""
    )
    assert agree == "agree"


def test_a_signature_that_is_its_own_multiple_is_refused(tab: Tab) -> None:
    # RFC 8032 asks for S below the group order; else one signature could be written in two ways.
    shifted = tab.run(
        """(async () => {
          const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
          const key = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
          const made = new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, key));
          let s = littleEndian(made.subarray(32)) + L;
          for (let i = 32; i < 64; i++, s >>= 8n) made[i] = Number(s & 255n);
          return signedBy(key, made, key);
        })()"""
    )
    assert shifted is False


def test_words_that_look_like_a_page_stay_words(tab: Tab, copy: Copy) -> None:
    text = copy.all.replace("Your copy", "<img src=x onerror=document.title='hit'>", 1)
    assert verdict(tab, text) == "changed"
    assert tab.run("document.title") == "Check a copy from the kiosk"
