"""The tree keeps every rule, and every rule sees the violation planted for it."""

from collections.abc import Callable, Iterator

import pytest

from tests.house import layer_rules, style_rules
from tests.house.source import Source, parse, sources

Rule = Callable[[Source], Iterator[str]]

LONG_FUNCTION = "def far():\n" + "    print()\n" * style_rules.FUNCTION_LINES
LONG_FILE = "import os\n" * (style_rules.FILE_LINES + 1)
LONG_PAGE = "class Page:\n" + "    a = 1\n" * style_rules.PAGE_LINES
PLANTED: list[tuple[Rule, str, str]] = [
    (layer_rules.layers, "kiosk/domain/a.py", "from kiosk.records import store"),
    (layer_rules.layers, "kiosk/records/a.py", "from kiosk import content"),
    (layer_rules.layers, "kiosk/i18n/a.py", "import kiosk.platform.paths"),
    (layer_rules.layers, "kiosk/staff/a.py", "def f():\n    from kiosk.ui import shell"),
    (layer_rules.layers, "kiosk/ui/a.py", "from kiosk.records.store import Store"),
    (layer_rules.layers, "kiosk/ui/a.py", "from kiosk.app import start"),
    (layer_rules.layers, "kiosk/cli.py", "from kiosk.ui.shell import Shell"),
    (layer_rules.layers, "kiosk/app.py", "from kiosk.commands.run import run"),
    (layer_rules.layers, "kiosk/commands/options.py", "from kiosk.staff import pin"),
    (layer_rules.layers, "kiosk/nowhere/a.py", ""),
    (layer_rules.qt_only_in_ui, "kiosk/staff/a.py", "from PySide6.QtCore import QTimer"),
    (layer_rules.qt_only_in_ui, "kiosk/cli.py", "def f():\n    import PySide6"),
    (layer_rules.no_relative_imports, "kiosk/ui/a.py", "from . import theme"),
    (layer_rules.no_relative_imports, "tests/a.py", "from .b import c"),
    (layer_rules.telling_names, "kiosk/domain/utils.py", ""),
    (layer_rules.telling_names, "kiosk/helpers/pin.py", ""),
    (style_rules.short_functions, "kiosk/a.py", LONG_FUNCTION),
    (style_rules.short_files, "kiosk/a.py", LONG_FILE),
    (style_rules.short_pages, "kiosk/ui/pages/a.py", LONG_PAGE),
    (style_rules.no_lambda_in_connect, "kiosk/a.py", "b.clicked.connect(lambda: go(1))"),
    (style_rules.no_lambda_in_connect, "kiosk/a.py", "b.connect(partial(lambda x: x, 1))"),
    (style_rules.style_from_theme, "kiosk/ui/a.py", "self.setStyleSheet('')"),
    (style_rules.no_hidden_application, "kiosk/ui/a.py", "QApplication.instance()"),
    (style_rules.no_hidden_application, "kiosk/ui/a.py", "QtWidgets.QApplication.instance()"),
    (style_rules.no_hidden_application, "kiosk/ui/a.py", "app.processEvents()"),
    (style_rules.no_hidden_application, "kiosk/ui/a.py", "dialog.exec()"),
    (style_rules.no_hidden_application, "kiosk/ui/a.py", "qApp.quit()"),
    (style_rules.no_waiting_in_tests, "tests/a.py", "time.sleep(1)"),
    (style_rules.no_waiting_in_tests, "tests/a.py", "from time import sleep\nsleep(1)"),
    (style_rules.no_waiting_in_tests, "tests/a.py", "qtbot.wait(10)"),
    (style_rules.no_waiting_in_tests, "tests/a.py", "QTest.qWait(10)"),
    (style_rules.narrow_excepts, "kiosk/a.py", "try:\n    a()\nexcept Exception:\n    b()"),
    (style_rules.narrow_excepts, "kiosk/a.py", "try:\n    a()\nexcept:\n    b()"),
    (
        style_rules.narrow_excepts,
        "packaging/a.py",
        "try:\n    a()\nexcept (Exception, A):\n    b()",
    ),
    (style_rules.reasons_for_ignores, "a.py", "a = 1  # no" + "qa: S101"),
    (style_rules.reasons_for_ignores, "a.py", "a = 1  # type" + ": ignore[misc]"),
    (style_rules.reasons_for_ignores, "a.py", "a = 1  # no" + "qa"),
]
CLEAN: list[tuple[Rule, str, str]] = [
    (layer_rules.layers, "kiosk/staff/a.py", "from kiosk.records import store"),
    (layer_rules.layers, "kiosk/ui/a.py", "from kiosk.ui.theme import tokens"),
    (layer_rules.layers, "kiosk/app.py", "from kiosk.commands.options import RunOptions"),
    (layer_rules.qt_only_in_ui, "kiosk/app.py", "from PySide6.QtCore import QTimer"),
    (style_rules.style_from_theme, "kiosk/ui/theme/a.py", "app.setStyleSheet('')"),
    (style_rules.no_hidden_application, "kiosk/app.py", "application.exec()"),
    (style_rules.no_waiting_in_tests, "tests/a.py", "child.wait(timeout=5)"),
    (
        style_rules.narrow_excepts,
        "a.py",
        "try:\n    a()\nexcept BaseException:\n    b()\n    raise",
    ),
    (style_rules.reasons_for_ignores, "a.py", "a = 1  # no" + "qa: S101  # checked above"),
]
RULES: list[Rule] = list(dict.fromkeys(rule for rule, _, _ in PLANTED))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    offences = [offence for source in sources() for offence in rule(source)]
    assert not offences, "\n".join([rule.__doc__ or "", *offences])


@pytest.mark.parametrize(("rule", "path", "text"), PLANTED)
def test_the_rule_sees_a_planted_violation(rule: Rule, path: str, text: str) -> None:
    assert list(rule(parse(path, text)))


@pytest.mark.parametrize(("rule", "path", "text"), CLEAN)
def test_the_rule_lets_good_code_pass(rule: Rule, path: str, text: str) -> None:
    assert not list(rule(parse(path, text)))


def test_the_rules_look_at_the_code_that_ships() -> None:
    assert {"kiosk/__init__.py", "packaging/dev.py"} <= {source.path for source in sources()}
