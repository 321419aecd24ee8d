"""Shapes of the sample schemes: ground, trees, benches, lamps; apart from what they are put together to."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1280, 960
_SCALE = 2
"""Drawn twice as large and made smaller, for Pillow's edges are hard."""

Colour = tuple[int, int, int]
Point = tuple[float, float]

PAPER: Colour = (247, 244, 236)
INK: Colour = (74, 78, 92)
GRASS: Colour = (196, 219, 170)
DARK_GRASS: Colour = (160, 194, 134)
PATH: Colour = (229, 219, 201)
STONE: Colour = (203, 196, 186)
ROAD: Colour = (150, 154, 164)
LINE: Colour = (250, 250, 246)
WATER: Colour = (151, 199, 221)
WOOD: Colour = (189, 140, 95)
ROOF: Colour = (205, 112, 92)
RUBBER: Colour = (226, 164, 122)
FIELD: Colour = (126, 178, 132)
WALL: Colour = (226, 214, 190)
GLOW: Colour = (255, 226, 140)
BLUE: Colour = (88, 139, 181)
YELLOW: Colour = (238, 190, 82)
RED: Colour = (214, 92, 84)
VIOLET: Colour = (163, 134, 189)


def shade(colour: Colour, by: float) -> Colour:
    """Return the colour lighter (``by`` over 1) or darker."""
    red, green, blue = (max(0, min(255, round(part * by))) for part in colour)
    return red, green, blue


@dataclass(slots=True)
class Sheet:
    """A sheet of paper to draw on, in the coordinates of the finished picture."""

    random: Random
    image: Image.Image
    pen: ImageDraw.ImageDraw

    @classmethod
    def blank(cls, seed: str, ground: Colour) -> "Sheet":
        """Return a sheet covered with ``ground``; equal seeds give equal pictures."""
        image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), ground)
        return cls(Random(seed), image, ImageDraw.Draw(image))  # noqa: S311 - the same each time

    def finished(self) -> Image.Image:
        """Return the picture in its final size."""
        return self.image.reduce(_SCALE)

    def area(self, points: list[Point], colour: Colour, outline: Colour | None = None) -> None:
        """Fill a polygon."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self.pen.polygon(scaled, fill=colour, outline=outline, width=3 * _SCALE if outline else 1)

    def box(self, x: float, y: float, wide: float, high: float, colour: Colour, round_by: float = 0) -> None:
        """Fill a rectangle, with rounded corners where ``round_by`` is given."""
        corners = (x * _SCALE, y * _SCALE, (x + wide) * _SCALE, (y + high) * _SCALE)
        self.pen.rounded_rectangle(corners, radius=round_by * _SCALE, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour, flat: float = 1) -> None:
        """Fill a circle, or an ellipse ``flat`` times as high as wide."""
        high = radius * flat
        corners = tuple(part * _SCALE for part in (x - radius, y - high, x + radius, y + high))
        self.pen.ellipse(corners, fill=colour)

    def stroke(self, points: list[Point], colour: Colour, width: float) -> None:
        """Draw a line through the points."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * _SCALE), joint="curve")

    def ring(self, x: float, y: float, radius: float, colour: Colour, width: float) -> None:
        """Draw a circle's edge."""
        corners = tuple(part * _SCALE for part in (x - radius, y - radius, x + radius, y + radius))
        self.pen.ellipse(corners, outline=colour, width=round(width * _SCALE))


def tree(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Draw a leafy tree standing at a point."""
    sheet.disc(x, y, size * 0.5, shade(GRASS, 0.88), flat=0.3)
    sheet.box(x - size * 0.06, y - size * 0.7, size * 0.12, size * 0.7, WOOD)
    green = shade(DARK_GRASS, sheet.random.uniform(0.78, 0.98))
    for turn in range(5):
        angle = turn * 2 * pi / 5
        sheet.disc(
            x + cos(angle) * size * 0.24, y - size * 0.95 + sin(angle) * size * 0.2, size * 0.28, green
        )
    sheet.disc(x - size * 0.08, y - size * 1.02, size * 0.24, shade(green, 1.1))


def fir(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Draw a fir standing at a point."""
    sheet.disc(x, y, size * 0.36, shade(GRASS, 0.88), flat=0.3)
    sheet.box(x - size * 0.05, y - size * 0.2, size * 0.1, size * 0.2, WOOD)
    for tier, wide in enumerate((0.42, 0.34, 0.24)):
        base = y - size * (0.16 + tier * 0.34)
        green = shade((104, 148, 116), 0.92 + tier * 0.09)
        sheet.area([(x - size * wide, base), (x + size * wide, base), (x, base - size * 0.56)], green)


def bush(sheet: Sheet, x: float, y: float, size: float, colour: Colour = DARK_GRASS) -> None:
    """Draw a bush, in flower where the colour is not green."""
    for place in (-0.5, 0.5, 0.0):
        sheet.disc(x + place * size, y - size * (0.3 if place else 0.55), size * 0.5, shade(DARK_GRASS, 0.95))
    if colour != DARK_GRASS:
        for _ in range(12):
            offset_x, offset_y = sheet.random.uniform(-0.8, 0.8), sheet.random.uniform(-0.9, 0.0)
            sheet.disc(x + offset_x * size, y + offset_y * size, size * 0.09, colour)


def lamp(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Draw a lit street lamp standing at a point."""
    sheet.disc(x, y, size * 0.24, shade(PATH, 0.93), flat=0.3)
    sheet.box(x - size * 0.025, y - size, size * 0.05, size, INK)
    sheet.disc(x, y - size * 1.04, size * 0.17, GLOW)
    sheet.disc(x, y - size * 1.04, size * 0.09, LINE)


def bench(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Draw a bench with a back, its left leg at a point."""
    sheet.box(x, y - size * 0.3, size * 0.06, size * 0.3, INK)
    sheet.box(x + size * 0.94, y - size * 0.3, size * 0.06, size * 0.3, INK)
    for lift in (0.34, 0.5, 0.62):
        sheet.box(x - size * 0.04, y - size * lift, size * 1.08, size * 0.08, WOOD, round_by=4)


def bin_for_litter(sheet: Sheet, x: float, y: float, size: float, colour: Colour = BLUE) -> None:
    """Draw a litter bin with its lid."""
    sheet.box(x, y - size, size * 0.7, size, colour, round_by=6)
    sheet.box(x - size * 0.06, y - size * 1.1, size * 0.82, size * 0.16, shade(colour, 0.8), round_by=4)


def house(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    """Draw a block of flats, its lower left corner at a point."""
    tone = sheet.random.uniform(0.95, 1.03)
    sheet.box(x, y - high, wide, high, shade(WALL, tone))
    sheet.box(x - 8, y - high - 14, wide + 16, 18, ROOF)
    rows, columns = max(2, round(high / 62)), max(3, round(wide / 58))
    for row in range(rows):
        for column in range(columns):
            left = x + (column + 0.25) * wide / columns
            top = y - high + (row + 0.28) * high / rows
            sheet.box(left, top, wide / columns * 0.5, high / rows * 0.46, shade(BLUE, 1.35), round_by=3)


def person(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Draw somebody walking by, so that sizes can be told."""
    colour = sheet.random.choice((RED, BLUE, YELLOW, VIOLET, shade(FIELD, 0.8)))
    sheet.disc(x, y - size * 0.86, size * 0.12, shade(WOOD, 1.2))
    sheet.area(
        [(x - size * 0.17, y - size * 0.3), (x + size * 0.17, y - size * 0.3), (x, y - size * 0.76)], colour
    )
    sheet.stroke([(x - size * 0.06, y - size * 0.32), (x - size * 0.08, y)], INK, size * 0.06)
    sheet.stroke([(x + size * 0.06, y - size * 0.32), (x + size * 0.1, y)], INK, size * 0.06)


def row(
    sheet: Sheet, y: float, count: int, draw: Callable[[Sheet, float, float, float], None], size: float
) -> None:
    """Draw so many of one thing side by side, none quite in line."""
    for place in range(count):
        draw(sheet, (place + 0.5) * WIDTH / count + sheet.random.uniform(-14, 14), y, size)


def walkers(sheet: Sheet, y: float, count: int) -> None:
    """Draw so many people walking by."""
    for _ in range(count):
        person(sheet, sheet.random.randrange(90, WIDTH - 90), y + sheet.random.randrange(-20, 20), 110)
