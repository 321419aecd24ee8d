"""Sample schemes of a village: water, a bridge, a hall; apart from those of a town, for their size alone."""

from collections.abc import Callable, Mapping

from demo.drawing import (
    BLUE,
    DARK_GRASS,
    GRASS,
    HEIGHT,
    INK,
    LINE,
    PAPER,
    PATH,
    RED,
    ROOF,
    STONE,
    WALL,
    WATER,
    WIDTH,
    WOOD,
    YELLOW,
    Colour,
    Sheet,
    bench,
    bush,
    row,
    shade,
    tree,
    walkers,
)

_HORIZON = 400


def _village(sheet: Sheet) -> None:
    """Sky, hills, low houses behind a fence and the steppe: what a village has in common."""
    sheet.box(0, 0, WIDTH, _HORIZON, shade(PAPER, 1.01))
    sheet.disc(sheet.random.randrange(160, 1100), 110, 52, shade(YELLOW, 1.12))
    for x, size in ((180, 420), (620, 540), (1120, 460)):
        sheet.disc(
            x + sheet.random.randrange(-60, 60), _HORIZON + 60, size, shade(DARK_GRASS, 1.08), flat=0.36
        )
    sheet.box(0, _HORIZON, WIDTH, HEIGHT - _HORIZON, GRASS)
    left = 20.0
    while left < WIDTH - 120:
        _cottage(sheet, left, _HORIZON + 10, sheet.random.randrange(120, 180))
        left += sheet.random.randrange(230, 330)
    for x in range(0, WIDTH, 26):
        sheet.box(x, _HORIZON - 14, 12, 44, shade(WOOD, 1.12))
    sheet.box(0, _HORIZON, WIDTH, 8, WOOD)


def _cottage(sheet: Sheet, x: float, y: float, wide: float) -> None:
    high = wide * 0.5
    sheet.box(x, y - high, wide, high, shade(WALL, sheet.random.uniform(0.96, 1.04)))
    sheet.area([(x - 14, y - high), (x + wide + 14, y - high), (x + wide / 2, y - high - wide * 0.34)], ROOF)
    for place in (0.18, 0.6):
        sheet.box(x + wide * place, y - high * 0.74, wide * 0.2, high * 0.4, shade(BLUE, 1.3), round_by=3)


def _building(sheet: Sheet, roof: Colour) -> tuple[float, float]:
    """Draw a long house of one storey and return the upper left corner of its wall."""
    left, top = 230 + sheet.random.randrange(-40, 40), 380
    sheet.box(left, top, 820, 300, shade(WALL, 1.03))
    sheet.area([(left - 40, top), (left + 860, top), (left + 740, top - 130), (left + 80, top - 130)], roof)
    for window in (60, 200, 560, 700):
        sheet.box(left + window, top + 90, 90, 110, shade(BLUE, 1.3), round_by=6)
        sheet.stroke([(left + window + 45, top + 90), (left + window + 45, top + 200)], LINE, 6)
    sheet.box(left + 360, top + 110, 130, 190, WOOD, round_by=4)
    return left, top


def draw_pump(sheet: Sheet) -> None:
    """A water post on a paved place in the street, a bucket and a shade."""
    _village(sheet)
    sheet.area([(0, 780), (WIDTH, 700), (WIDTH, 880), (0, HEIGHT)], PATH)
    left = sheet.random.randrange(460, 620)
    sheet.disc(left + 60, 780, 220, STONE, flat=0.34)
    sheet.box(left + 20, 520, 80, 250, BLUE, round_by=16)
    sheet.box(left + 6, 500, 108, 34, shade(BLUE, 0.8), round_by=12)
    sheet.stroke([(left + 100, 590), (left + 170, 590), (left + 170, 640)], INK, 18)
    sheet.stroke([(left + 170, 650), (left + 170, 724)], WATER, 10)
    sheet.area(
        [(left + 120, 724), (left + 220, 724), (left + 204, 806), (left + 136, 806)], shade(STONE, 0.8)
    )
    sheet.disc(left + 170, 724, 50, WATER, flat=0.3)
    tree(sheet, left - 240, 700, 210)
    bench(sheet, left - 380, 830, 150)
    walkers(sheet, 880, 3)


def draw_bridge(sheet: Sheet) -> None:
    """A road of gravel over a stream: a small bridge with rails."""
    _village(sheet)
    bend = sheet.random.randrange(-60, 60)
    bank = [(560 + bend, _HORIZON + 30), (720 + bend, _HORIZON + 30), (860, HEIGHT), (420, HEIGHT)]
    sheet.area(
        [(x + side, y) for side, (x, y) in zip((-40, 40, 40, -40), bank, strict=True)],
        shade(DARK_GRASS, 0.94),
    )
    sheet.area([*bank], WATER)
    sheet.area([(0, 660), (WIDTH, 620), (WIDTH, 780), (0, 830)], PATH)
    for _ in range(160):
        x, y = sheet.random.randrange(0, WIDTH), sheet.random.randrange(668, 770)
        sheet.disc(x, y, sheet.random.uniform(2, 5), shade(STONE, sheet.random.uniform(0.8, 1.05)))
    sheet.area([(430, 640), (860, 628), (860, 790), (430, 806)], shade(WOOD, 1.15))
    for x in range(440, 860, 42):
        sheet.stroke([(x, 640), (x, 802)], shade(WOOD, 0.95), 3)
    for y in (610, 776):
        sheet.stroke([(430, y), (860, y - 10)], INK, 10)
        for x in range(440, 861, 105):
            sheet.stroke([(x, y), (x, y + 48)], INK, 9)
    for x in (110, 1010):
        bush(sheet, x, 600, 46)
    walkers(sheet, 720, 2)


def draw_post(sheet: Sheet) -> None:
    """A medical post with a ramp and a handrail."""
    _village(sheet)
    left, top = _building(sheet, shade(BLUE, 0.9))
    sheet.box(left + 380, top - 100, 90, 90, LINE, round_by=10)
    sheet.box(left + 413, top - 88, 24, 66, RED)
    sheet.box(left + 392, top - 67, 66, 24, RED)
    sheet.area([(left + 490, top + 300), (left + 800, top + 348), (left + 490, top + 348)], STONE)
    sheet.stroke([(left + 480, top + 220), (left + 800, top + 280)], INK, 8)
    for x, y in ((490, 222), (640, 250), (790, 278)):
        sheet.stroke([(left + x, top + y), (left + x, top + y + 76)], INK, 7)
    sheet.area([(0, 760), (WIDTH, 740), (WIDTH, 860), (0, 900)], PATH)
    row(sheet, 720, 5, bush, 30)
    walkers(sheet, 850, 3)


def draw_hall(sheet: Sheet) -> None:
    """A house of culture with columns, banners and a square before it."""
    _village(sheet)
    left, top = _building(sheet, ROOF)
    for column in range(6):
        sheet.box(left + 20 + column * 152, top + 4, 26, 300, LINE, round_by=6)
    for place, colour in ((110, RED), (640, YELLOW)):
        sheet.box(left + place, top - 90, 90, 70, colour, round_by=8)
    for step in range(3):
        sheet.box(
            left + 300 - step * 30,
            top + 300 + step * 20,
            250 + step * 60,
            20,
            shade(STONE, 1.05 - step * 0.06),
        )
    sheet.area([(80, 900), (1200, 900), (1060, 740), (220, 740)], PATH)
    bench(sheet, 140, 800, 140)
    bench(sheet, 980, 800, 140)
    walkers(sheet, 880, 5)


def draw_stalls(sheet: Sheet) -> None:
    """Roofed rows of a village fair with crates of fruit."""
    _village(sheet)
    sheet.area([(40, 900), (1240, 900), (1120, 560), (160, 560)], PATH)
    for place in range(4):
        left, colour = 130 + place * 262, (RED, BLUE, YELLOW, shade(DARK_GRASS, 0.9))[place]
        for post in (left + 8, left + 212):
            sheet.box(post, 520, 12, 240, WOOD)
        for stripe in range(6):
            tone = LINE if stripe % 2 else colour
            sheet.area(
                [
                    (left - 20 + stripe * 45, 540),
                    (left + 25 + stripe * 45, 540),
                    (left + 30 + stripe * 32, 450),
                    (left + stripe * 32, 450),
                ],
                tone,
            )
        sheet.box(left, 680, 232, 90, shade(WOOD, 1.1), round_by=4)
        for fruit in range(7):
            sheet.disc(left + 26 + fruit * 30, 676, 16, sheet.random.choice((RED, YELLOW, DARK_GRASS)))
    walkers(sheet, 880, 5)


def draw_mast(sheet: Sheet) -> None:
    """A mast with aerials beside a village library, and its waves."""
    _village(sheet)
    left, top = _building(sheet, shade(ROOF, 0.92))
    x = left + sheet.random.choice((910, -80))
    sheet.stroke([(x - 46, 740), (x, 170), (x + 46, 740)], INK, 9)
    for level in range(5):
        y, reach = 300 + level * 95, 12 + level * 8
        sheet.stroke([(x - reach, y), (x + reach, y)], INK, 6)
    for turn in range(3):
        sheet.ring(x, 170, 50 + turn * 38, shade(BLUE, 1.1 + turn * 0.1), 7)
    sheet.disc(x, 170, 20, RED)
    sheet.box(left + 340, top - 70, 170, 50, LINE, round_by=8)
    sheet.area([(0, 770), (WIDTH, 740), (WIDTH, 860), (0, 900)], PATH)
    walkers(sheet, 850, 3)


SCHEMES: Mapping[str, Callable[[Sheet], None]] = {
    "bridge": draw_bridge,
    "hall": draw_hall,
    "mast": draw_mast,
    "post": draw_post,
    "pump": draw_pump,
    "stalls": draw_stalls,
}
"""What can be drawn of a village, by the last word of a picture's name."""
