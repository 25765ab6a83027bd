"""The program loads and names its places where there is no POSIX, as on Windows."""

import re
import subprocess
import sys

from tests.house.source import ROOT

# Standard modules choose by system as they are loaded, so those are loaded before it is changed.
_AS_ON_WINDOWS = """
import argparse, concurrent.futures, ctypes, getpass, importlib, json, logging, multiprocessing
import multiprocessing.popen_spawn_posix, multiprocessing.spawn, os, pathlib, random, secrets
import shutil, socket, sqlite3, subprocess, sys, tempfile, threading, types, zipfile
import concurrent.futures.process, xml.etree.ElementTree, importlib.metadata, email, urllib.request
import argon2, cryptography.hazmat.primitives.hpke, markdown, segno
for name in ("fcntl", "resource", "pwd", "grp", "termios", "syslog", "PySide6"):
    sys.modules[name] = None
sys.modules["msvcrt"] = types.ModuleType("msvcrt")
sys.platform = "win32"
os.environ["PROGRAMDATA"] = "/ProgramData"
root = pathlib.Path("kiosk")
modules = [".".join(one.with_suffix("").parts) for one in sorted(root.rglob("*.py"))]
modules = [one.removesuffix(".__init__") for one in modules]
failed, loaded = [], 0
for name in modules:
    try:
        importlib.import_module(name)
        loaded += 1
    except ImportError as error:
        if not (error.name or "").startswith("PySide6"):
            failed.append(f"{name}: {error}")
from kiosk.platform import paths
print(loaded, paths.system_config(), paths.data_folder("production"))
print(*failed, sep="\\n")
"""


def test_every_module_without_a_window_loads_where_there_is_no_posix() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _AS_ON_WINDOWS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    places, *failed = done.stdout.split("\n")
    assert [line for line in failed if line] == []
    loaded, config, data = places.split()
    assert int(loaded) > 150
    assert config == "/ProgramData/anteroom/anteroom.toml"
    assert data == "/ProgramData/anteroom/data"


def test_a_file_that_is_written_by_its_number_is_written_byte_for_byte() -> None:
    """Windows would make two bytes of every line end in a file that is not called binary."""
    wrong = []
    for file in sorted((ROOT / "kiosk").rglob("*.py")):
        text = file.read_text("utf-8").replace("os.open(os.devnull, os.O_WRONLY)", "")
        writing = len(re.findall(r"os\.O_(?:WRONLY|RDWR)\b", text))
        if writing > text.count("O_BINARY"):
            wrong.append(file.relative_to(ROOT).as_posix())
    assert wrong == []
