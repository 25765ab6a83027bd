"""What stands where the store, the PIN and the codes are: a preview keeps nothing of a visit."""

from kiosk.domain.acknowledgement import Acknowledgement, Saved, receipt_number
from kiosk.domain.copy import CopyPaper
from kiosk.domain.desk import Condition, RecordRow
from kiosk.domain.errors import AnteroomError
from kiosk.domain.kept import KeptVisit
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.staffing.badges import Badges
from kiosk.domain.staffing.finding import RecordLook, Wanted
from kiosk.domain.staffing.roles import Act, Role
from kiosk.domain.staffing.sealed_finding import Index, SealedWanted
from kiosk.domain.staffing.trials import Tried
from kiosk.domain.visit_code import VisitCode
from kiosk.ui.ports import Judged


class OnlyPreviewError(AnteroomError):
    """Something that a preview cannot do."""


class NoStore:
    """Says that a record was saved, so that the last page can be seen; writes nothing.

    The preview says beside that page that nothing was.
    """

    def save(self, acknowledgement: Acknowledgement) -> Saved:
        """Keep nothing."""
        session = acknowledgement.session
        return Saved(session, receipt_number(session))

    def note(self, event: str) -> None:
        """Keep nothing."""
        del event

    def keep(self, kept: KeptVisit, by: str) -> Saved:
        """Keep nothing."""
        del by
        return Saved(kept.session, receipt_number(kept.session))

    def act(self, act: Act, role: Role | None) -> None:
        """Keep nothing."""
        del act, role

    def recent(self) -> tuple[RecordRow, ...]:
        """There are no records."""
        return ()

    def find(self, wanted: Wanted) -> tuple[RecordRow, ...]:
        """There are no records."""
        del wanted
        return ()

    def look(self, number: int) -> RecordLook | None:
        """There is no record."""
        del number
        return None

    def paper(self, number: int) -> CopyPaper:
        """Refuse; raises OnlyPreviewError."""
        del number
        raise OnlyPreviewError("a preview keeps no copies")

    def check_code(self) -> str:
        """There is nothing to anchor."""
        return ""

    def paper_under(self, number: int, passphrase: str) -> CopyPaper | None:
        """Refuse; raises OnlyPreviewError."""
        del number, passphrase
        raise OnlyPreviewError("a preview keeps no copies")

    def open_index(self, passphrase: str) -> Index:
        """There is nothing to open."""
        del passphrase
        return Index()

    def index_more(self) -> Index:
        """There is nothing to look into."""
        return Index()

    def find_sealed(self, wanted: SealedWanted) -> tuple[RecordRow, ...]:
        """There are no records."""
        del wanted
        return ()

    def key_is_there(self) -> bool:
        """There is no key."""
        return False

    def forget_index(self) -> None:
        """Nothing is held."""

    def badges(self, today: str) -> Badges:
        """Nothing waits for anybody."""
        del today
        return Badges()

    def recount(self, today: str) -> Badges:
        """Nothing waits for anybody."""
        del today
        return Badges()

    def copy_now(self, today: str) -> tuple[int, str]:
        """Copy nothing."""
        del today
        return 0, ""

    def put_aside(self) -> tuple[tuple[str, str], ...]:
        """There are no stores."""
        return ()

    def conditions(self) -> tuple[Condition, ...]:
        """There is nothing to be ready for."""
        return ()

    def tried(self, tried: Tried) -> None:
        """Nothing of it is kept."""
        del tried

    def closed(self) -> str | None:
        """Visits may start."""
        return None

    def walk(self) -> None:
        """There is nothing to verify."""

    def stop_walk(self) -> None:
        """Nothing is being verified."""


class NoPins:
    """There is no PIN."""

    def is_set(self) -> bool:
        """Say that none is set."""
        return False

    def judge(self, pin: str) -> Judged:
        """Let nobody in."""
        del pin
        return Judged("unset")


class NoCodes:
    """Nobody gives out codes."""

    def issue(self, visit: Arrangement) -> VisitCode:
        """Refuse; raises OnlyPreviewError."""
        del visit
        raise OnlyPreviewError("a preview gives out no codes")

    def redeem(self, code: str) -> VisitCode | None:
        """Know no code."""
        del code
        return None
