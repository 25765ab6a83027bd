"""Whether the board of all kiosks can be reached; a folder that hangs holds no check up."""

import secrets
import threading
from contextlib import suppress
from pathlib import Path

from kiosk.platform.shared_folder import read_files, replace_file
from kiosk.staff.readiness import Check

_PATIENCE = 5.0
_TODO = (
    "Mount the share, let the kiosk's account write into it, or change help.board_folder. Visits "
    "go on meanwhile; calls for help do not reach the desk."
)


def board(folder: Path | None, patience: float = _PATIENCE) -> tuple[Check, ...]:
    """Return how the board is, nothing where the clinic has none; tries by writing a file."""
    if folder is None:
        return ()
    outcome: list[str] = []
    # A thread that nobody waits for long: what hangs in the system cannot be ended.
    tried = threading.Thread(target=_try, args=(folder, outcome), daemon=True)
    tried.start()
    tried.join(patience)
    fault = outcome[0] if outcome else f"no answer within {patience:g} seconds"
    what = f"{folder} cannot be used ({fault})" if fault else f"{folder} takes files"
    return (Check("board", not fault, what, _TODO),)


def _try(folder: Path, outcome: list[str]) -> None:
    probe = f"probe-{secrets.token_hex(4)}"
    try:
        replace_file(folder, probe, b"")
        read_files(folder, "probe-", probe, 1)
        (folder / probe).unlink()
    except OSError as error:
        outcome.append(error.strerror or type(error).__name__)
        with suppress(OSError):
            (folder / probe).unlink(missing_ok=True)
    else:
        outcome.append("")
