"""The QR code of a copy as rectangles, which a printer draws sharp at any size."""

from PySide6.QtCore import QPointF, QRectF


def qr_squares(text: str, at: QPointF, side: float) -> list[QRectF]:
    """Return the dark squares of a QR code, those side by side in one.

    Four light squares around them are within `side`.
    """
    # Here, because the first page of the kiosk does not wait for it.
    import segno

    # A fixed mask: trying all eight takes longer than the rest of the page.
    # Level M: a fold or a smudge over a seventh of the squares can still be read.
    code = segno.make_qr(text, error="m", boost_error=False, mask=0)
    quiet = code.default_border_size
    cell = side / (len(code.matrix) + 2 * quiet)
    squares = []
    for y, row in enumerate(code.matrix, quiet):
        start = None
        for x, dark in enumerate((*row, 0), quiet):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                left, top = at.x() + start * cell, at.y() + y * cell
                squares.append(QRectF(left, top, (x - start) * cell, cell))
                start = None
    return squares
