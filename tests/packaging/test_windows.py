"""What the Windows installer is made of, and the files that lock Windows down."""

import hashlib
import importlib
import re
import shutil
import struct
import subprocess
from pathlib import Path, PurePosixPath
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
WINDOWS = PACKAGING / "windows"
GUID = re.compile(r"\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?")
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"
FILES = [
    PurePosixPath(name) for name in ("anteroom.exe", "app/kiosk/a.py", "app/b.py", "python/c.dll")
]


@pytest.fixture
def msi(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("msi_source")


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(WINDOWS))
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("build_msi")


def source(msi: ModuleType, version: str = "0.1.0") -> ET.Element:
    return ET.fromstring(msi.source(version, Path("/payload"), FILES))  # noqa: S314  # our own


# What is installed


def test_every_file_has_a_component_of_the_one_feature(msi: ModuleType) -> None:
    root = source(msi)
    names = [one.get("Source", "") for one in root.iter(f"{WIX}File")]
    assert sorted(names) == sorted(
        [*(f"/payload/{one}" for one in FILES), "/payload/anteroom.toml"]
    )
    made = [one.get("Id", "") for one in root.iter(f"{WIX}Component")]
    assert sorted(made) == sorted(one.get("Id", "") for one in root.iter(f"{WIX}ComponentRef"))
    assert len(set(made)) == len(made)
    guids = [one.get("Guid") or "" for one in root.iter(f"{WIX}Component")]
    assert len(set(guids)) == len(guids)
    assert all(GUID.fullmatch(one) for one in guids)


def test_a_file_lies_in_the_folder_it_is_named_after(msi: ModuleType) -> None:
    found = set()

    def walk(folder: ET.Element, path: PurePosixPath) -> None:
        for inner in folder.findall(f"{WIX}Directory"):
            walk(inner, path / (inner.get("Name") or ""))
        for file in folder.findall(f"{WIX}Component/{WIX}File"):
            found.add(str(path / (file.get("Name") or "")))

    (install,) = [
        one for one in source(msi).iter(f"{WIX}Directory") if one.get("Id") == "INSTALLDIR"
    ]
    walk(install, PurePosixPath())
    assert found == {str(one) for one in FILES}


def test_installers_follow_each_other_by_one_code_that_never_changes(msi: ModuleType) -> None:
    old, new = source(msi, "0.1.0"), source(msi, "0.1.1")
    products = [one.find(f"{WIX}Product") for one in (old, new)]
    assert {one.get("UpgradeCode") for one in products if one is not None} == {
        "5F0C3A52-7C0E-4A8E-9D1B-2F4F1F3E6A90"
    }
    assert len({one.get("Id") for one in products if one is not None}) == 2
    parts = [[one.get("Guid") for one in root.iter(f"{WIX}Component")] for root in (old, new)]
    assert parts[0] == parts[1]


def test_a_newer_version_is_never_replaced_by_an_older_one(msi: ModuleType) -> None:
    root = source(msi)
    (condition,) = list(root.iter(f"{WIX}Condition"))
    assert "NOT NEWER" in (condition.text or "")
    found = {one.get("Property"): one for one in root.iter(f"{WIX}UpgradeVersion")}
    assert found["NEWER"].get("OnlyDetect") == "yes"
    assert (found["OLDER"].get("Maximum"), found["OLDER"].get("IncludeMaximum")) == ("0.1.0", "no")


@pytest.mark.parametrize("version", ["", "1", "1.2", "256.0.0", "1.2.65536", "1.2.x", "1.2.3.4"])
def test_a_version_that_windows_would_not_compare_is_refused(msi: ModuleType, version: str) -> None:
    with pytest.raises(msi.InstallerError, match="three numbers"):
        msi.product_version(version)


def test_what_a_kiosk_has_no_use_for_stays_out_of_its_python(build: ModuleType) -> None:
    out = ("Lib/test/a.py", "Lib/site-packages/pip/a.py", "DLLs/tk86t.dll", "Lib/__pycache__/a.pyc")
    kept = ("Lib/os.py", "python313.dll", "DLLs/_sqlite3.pyd", "Lib/unittest/a.py", "LICENSE.txt")
    assert all(build.LEFT_OUT.fullmatch(name) for name in out)
    assert not any(build.LEFT_OUT.fullmatch(name) for name in kept)


def test_a_folder_that_is_no_python_is_named(build: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(build.InstallerError, match=r"python\.exe is not there"):
        build.assemble(tmp_path, tmp_path, tmp_path / "payload")


def test_the_code_of_a_package_is_that_of_its_bytes(build: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"1")
    before = build.digest(tmp_path, [PurePosixPath("a")])
    file.write_bytes(b"2")
    assert build.digest(tmp_path, [PurePosixPath("a")]) != before


# Libraries


def library(*names: bytes) -> bytes:
    """Return a Windows library that needs others, and nothing else."""
    head, table, text = 0x80, 0x200, 0x200 + 20 * (len(names) + 1)
    raw = bytearray(0x400)
    raw[:2], raw[head : head + 4] = b"MZ", b"PE\0\0"
    struct.pack_into("<I", raw, 0x3C, head)
    struct.pack_into("<H12xH", raw, head + 6, 1, 0xF0)
    struct.pack_into("<H", raw, head + 24, 0x20B)
    struct.pack_into("<I", raw, head + 24 + 112 + 8, 0x1000)
    struct.pack_into("<8xIIII", raw, head + 24 + 0xF0, 0x200, 0x1000, 0x200, 0x200)
    for number, name in enumerate(names):
        struct.pack_into("<I", raw, table + 20 * number + 12, 0x1000 + text - 0x200)
        raw[text : text + len(name) + 1] = name + b"\0"
        text += len(name) + 1
    return bytes(raw)


def test_the_libraries_that_a_library_needs_are_read_from_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    pe = importlib.import_module("stage_pe")
    file = tmp_path / "a.dll"
    file.write_bytes(library(b"Qt6Core.dll", b"KERNEL32.dll"))
    assert pe.needed(file) == ("qt6core.dll", "kernel32.dll")
    file.write_bytes(b"\x7fELF" + bytes(100))
    with pytest.raises(ValueError, match="not a Windows program"):
        pe.needed(file)


# The programs that start it


@pytest.mark.parametrize("options", [[], ["-DKIOSK", "-mwindows"]], ids=["commands", "kiosk"])
def test_the_starting_programs_compile_to_the_same_bytes_each_time(
    build: ModuleType, tmp_path: Path, options: list[str]
) -> None:
    if shutil.which(build.COMPILER) is None:
        pytest.skip(f"{build.COMPILER} is not on this machine")
    sums = set()
    for number in range(2):
        result = tmp_path / str(number) / "a.exe"
        result.parent.mkdir()
        words = ["-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-static"]
        words += ["-Wl,--no-insert-timestamp", str(WINDOWS / "launcher.c"), "-o", str(result)]
        subprocess.run([build.COMPILER, *words, *options], check=True)
        sums.add(hashlib.sha256(result.read_bytes()).hexdigest())
    assert len(sums) == 1


def test_the_exit_codes_of_the_program_are_those_that_shell_launcher_knows() -> None:
    code = (WINDOWS / "launcher.c").read_text("utf-8")
    assert "return 20;" in code
    actions = {
        one.get("ReturnCode"): one.get("Action") for one in shell().iter(f"{SL}ReturnCodeAction")
    }
    assert actions == {"0": "RestartShell", "20": "RestartDevice"}
    (default,) = list(shell().iter(f"{SL}DefaultAction"))
    assert default.get("Action") == "RestartShell"


def test_the_rights_go_to_the_system_administrators_and_one_account() -> None:
    text = (WINDOWS / "set-up.cmd").read_bytes()
    assert text.count(b"\r\n") == text.count(b"\n")
    assert b"/inheritance:r" in text
    granted = set(re.findall(rb'"(\*?[\w%~-]+):\(OI\)', text))
    assert granted == {b"*S-1-5-18", b"*S-1-5-32-544", b"%~1"}


# Shell Launcher and Assigned Access, held to Microsoft's published schemas in short

SL = "{http://schemas.microsoft.com/ShellLauncher/2018/Configuration}"
SL2 = "{http://schemas.microsoft.com/ShellLauncher/2019/Configuration}"
AA = "{http://schemas.microsoft.com/AssignedAccess/2017/config}"
RS5 = "{http://schemas.microsoft.com/AssignedAccess/201810/config}"
V5 = "{http://schemas.microsoft.com/AssignedAccess/2022/config}"
# Element: the attributes it may have, and its children in their order.
SHELL_SCHEMA = {
    f"{SL}ShellLauncherConfiguration": ([], [f"{SL}Profiles", f"{SL}Configs"]),
    f"{SL}Profiles": ([], [f"{SL}DefaultProfile", f"{SL}Profile"]),
    f"{SL}DefaultProfile": ([], [f"{SL}Shell"]),
    f"{SL}Profile": (["Id"], [f"{SL}Shell"]),
    f"{SL}Shell": (
        ["Shell", f"{SL2}AppType", f"{SL2}AllAppsFullScreen"],
        [f"{SL}ReturnCodeActions", f"{SL}DefaultAction"],
    ),
    f"{SL}ReturnCodeActions": ([], [f"{SL}ReturnCodeAction"]),
    f"{SL}ReturnCodeAction": (["ReturnCode", "Action"], []),
    f"{SL}DefaultAction": (["Action"], []),
    f"{SL}Configs": ([], [f"{SL}Config"]),
    f"{SL}Config": ([], [f"{SL}AutoLogonAccount", f"{SL}Profile"]),
    f"{SL}AutoLogonAccount": ([], []),
}
ACCESS_SCHEMA = {
    f"{AA}AssignedAccessConfiguration": ([], [f"{AA}Profiles", f"{AA}Configs"]),
    f"{AA}Profiles": ([], [f"{AA}Profile"]),
    f"{AA}Profile": (["Id"], [f"{AA}AllAppsList", f"{V5}StartPins", f"{AA}Taskbar"]),
    f"{AA}AllAppsList": ([], [f"{AA}AllowedApps"]),
    f"{AA}AllowedApps": ([], [f"{AA}App"]),
    f"{AA}App": (["DesktopAppPath", f"{RS5}AutoLaunch", f"{RS5}AutoLaunchArguments"], []),
    f"{V5}StartPins": ([], []),
    f"{AA}Taskbar": (["ShowTaskbar"], []),
    f"{AA}Configs": ([], [f"{AA}Config"]),
    f"{AA}Config": ([], [f"{AA}AutoLogonAccount", f"{AA}DefaultProfile"]),
    f"{AA}AutoLogonAccount": ([f"{RS5}DisplayName"], []),
    f"{AA}DefaultProfile": (["Id"], []),
}
Schema = dict[str, tuple[list[str], list[str]]]


def shell() -> ET.Element:
    return ET.parse(WINDOWS / "shell-launcher.xml").getroot()  # noqa: S314  # our own


def access() -> ET.Element:
    return ET.parse(WINDOWS / "assigned-access.xml").getroot()  # noqa: S314  # our own


def faults(root: ET.Element, schema: Schema) -> list[str]:
    """Return what a file has that its schema does not allow there."""
    found = []
    for one in root.iter():
        if one.tag not in schema:
            found.append(f"no element {one.tag}")
            continue
        attributes, children = schema[one.tag]
        found += [f"{one.tag} has no {name}" for name in one.attrib if name not in attributes]
        order = [children.index(inner.tag) if inner.tag in children else -1 for inner in one]
        if -1 in order or order != sorted(order):
            found.append(f"the children of {one.tag} are {[inner.tag for inner in one]}")
    return found


@pytest.mark.parametrize(
    ("root", "schema"),
    [(shell(), SHELL_SCHEMA), (access(), ACCESS_SCHEMA)],
    ids=["shell", "access"],
)
def test_the_file_for_windows_fits_its_schema(root: ET.Element, schema: Schema) -> None:
    assert faults(root, schema) == []
    ids = [one.get("Id") for one in root.iter() if one.get("Id")]
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert GUID.fullmatch(ids[0] or "")


def test_a_file_that_does_not_fit_is_seen() -> None:
    root = shell()
    root.append(ET.Element(root[0].tag))
    root[0].set("Shell", "cmd.exe")
    assert len(faults(root, SHELL_SCHEMA)) == 2


def test_both_files_start_the_program_that_is_installed() -> None:
    path = r"%ProgramFiles%\Anteroom\anteroom-kiosk.exe"
    shells = [one.get("Shell") for one in shell().iter(f"{SL}Shell")]
    assert shells == [r"%SystemRoot%\explorer.exe", path]
    apps = {
        one.get("DesktopAppPath"): one.get(f"{RS5}AutoLaunch") for one in access().iter(f"{AA}App")
    }
    assert apps == {path: "true", r"%ProgramFiles%\Anteroom\python\pythonw.exe": None}
