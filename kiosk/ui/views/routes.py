"""How the medicine is given, in words."""

from kiosk.ui.views.context import Showing


def route_name(showing: Showing, route: str) -> str:
    """Return the plain name of a way of giving; one that only the pack knows keeps its own."""
    names = {
        "iv": showing.t("By vein, as a drip"),
        "im": showing.t("By muscle, as a shot"),
        "spray": showing.t("By nose, as a spray"),
        "": showing.t("Not decided yet"),
    }
    return names.get(route, route)
