"""Writes what the installer is to hold, in the language that wixl compiles.

Every identifier is made from what it stands for, so the same files give the same installer.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from uuid import UUID, uuid5
from xml.sax.saxutils import quoteattr

# Never change these two: Windows knows by them that one installer follows another.
UPGRADE_CODE = UUID("5f0c3a52-7c0e-4a8e-9d1b-2f4f1f3e6a90")
_FAMILY = UUID("b2a8b3de-6b3c-4f55-8d7b-41f0a1c4e7d2")
_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})\.(\d{1,5})")
# What the three numbers may be at most.
_LARGEST = (255, 255, 65535)
_SERVICES = r"SYSTEM\CurrentControlSet\Services\EventLog\Application\Anteroom"
_MESSAGES = r"[System64Folder]EventCreate.exe"
# For 64-bit Windows, permanent, never overwritten: wixl knows only the first of these.
KEEP_SETTINGS = "UPDATE `Component` SET `Attributes` = 400 WHERE `Component` = 'Settings'"
NEWER = "A newer Anteroom is installed. Uninstall it first; its records and settings stay."


class InstallerError(Exception):
    """The installer cannot be made; the message says why in one line."""


def product_version(version: str) -> str:
    """Return the version for Windows, which looks at three numbers only; raises InstallerError."""
    found = _VERSION.fullmatch(version.partition("+")[0])
    numbers = [int(part) for part in found.groups()] if found else []
    if not found or any(one > most for one, most in zip(numbers, _LARGEST, strict=True)):
        raise InstallerError(f"{version}: a Windows installer takes three numbers, such as 1.2.3")
    return ".".join(map(str, numbers))


def guid(what: str) -> str:
    """Return the fixed identifier of a thing."""
    return str(uuid5(_FAMILY, what)).upper()


def key(kind: str, path: PurePosixPath) -> str:
    """Return a name for a table of the installer: letters, digits and underscores, never twice."""
    return f"{kind}_{uuid5(_FAMILY, path.as_posix()).hex}"


def source(version: str, payload: Path, files: Sequence[PurePosixPath]) -> str:
    """Return the text that wixl compiles; files lie in the payload folder."""
    number = product_version(version)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">',
        f'<Product Id="{guid("product " + number)}" Name="Anteroom" Manufacturer="Anteroom"',
        f'Version="{number}" Language="1033" UpgradeCode="{str(UPGRADE_CODE).upper()}">',
        '<Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"',
        'Description="Patient-education and consent kiosk" />',
        *_upgrade(number),
        '<Media Id="1" Cabinet="anteroom.cab" EmbedCab="yes" />',
        '<Property Id="ARPNOMODIFY" Value="1" />',
        '<Directory Id="TARGETDIR" Name="SourceDir">',
        '<Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="Anteroom">',
        *_folders(payload, files, PurePosixPath()),
        *_registry(number),
        "</Directory></Directory>",
        '<Directory Id="CommonAppDataFolder"><Directory Id="DATADIR" Name="anteroom">',
        *_settings(payload),
        '<Directory Id="LOGDIR" Name="log">',
        f'<Component Id="LogFolder" Guid="{guid("log folder")}" Win64="yes">',
        "<CreateFolder /></Component>",
        "</Directory></Directory></Directory>",
        "</Directory>",
        '<Feature Id="Main" Level="1">',
        *(f'<ComponentRef Id="{key("c", one)}" />' for one in files),
        *(f'<ComponentRef Id="{one}" />' for one in ("Registry", "Settings", "LogFolder")),
        "</Feature>",
        "</Product></Wix>",
    ]
    return "\n".join(lines) + "\n"


def _upgrade(number: str) -> Iterator[str]:
    """An older one is replaced, and a newer one is not."""
    yield f'<Upgrade Id="{str(UPGRADE_CODE).upper()}">'
    yield (
        f'<UpgradeVersion Minimum="0.0.0" IncludeMinimum="yes" Maximum="{number}"'
        ' IncludeMaximum="no" Property="OLDER" />'
    )
    yield f'<UpgradeVersion Minimum="{number}" IncludeMinimum="no"'
    yield 'OnlyDetect="yes" Property="NEWER" />'
    yield "</Upgrade>"
    yield f"<Condition Message={quoteattr(NEWER)}>NOT NEWER OR REMOVE</Condition>"
    yield "<InstallExecuteSequence>"
    yield '<RemoveExistingProducts After="InstallInitialize" />'
    yield "</InstallExecuteSequence>"


def _folders(payload: Path, files: Sequence[PurePosixPath], here: PurePosixPath) -> Iterator[str]:
    """The files of a folder, then the folders in it."""
    for path in files:
        if path.parent == here:
            yield f'<Component Id="{key("c", path)}" Guid="{guid(path.as_posix())}" Win64="yes">'
            where = quoteattr(str(payload / path))
            name = quoteattr(path.name)
            yield f'<File Id="{key("f", path)}" Name={name} Source={where} KeyPath="yes" />'
            yield "</Component>"
    inner = {path.parents[-len(here.parts) - 2] for path in files if _is_below(path, here)}
    for folder in sorted(inner):
        yield f'<Directory Id="{key("d", folder)}" Name={quoteattr(folder.name)}>'
        below = [path for path in files if path.is_relative_to(folder)]
        yield from _folders(payload, below, folder)
        yield "</Directory>"


def _is_below(path: PurePosixPath, here: PurePosixPath) -> bool:
    return path.is_relative_to(here) and path.parent != here


def _registry(number: str) -> Iterator[str]:
    """What IT looks for to know the version, and who writes to the event log."""
    yield f'<Component Id="Registry" Guid="{guid("registry")}" Win64="yes">'
    yield '<RegistryKey Root="HKLM" Key="Software\\Anteroom">'
    yield f'<RegistryValue Name="Version" Type="string" Value="{number}" KeyPath="yes" />'
    yield '<RegistryValue Name="InstallDir" Type="string" Value="[INSTALLDIR]" />'
    yield "</RegistryKey>"
    yield f'<RegistryKey Root="HKLM" Key="{_SERVICES}">'
    yield f'<RegistryValue Name="EventMessageFile" Type="expandable" Value="{_MESSAGES}" />'
    yield '<RegistryValue Name="TypesSupported" Type="integer" Value="7" />'
    yield "</RegistryKey></Component>"


def _settings(payload: Path) -> Iterator[str]:
    """The annotated settings: put there once, never replaced, never taken away."""
    where = quoteattr(str(payload / "anteroom.toml"))
    yield f'<Component Id="Settings" Guid="{guid("settings")}" Win64="yes">'
    yield f'<File Id="SettingsFile" Name="anteroom.toml" Source={where} KeyPath="yes" />'
    yield "</Component>"
