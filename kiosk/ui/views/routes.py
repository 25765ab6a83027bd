"""How the medicine is given, in words."""

from kiosk.ui.views.context import Showing


def route_name(showing: Showing, route: str) -> str:
    """Return the plain name of a way of giving: the pack's own, else ours, else what it is."""
    named = showing.pack.info.route_names.get(route, {})
    if showing.lesson.language in named:
        return named[showing.lesson.language]
    names = {
        "iv": showing.t("By vein, as a drip"),
        "im": showing.t("By muscle, as a shot"),
        "spray": showing.t("By nose, as a spray"),
        "": showing.t("Not decided yet"),
    }
    return names.get(route, route)
