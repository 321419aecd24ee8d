"""Draws the pictures of the samples, so that the repository carries no binary files.

``python -m demo.pictures FOLDER`` writes every picture that ``projects.toml`` of the town and
``proposals.toml`` of the okrug name: simple schemes without words, equal each time, JPEG of 1280 by 960
points.
"""

import io
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from demo.drawing import (
    BLUE,
    DARK_GRASS,
    FIELD,
    GRASS,
    HEIGHT,
    INK,
    LINE,
    PAPER,
    PATH,
    RED,
    ROAD,
    RUBBER,
    STONE,
    VIOLET,
    WATER,
    WIDTH,
    WOOD,
    YELLOW,
    Sheet,
    bench,
    bin_for_litter,
    bush,
    fir,
    house,
    lamp,
    row,
    shade,
    tree,
    walkers,
)
from demo.villages import SCHEMES as VILLAGE_SCHEMES

_HERE = Path(__file__).parent
LISTS = (_HERE / "semey-demo" / "projects.toml", _HERE / "rural-okrug" / "proposals.toml")

_QUALITY = 82
_HORIZON = 380


def _street(sheet: Sheet) -> None:
    """Sky, houses and a lawn: what most places have in common."""
    sheet.box(0, 0, WIDTH, _HORIZON, shade(PAPER, 1.01))
    sheet.disc(sheet.random.randrange(160, 1100), 110, 52, shade(YELLOW, 1.12))
    left = -40.0
    while left < WIDTH:
        wide = sheet.random.randrange(190, 330)
        house(sheet, left, _HORIZON, wide, sheet.random.randrange(150, 290))
        left += wide + sheet.random.randrange(24, 90)
    sheet.box(0, _HORIZON, WIDTH, HEIGHT - _HORIZON, GRASS)
    for place in range(9):
        bush(sheet, 60 + place * 150 + sheet.random.randrange(-30, 30), _HORIZON + 12, 34)


def draw_alley(sheet: Sheet) -> None:
    """An alley of young trees, lilac and a path."""
    _street(sheet)
    sheet.area([(420, HEIGHT), (860, HEIGHT), (700, _HORIZON + 20), (610, _HORIZON + 20)], PATH)
    for place in range(4):
        y, size = 480 + place * 120, 130 + place * 34
        spread = 150 + place * 105
        plant = fir if sheet.random.randrange(3) == 0 else tree
        plant(sheet, 650 - spread, y, size)
        plant(sheet, 660 + spread, y, size)
        bush(sheet, 650 - spread * 0.62, y + 26, 30 + place * 6, VIOLET)
        bush(sheet, 660 + spread * 0.62, y + 26, 30 + place * 6, RED)
    walkers(sheet, 760, 1)


def draw_sidewalk(sheet: Sheet) -> None:
    """A paved way beside a road, a kerb, a ramp and a crossing."""
    _street(sheet)
    sheet.box(0, 470, WIDTH, 150, PATH)
    for column in range(33):
        sheet.stroke([(column * 42, 470), (column * 42 - 30, 620)], shade(PATH, 0.92), 2)
    sheet.stroke([(0, 545), (WIDTH, 545)], shade(PATH, 0.92), 2)
    sheet.box(0, 620, WIDTH, 18, STONE)
    sheet.box(0, 638, WIDTH, 250, ROAD)
    crossing = sheet.random.randrange(260, 820)
    for stripe in range(6):
        sheet.box(crossing, 652 + stripe * 38, 210, 20, LINE)
    sheet.area([(crossing - 20, 600), (crossing + 230, 600), (crossing + 210, 640), (crossing, 640)], RUBBER)
    sheet.box(0, 888, WIDTH, 72, GRASS)
    row(sheet, 478, 5, tree, 120)
    row(sheet, 474, 4, lamp, 190)
    walkers(sheet, 600, 3)


def draw_square(sheet: Sheet) -> None:
    """A small square with paths, a round bed and lamps."""
    _street(sheet)
    row(sheet, 470, 4, tree, 140)
    sheet.area([(0, 720), (WIDTH, 640), (WIDTH, 800), (0, 880)], PATH)
    sheet.area([(560, HEIGHT), (760, HEIGHT), (690, 400), (610, 400)], PATH)
    sheet.disc(650, 720, 220, PATH, flat=0.52)
    sheet.disc(650, 712, 128, STONE, flat=0.5)
    water = sheet.random.randrange(2) == 0
    sheet.disc(650, 704, 108, WATER if water else DARK_GRASS, flat=0.5)
    if water:
        for lean in (-60, -30, 0, 30, 60):
            sheet.stroke([(650, 700), (650 + lean * 0.6, 590), (650 + lean, 670)], shade(WATER, 1.12), 7)
    else:
        bush(sheet, 650, 716, 66, RED)
    for x, y in ((130, 690), (1030, 620), (330, 560), (900, 900)):
        bench(sheet, x, y, 120)
    for x in (240, 470, 840, 1110):
        lamp(sheet, x, 650 + (x % 90), 210)
    walkers(sheet, 820, 3)


def draw_wall(sheet: Sheet) -> None:
    """A retaining wall with stairs, rails and new kerbs."""
    _street(sheet)
    sheet.box(0, 450, WIDTH, 210, STONE)
    for line in range(5):
        for column in range(18):
            shift = 36 if line % 2 else 0
            tone = sheet.random.uniform(0.9, 1.04)
            sheet.box(column * 74 - shift, 452 + line * 42, 70, 38, shade(STONE, tone), round_by=4)
    stairs = sheet.random.randrange(420, 640)
    for step in range(8):
        sheet.box(stairs - step * 6, 450 + step * 34, 240 + step * 12, 34, shade(PATH, 1.03 - step * 0.03))
    for side in (stairs - 18, stairs + 256):
        sheet.stroke([(side, 400), (side - 40 if side < stairs else side + 40, 650)], INK, 8)
    sheet.box(0, 722, WIDTH, 80, PATH)
    sheet.box(0, 802, WIDTH, 22, shade(STONE, 0.92))
    sheet.box(0, 824, WIDTH, 136, ROAD)
    row(sheet, 450, 6, tree, 110)
    walkers(sheet, 790, 2)


def draw_clearing(sheet: Sheet) -> None:
    """A cleared place: new grass, saplings, containers and a barrier."""
    _street(sheet)
    sheet.area([(0, 640), (460, 520), (900, 560), (WIDTH, 500), (WIDTH, HEIGHT), (0, HEIGHT)], DARK_GRASS)
    sheet.area([(0, 800), (WIDTH, 700), (WIDTH, 780), (0, 890)], PATH)
    for place in range(5):
        bin_for_litter(sheet, 760 + place * 92, 650, 96, (BLUE, FIELD, YELLOW, RED, INK)[place])
    sheet.box(736, 650, 480, 16, STONE)
    for place in range(8):
        sheet.box(90 + place * 62, 740 - place * 7, 62, 20, RED if place % 2 else LINE)
    sheet.box(70, 720, 26, 92, INK)
    for place in range(9):
        tree(sheet, 90 + place * 76, 560 + (place * 53) % 110, 74)
    walkers(sheet, 880, 2)


def draw_pavilion(sheet: Sheet) -> None:
    """A pavilion with benches, a table and litter bins."""
    _street(sheet)
    row(sheet, 470, 5, tree, 130)
    sheet.disc(650, 760, 440, PATH, flat=0.36)
    left = sheet.random.randrange(380, 520)
    for post in (left + 20, left + 250, left + 480):
        sheet.box(post - 9, 500, 18, 240, WOOD)
    sheet.area([(left - 40, 510), (left + 540, 510), (left + 250, 380)], shade(RED, 0.95))
    sheet.area([(left - 40, 510), (left + 250, 510), (left + 250, 380)], RED)
    sheet.box(left + 150, 660, 200, 16, WOOD, round_by=6)
    sheet.box(left + 242, 676, 16, 64, shade(WOOD, 0.8))
    for x, y in ((left - 210, 780), (left + 540, 790), (left + 40, 850), (left + 330, 860)):
        bench(sheet, x, y, 130)
    bin_for_litter(sheet, left - 280, 790, 70)
    bin_for_litter(sheet, left + 700, 800, 70)
    walkers(sheet, 900, 2)


def draw_playground(sheet: Sheet) -> None:
    """Swings, a slide and a sandpit on a soft floor."""
    _street(sheet)
    row(sheet, 468, 4, tree, 130)
    sheet.area([(120, 880), (1160, 880), (1040, 540), (240, 540)], RUBBER)
    sheet.area([(160, 860), (620, 860), (590, 640), (230, 640)], shade(RUBBER, 1.07))
    for x in (270, 400, 530):
        sheet.stroke([(x - 26, 780), (x, 520), (x + 26, 780)], BLUE, 9)
    sheet.stroke([(270, 524), (530, 524)], BLUE, 11)
    for x in (330, 462):
        sheet.stroke([(x - 22, 528), (x - 26, 690)], INK, 3)
        sheet.stroke([(x + 22, 528), (x + 18, 690)], INK, 3)
        sheet.box(x - 34, 688, 62, 12, YELLOW, round_by=4)
    sheet.box(760, 480, 90, 20, WOOD)
    sheet.box(764, 500, 10, 250, INK)
    sheet.box(836, 500, 10, 250, INK)
    sheet.area([(746, 480), (864, 480), (805, 400)], RED)
    sheet.stroke([(846, 500), (940, 640), (1040, 740)], YELLOW, 34)
    sheet.disc(640, 800, 120, shade(PATH, 1.04), flat=0.42)
    sheet.disc(640, 796, 100, shade(YELLOW, 1.12), flat=0.4)
    walkers(sheet, 880, 3)


def draw_field(sheet: Sheet) -> None:
    """A marked playing field with goals, a fence and floodlights."""
    _street(sheet)
    sheet.area([(80, 890), (1200, 890), (1020, 520), (260, 520)], FIELD)
    sheet.area([(120, 872), (1160, 872), (1000, 536), (280, 536)], shade(FIELD, 1.08))
    sheet.stroke([(120, 872), (1160, 872), (1000, 536), (280, 536), (120, 872)], LINE, 6)
    sheet.stroke([(640, 536), (640, 872)], LINE, 6)
    sheet.ring(640, 690, 78, LINE, 6)
    for x, reach in ((206, 60), (1074, -60)):
        sheet.stroke([(x, 740), (x, 640), (x + reach, 620), (x + reach, 716)], INK, 8)
    for x in (250, 640, 1030):
        sheet.box(x - 6, 300, 12, 224, INK)
        sheet.box(x - 46, 276, 92, 32, shade(YELLOW, 1.1), round_by=6)
    for x in range(110, 1200, 44):
        sheet.stroke([(x, 500), (x, 430)], shade(INK, 1.5), 3)
    sheet.stroke([(110, 432), (1190, 432)], shade(INK, 1.5), 4)
    sheet.disc(700, 760, 16, LINE)
    walkers(sheet, 800, 4)


def draw_containers(sheet: Sheet) -> None:
    """A roofed place for sorted waste and a drinking fountain."""
    _street(sheet)
    row(sheet, 462, 4, fir, 150)
    sheet.box(0, 700, WIDTH, 130, PATH)
    sheet.box(170, 470, 700, 20, RED)
    sheet.box(190, 490, 660, 210, shade(STONE, 1.08))
    for x in range(190, 850, 30):
        sheet.stroke([(x, 490), (x, 700)], STONE, 3)
    for place, colour in enumerate((BLUE, FIELD, YELLOW, INK)):
        bin_for_litter(sheet, 230 + place * 152, 700, 130, colour)
    sheet.box(990, 560, 80, 140, STONE, round_by=10)
    sheet.disc(1030, 560, 62, shade(STONE, 0.92), flat=0.34)
    sheet.disc(1030, 556, 48, WATER, flat=0.32)
    sheet.stroke([(1030, 552), (1046, 500), (1066, 546)], shade(WATER, 0.9), 7)
    walkers(sheet, 810, 2)


SCHEMES: Mapping[str, Callable[[Sheet], None]] = {
    "alley": draw_alley,
    "clearing": draw_clearing,
    "containers": draw_containers,
    "field": draw_field,
    "pavilion": draw_pavilion,
    "playground": draw_playground,
    "sidewalk": draw_sidewalk,
    "square": draw_square,
    "wall": draw_wall,
    **VILLAGE_SCHEMES,
}
"""What can be drawn, by the last word of a picture's name: ``12-1-alley.jpg``."""


def draw(name: str) -> bytes:
    """Return the JPEG called ``name``; raise ``KeyError`` where its last word is no scheme."""
    sheet = Sheet.blank(name, GRASS)
    SCHEMES[Path(name).stem.split("-")[-1]](sheet)
    out = io.BytesIO()
    sheet.finished().save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def draw_all() -> Iterator[tuple[str, bytes]]:
    """Yield name and JPEG of every picture that the lists name."""
    for path in LISTS:
        for listed in tomllib.loads(path.read_text(encoding="utf-8")).values():
            for item in listed:
                for name in item.get("pictures", ()):
                    yield name, draw(name)


def main(folder: Path) -> None:
    """Write every picture into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in draw_all():
        (folder / name).write_bytes(picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
