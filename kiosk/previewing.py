"""Opens the preview of a pack; loaded by nothing but the preview."""

import signal
import sys

from PySide6.QtWidgets import QApplication

from kiosk.app import application, until_quit
from kiosk.commands.options import PreviewOptions
from kiosk.domain.session import Settings
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.ui.fault_hook import FaultHook
from kiosk.ui.preview.devices import SCREENS
from kiosk.ui.preview.panel import WIDTH
from kiosk.ui.preview.preview import PreviewWindow, Wish
from kiosk.ui.preview.stand import Ground
from kiosk.ui.theme.fonts import load_fonts


def window_for(options: PreviewOptions) -> PreviewWindow:
    """Return the preview of a pack, not yet shown; the application object must exist."""
    load_fonts(paths.assets_dir())
    config = options.config
    ground = Ground(
        folder=options.content.resolve(),
        assets=paths.assets_dir(),
        clinic=config.clinic.name,
        help_text=config.clinic.help_text,
        region=config.region,
        speak=words_for,
    )
    settings = Settings(size=options.size, theme=options.theme)
    return PreviewWindow(ground, Wish(options.device, settings, options.language, options.page))


def main(options: PreviewOptions) -> int:
    """Show a pack until the window is closed; returns the exit code."""
    app = application()
    window = window_for(options)
    window.resize(*_window_size(app, options))
    sys.excepthook = FaultHook(window)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    return until_quit(app)


def _window_size(app: QApplication, options: PreviewOptions) -> tuple[int, int]:
    device = SCREENS[options.device]
    if options.windowed is not None:
        return options.windowed[0] + WIDTH, options.windowed[1]
    screen = app.primaryScreen().availableSize()
    width, height = device.fitted(screen.width() - WIDTH, screen.height())
    return width + WIDTH, height
