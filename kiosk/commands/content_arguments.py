"""The arguments of the commands that approve, compare and install content."""

from argparse import ArgumentParser
from pathlib import Path

from kiosk.commands.record_arguments import Add


def add_content_commands(add: Add) -> None:
    """Add approve, diff, install, rollback and list to the group of content commands."""
    for one in (_approve(add), _install(add), _rollback(add), _list(add)):
        one.add_argument("--config", type=Path, metavar="FILE", help="settings file")
        one.add_argument("--data", type=Path, metavar="DIR", help="folder of records and content")
        one.add_argument("--json", action="store_true", help="print JSON for a monitor")
    _diff(add).add_argument("--json", action="store_true", help="print JSON for a monitor")


def _approve(add: Add) -> ArgumentParser:
    approve = add(
        "approve",
        "content_approve",
        "sign the exact bytes of a pack, after showing what is signed",
        "anteroom content approve content/ketamine --name Lee --role nurse --key lee.key",
    )
    approve.add_argument("folder", type=Path, metavar="DIR", help="the pack")
    approve.add_argument("--name", required=True, metavar="NAME", help="who approves")
    approve.add_argument("--role", required=True, metavar="ROLE", help="what they are")
    approve.add_argument(
        "--key",
        type=Path,
        required=True,
        metavar="FILE",
        help="their secret key, of `anteroom keys approver` or `minisign -G`",
    )
    approve.add_argument(
        "--since",
        type=Path,
        metavar="OLD",
        help="the pack approved before, to show what changed (default: the installed one)",
    )
    return approve


def _diff(add: Add) -> ArgumentParser:
    diff = add(
        "diff",
        "content_diff",
        "say what changed between two packs, by page and claim",
        "anteroom content diff old.zip content/ketamine",
    )
    diff.add_argument("old", type=Path, metavar="OLD", help="the earlier pack, a folder or a .zip")
    diff.add_argument("new", type=Path, metavar="NEW", help="the later pack, a folder or a .zip")
    return diff


def _install(add: Add) -> ArgumentParser:
    install = add(
        "install",
        "content_install",
        "put a signed pack into use, from the kiosk's next start on",
        "anteroom content install new-pack.zip",
    )
    install.add_argument("pack", type=Path, metavar="PACK", help="the pack, a folder or a .zip")
    install.add_argument(
        "--allow-older",
        action="store_true",
        help="also a version older than the one in use; a record says who and why",
    )
    install.add_argument("--staff", metavar="ID", help="with --allow-older: who asks for it")
    install.add_argument("--reason", metavar="TEXT", help="with --allow-older: why")
    return install


def _rollback(add: Add) -> ArgumentParser:
    rollback = add(
        "rollback",
        "content_rollback",
        "put the pack that was in use before into use again; a record says so",
        "anteroom content rollback --staff N17",
    )
    rollback.add_argument("--staff", default="not named", metavar="ID", help="who asks for it")
    rollback.add_argument("--reason", default="no reason given", metavar="TEXT", help="why")
    return rollback


def _list(add: Add) -> ArgumentParser:
    listing = add(
        "list",
        "content_list",
        "list the packs that were installed, which is in use, and where each is kept",
        "anteroom content list",
    )
    listing.add_argument(
        "--sha256", metavar="DIGITS", help="only the pack that a record names, whole and unaltered"
    )
    return listing
