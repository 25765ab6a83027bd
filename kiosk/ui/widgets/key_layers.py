"""What stands on the keys of a pad that types any passphrase: small, capital, signs."""

ERASE, SPACE, SHIFT, SIGNS = "erase", " ", "shift", "signs"
_CONTROLS = (SPACE, SHIFT, SIGNS, ERASE)
_DIGITS, _SMALL = "1234567890", "abcdefghijklmnopqrstuvwxyz"
# All signs of ASCII, and four more of European keyboards.
_SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~£€§°"
KEYS = (*_DIGITS, *_SMALL, *_CONTROLS)
_LAYERS: dict[str, tuple[str, ...]] = {
    "": KEYS,
    SHIFT: (*_DIGITS, *_SMALL.upper(), *_CONTROLS),
    SIGNS: (*_SIGNS, *_CONTROLS),
}


class Layers:
    """Which layer is in front; a second press of its key goes back to the small letters."""

    def __init__(self) -> None:
        self._front = ""

    def turn(self, key: str) -> None:
        """Press the key of a layer."""
        self._front = "" if self._front == key else key

    def letter(self, key: str) -> str:
        """Return what a key, by its small letter, stands for now."""
        return _LAYERS[self._front][KEYS.index(key)]
