"""What the screen says when the kiosk cannot start: words for patients, the reason for staff."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.i18n.catalogue import words_for
from kiosk.i18n.locales import LOCALES

# Pixels: without settings the size of the glass is not known.
_PATIENTS_PX, _STAFF_PX, _EDGE_PX = 32, 20, 48


class Stopped(QWidget):
    """One page: what patients do, in every language, and below it small the reason for staff."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.setObjectName("stopped")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE_PX, _EDGE_PX, _EDGE_PX, _EDGE_PX)
        layout.addStretch(2)
        for locale in LOCALES:
            words = words_for(locale.tag)
            said = words.t("Please ask our staff. They can help you in another way.")
            layout.addWidget(_label(said, _PATIENTS_PX))
        layout.addStretch(1)
        layout.addWidget(_label(reason, _STAFF_PX))
        layout.addStretch(1)


def _label(text: str, size: int) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    font = QFont()
    font.setPixelSize(size)
    label.setFont(font)
    return label
