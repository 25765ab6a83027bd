"""Choosing files and folders, in windows that hold nothing up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from kiosk.i18n.catalogue import Words

Chosen = Callable[[str], None]


def choose_folder(parent: QWidget, words: Words, place: Path | None, chosen: Chosen) -> None:
    """Ask for a folder of records."""
    chooser = _chooser(parent, words.t("Open a folder of records"), place, chosen)
    chooser.setFileMode(QFileDialog.FileMode.Directory)
    chooser.show()


def choose_store(parent: QWidget, words: Words, place: Path | None, chosen: Chosen) -> None:
    """Ask for a backup."""
    chooser = _chooser(parent, words.t("Open a backup"), place, chosen)
    stores, every = words.t("Record stores"), words.t("All files")
    chooser.setNameFilters([f"{stores} (*.db)", f"{every} (*)"])
    chooser.show()


def choose_key(parent: QWidget, words: Words, place: Path | None, chosen: Chosen) -> None:
    """Ask for a private key."""
    chooser = _chooser(parent, words.t("The clinic’s private key"), place, chosen)
    keys, every = words.t("Keys"), words.t("All files")
    chooser.setNameFilters([f"{keys} (*.key)", f"{every} (*)"])
    chooser.show()


def choose_csv(parent: QWidget, words: Words, place: Path | None, chosen: Chosen) -> None:
    """Ask where a table is to be written."""
    chooser = _chooser(parent, words.t("Save as CSV"), place, chosen)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setDefaultSuffix("csv")
    chooser.show()


def choose_pdf(parent: QWidget, words: Words, name: str, chosen: Chosen) -> None:
    """Ask where a paper is to be written."""
    chooser = _chooser(parent, words.t("Save as PDF"), Path.home() / name, chosen)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setNameFilter("PDF (*.pdf)")
    chooser.setDefaultSuffix("pdf")
    chooser.show()


def _chooser(parent: QWidget, title: str, place: Path | None, chosen: Chosen) -> QFileDialog:
    chooser = QFileDialog(parent, title, str(place or Path.home()))
    chooser.setModal(False)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.setLayoutDirection(parent.layoutDirection())
    chooser.fileSelected.connect(chosen)
    return chooser
