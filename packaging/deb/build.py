"""Build the packages anteroom and anteroom-session from a clean checkout, with one command.

    python3 packaging/deb/build.py

The packages, the bill of materials and SHA256SUMS land in dist/. The same commit gives the same
bytes. Needs debhelper and dpkg-dev, and for --lint lintian; see docs/it.md.
"""

import argparse
import os
import shutil
import subprocess
import sys
from email.utils import formatdate
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import stage  # noqa: E402  # found only now
import stage_papers as papers  # noqa: E402  # found only now
from setup_steps import ROOT, SetupError, say  # noqa: E402  # found only now

WORK = ROOT / "build" / "deb"
MAINTAINER = "The Anteroom authors <anteroom@packages.invalid>"
_TOOLS = {"dh": "debhelper", "dpkg-buildpackage": "dpkg-dev", "dpkg-shlibdeps": "dpkg-dev"}
# Of the environment a build sees these alone, so that nothing of this machine gets in.
_PASSED = ("PATH", "HOME", "LANG")


def require_tools() -> None:
    """Raise SetupError with the one line that installs what is missing."""
    absent = sorted({package for tool, package in _TOOLS.items() if not shutil.which(tool)})
    if absent:
        line = f"apt-get install -y --no-install-recommends {' '.join(absent)}"
        raise SetupError(f"Packages are built on Debian or Ubuntu with these:\n{line}")


def lay_out(tree: Path, version: str, epoch: int) -> None:
    """Make the source tree that debhelper works in: the staged program and our own files."""
    shutil.copytree(HERE / "debian", tree / "debian")
    shutil.copytree(HERE / "session", tree / "session")
    unit = "anteroom-session.service"
    (tree / "session" / unit).rename(tree / "debian" / unit)
    staged = tree / "stage"
    stage.stage(staged, stage.WHEELS, byte_code=False)
    for name in ("assets", "content"):
        (staged / "share").mkdir(exist_ok=True)
        (staged / "app" / name).rename(staged / "share" / name)
    for source, target in (
        (HERE / "launcher", "bin/anteroom"),
        (HERE / "tmpfiles.conf", "tmpfiles/anteroom.conf"),
        (HERE / "rtupdate", "rtupdate/anteroom.rtupdate"),
        (HERE / "anteroom.1", "man/anteroom.1"),
    ):
        (staged / target).parent.mkdir(exist_ok=True)
        shutil.copy(source, staged / target)
    (staged / "etc").mkdir()
    (staged / "anteroom.toml").rename(staged / "etc" / "anteroom.toml")
    _papers(staged)
    stage.settle(staged, epoch)
    for name in ("bin/anteroom", "rtupdate/anteroom.rtupdate"):
        (staged / name).chmod(0o755)
    (tree / "debian" / "changelog").write_text(_changelog(version, epoch), encoding="utf-8")


def _papers(staged: Path) -> None:
    doc = staged / "doc"
    doc.mkdir()
    for path in sorted((staged / "docs").glob("*.md")):
        path.rename(doc / path.name)
    for name in ("THIRD-PARTY.txt", "sbom.cdx.json", "licences"):
        (staged / name).rename(doc / name)
    # Debian keeps the texts of these two itself, and its copyright file is our LICENSE.
    shutil.rmtree(staged / "docs")
    (doc / "licences" / "LICENSE").unlink()


def _changelog(version: str, epoch: int) -> str:
    date = formatdate(epoch, localtime=False)
    return (
        f"anteroom ({version}) stable; urgency=medium\n\n"
        "  * See CHANGELOG.md of this release.\n\n"
        f" -- {MAINTAINER}  {date}\n"
    )


def build(version: str, out: Path, *, quick: bool = False) -> list[Path]:
    """Build both packages into a folder; return what was made. Raises SetupError."""
    require_tools()
    # Folders get the same rights, whoever builds.
    os.umask(0o022)
    epoch = stage.source_date()
    tree = WORK / f"anteroom-{version}"
    shutil.rmtree(WORK, ignore_errors=True)
    tree.mkdir(parents=True)
    lay_out(tree, version, epoch)
    environment = {name: os.environ[name] for name in _PASSED if name in os.environ}
    environment |= {"SOURCE_DATE_EPOCH": str(epoch), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    environment["ANTEROOM_PACKING"] = "-Zgzip -z1" if quick else "-Zxz"
    say("Packing; this takes a minute.")
    log = WORK / "build.log"
    with log.open("wb") as file:
        code = subprocess.call(
            ["dpkg-buildpackage", "-b", "-us", "-uc", "-d"],
            cwd=tree,
            env=environment,
            stdout=file,
            stderr=file,
        )
    if code:
        last = "\n".join(log.read_text("utf-8", "replace").splitlines()[-15:])
        raise SetupError(f"dpkg-buildpackage failed; {log} has all of it:\n{last}")
    return _collect(tree, out)


def _collect(tree: Path, out: Path) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for pattern in ("*.deb", "*.changes", "*.buildinfo"):
        for path in sorted(WORK.glob(pattern)):
            made.append(out / path.name)
            shutil.copyfile(path, made[-1])
    shutil.copyfile(tree / "stage/doc/sbom.cdx.json", out / "sbom.cdx.json")
    papers.write_sums(out)
    return made


def main() -> int:
    """Return 0 when the packages are made (and clean, with --lint), else 2."""
    parser = argparse.ArgumentParser(description="Build the Debian packages.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR")
    parser.add_argument("--revision", default="1", metavar="N", help="of the package (1)")
    parser.add_argument("--quick", action="store_true", help="pack fast and large, for trying")
    parser.add_argument("--lint", action="store_true", help="run lintian on what was made")
    args = parser.parse_args()
    try:
        made = build(f"{stage.version()}+{args.revision}", args.out, quick=args.quick)
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    for path in made:
        say(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    if args.lint:
        changes = next(path for path in made if path.suffix == ".changes")
        lintian = ["lintian", "--allow-root", "--fail-on", "error,warning"]
        return subprocess.call([*lintian, str(changes)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
