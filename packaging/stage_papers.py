"""What travels beside the program: licences, notices, the bill of materials, checksums."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from setup_steps import ROOT
from stage_wheels import Library

SUMS = "SHA256SUMS"
Parts = tuple[tuple[str, str, str], ...]
# What the wheels hold and do not name as packages of their own: component, licence, where it is.
INSIDE: Parts = (
    ("Qt", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "PySide6/Qt"),
    ("ICU", "Unicode-3.0", "libicu*.so"),
    ("zlib", "Zlib", "libQt6Core"),
    ("PCRE2", "BSD-3-Clause", "libQt6Core"),
    ("double-conversion", "BSD-3-Clause", "libQt6Core"),
    ("tinycbor", "MIT", "libQt6Core"),
    ("BLAKE2", "CC0-1.0 OR Apache-2.0", "libQt6Core"),
    ("SipHash", "CC0-1.0", "libQt6Core"),
    ("HarfBuzz", "MIT", "libQt6Gui"),
    ("FreeType", "FTL OR GPL-2.0-only", "libQt6Gui"),
    ("libpng", "libpng-2.0", "libQt6Gui"),
    ("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "libqjpeg"),
    ("MD4C", "MIT", "libQt6Gui"),
    ("xcb utilities", "MIT", "libQt6XcbQpa"),
    ("Wayland protocols", "MIT", "libQt6WaylandClient"),
    ("OpenSSL", "Apache-2.0", "cryptography"),
    ("Argon2 reference code", "CC0-1.0 OR Apache-2.0", "_argon2_cffi_bindings"),
    ("libffi", "MIT", "_cffi_backend"),
)
OURS = (
    ("Atkinson Hyperlegible Next", "OFL-1.1", "assets/fonts"),
    ("Noto Sans", "OFL-1.1", "assets/fonts"),
    ("Noto Sans Arabic", "OFL-1.1", "assets/fonts"),
    ("Lucide icons", "ISC AND MIT", "assets/icons"),
)
_LGPL = """\
Qt and PySide6 are used under the GNU Lesser General Public License, version 3. Its text and that of
the GNU General Public License, to which it adds, lie in the folder licences/Qt. The libraries are
used unmodified, as separate shared files in the folder PySide6. You may replace them with versions
of your own that are compatible: put the files in the same places. Nothing in Anteroom prevents it,
and you may study and change the program to debug such a change. Their source is published by The
Qt Company for the exact version named below, as "pyside-setup" and "qt-everywhere-src"; the sha256
of the wheel that was taken is in sbom.cdx.json.
"""

_TEXTS = """\
The texts of the licences of the Python libraries and of Qt are in the folder licences/, those of
fonts and pictures beside them in assets/. Those of the parts inside Qt are in Qt's documentation
of the version named above, under "Licenses Used in Qt". Portions of this software are copyright
The FreeType Project (www.freetype.org). All rights reserved. This software is based in part on
the work of the Independent JPEG Group.
"""


def copy_licences(folder: Path) -> None:
    """Put our own licences and those of Qt into a folder; the wheels have brought theirs."""
    (folder / "Qt").mkdir(parents=True, exist_ok=True)
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        shutil.copyfile(ROOT / "packaging" / "licences" / name, folder / "Qt" / name)
    for name in ("LICENSE", "LICENSE-CONTENT", "NOTICE"):
        shutil.copyfile(ROOT / name, folder / name)


def notices(libraries: Sequence[Library], inside: Parts = INSIDE) -> str:
    """Return the list of all that is not ours, as text for people."""
    qt = next(one for one in libraries if one.name.startswith("PySide6"))
    lines = ["Third-party parts of Anteroom", "=" * 29, "", _LGPL, "Python libraries", "-" * 16, ""]
    lines += [f"{one.name} {one.version}: {one.licence}" for one in libraries]
    lines += ["", f"Inside these libraries (Qt is {qt.version})", "-" * 37, ""]
    lines += [f"{name}: {licence} ({where})" for name, licence, where in inside]
    lines += ["", "Fonts and pictures", "-" * 18, ""]
    lines += [f"{name}: {licence} ({where})" for name, licence, where in OURS]
    lines += ["", _TEXTS]
    return "\n".join(lines)


def bill_of_materials(
    version: str, epoch: int, libraries: Sequence[Library], inside: Parts = INSIDE
) -> str:
    """Return the CycloneDX 1.5 bill of materials as JSON, the same for the same parts."""
    ours = {"type": "application", "bom-ref": "anteroom", "name": "anteroom", "version": version}
    parts = [_component(one) for one in libraries]
    qt = next(one.version for one in libraries if one.name.startswith("PySide6"))
    for name, licence, where in (*inside, *OURS):
        part = _plain(name, licence, where)
        if name == "Qt":
            part["version"] = qt
        parts.append(part)
    serial = uuid5(NAMESPACE_URL, json.dumps([version, *(part["bom-ref"] for part in parts)]))
    found = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {**ours, "licenses": [{"expression": "Apache-2.0"}]},
        },
        "components": parts,
        "dependencies": [{"ref": "anteroom", "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    return json.dumps(found, indent=2) + "\n"


def _component(one: Library) -> dict[str, object]:
    name = one.name.lower().replace("_", "-")
    return {
        "type": "library",
        "bom-ref": f"{name}@{one.version}",
        "name": one.name,
        "version": one.version,
        "purl": f"pkg:pypi/{name}@{one.version}",
        "licenses": [_licence(one.licence)],
        "properties": [{"name": "wheel-sha256", "value": value} for value in one.sha256],
    }


def _plain(name: str, licence: str, where: str) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": f"part:{name.lower().replace(' ', '-')}",
        "name": name,
        "licenses": [_licence(licence)],
        "properties": [{"name": "found-in", "value": where}],
    }


def _licence(text: str) -> dict[str, object]:
    # Every licence here but the old classifiers is an SPDX expression.
    if " License" in text or text == "not stated":
        return {"license": {"name": text}}
    return {"expression": text}


def write_sums(root: Path) -> None:
    """Write the SHA-256 of every file below a folder, in the form that sha256sum -c reads."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(root).as_posix()}\n"
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != SUMS
    ]
    (root / SUMS).write_text("".join(lines), encoding="utf-8")
