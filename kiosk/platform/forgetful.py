"""Memory that forgets: what is freed is overwritten, and nothing is left in a core file.

Python and glibc do the overwriting, when they are told to before the program starts; so the kiosk
starts itself once more, in the same process. glibc must not keep small pieces in its quick store,
which it does not overwrite. Nor does it overwrite the last eight bytes of a piece, and there lie
the letters of a short Python string, such as a visit code: Python has to do its own.
"""

import os
import sys
from collections.abc import Mapping

# Any byte but 0 and 255: freed memory is filled with it.
TUNABLES = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"
ALLOCATOR = "pymalloc_debug"
_TUNABLES, _PYTHON = "GLIBC_TUNABLES", "PYTHONMALLOC"
_KEPT = "ANTEROOM_KEPT_TUNABLES"


def settings_wanted(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what has to be added to an environment; nothing when all is set already."""
    own = environ.get(_TUNABLES, "")
    if TUNABLES in own and environ.get(_PYTHON) == ALLOCATOR:
        return {}
    tunables = own if TUNABLES in own else ":".join(filter(None, (own, TUNABLES)))
    return {_TUNABLES: tunables, _PYTHON: ALLOCATOR, _KEPT: own}


def start_forgetful() -> None:
    """Start this program once more with these settings; return when it runs with them.

    Programs that the kiosk starts, such as the printer's, get the environment as it was. Where a
    session sets all this itself, nothing is started twice. Needs glibc; elsewhere only the core
    file is prevented.
    """
    leave_no_core()
    if sys.platform != "linux":
        return
    wanted = settings_wanted(os.environ)
    kept = os.environ.pop(_KEPT, None)
    if wanted and kept is None:
        environ = {**os.environ, **wanted}
        os.execve(sys.executable, sys.orig_argv, environ)  # noqa: S606  # the program itself
    if kept is not None:
        os.environ.pop(_PYTHON, None)
        os.environ.pop(_TUNABLES, None)
        if kept:
            os.environ[_TUNABLES] = kept


def leave_no_core() -> None:
    """Let no core file hold the memory of a visit."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    # One byte: too small for any core file. Linux runs a program that collects cores even at
    # zero, but not at one.
    least = 0 if most == 0 else 1
    resource.setrlimit(resource.RLIMIT_CORE, (least, least))
