"""How the content in use differs from what people read before."""

from kiosk.content.blocks import Pack
from kiosk.content.compare import new_pages, page_changes
from kiosk.content.edition import Edition
from kiosk.records.needs_look import PackNow, Since


def pack_now(pack: Pack) -> PackNow:
    """Return what a visit is compared with."""
    info = pack.info
    return PackNow(info.id, info.version, info.digest, frozenset(pack.lessons))


def changed_since(then: Edition, now: Edition) -> tuple[str, Since]:
    """Return the digest of an earlier edition, and how the one in use differs from it."""
    return then.pack.info.digest, Since(page_changes(then, now), new_pages(then, now))
