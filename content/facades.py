"""One row house as SVG: a wall, a roof of its own kind, windows and a door."""

FLOOR = 40
PLANES = ("a", "b", "c")


def house(random, left, wide, ground):
    """Return a house that stands on `ground`, from `left`, as the shapes of an SVG."""
    floors = random.choice((2, 3, 3, 4))
    top = ground - floors * FLOOR - 12
    plane = random.choice(PLANES)
    roof = random.choice(ROOFS)
    shapes = [
        f'<path class="wk-house wk-house--{plane}" d="{roof(left, wide, top)}V{ground}H{left}z"/>',
        *_windows(random, left, wide, top, floors),
        _door(random, left, wide, ground),
    ]
    return "".join(shapes)


def _step_gable(left, wide, top):
    s = wide / 8
    return f"M{left} {top}h{s}v-8h{s}v-8h{s}v-8h{2 * s}v8h{s}v8h{s}v8h{s}"


def _pointed(left, wide, top):
    return f"M{left} {top}l{wide / 2} -28l{wide / 2} 28"


def _bell(left, wide, top):
    half = wide / 2
    return (
        f"M{left} {top}q{half * 0.5} -2 {half * 0.55} -16q2 -12 {half * 0.45} -12"
        f"q{half * 0.4} 0 {half * 0.45} 12q{half * 0.05} 14 {half * 0.55} 16"
    )


def _flat(left, wide, top):
    return f"M{left} {top - 4}h{wide}"


def _saddle(left, wide, top):
    return f"M{left} {top}l8 -20h{wide - 16}l8 20"


ROOFS = (_step_gable, _pointed, _bell, _flat, _saddle)


def _windows(random, left, wide, top, floors):
    columns = 3 if wide > 68 else 2
    gap = wide / columns
    lit = random.randrange(floors * columns)
    for floor in range(floors - 1):
        for column in range(columns):
            x = left + gap * (column + 0.5) - 7
            y = top + 12 + floor * FLOOR
            state = "lit" if floor * columns + column == lit else "dark"
            yield (
                f'<rect class="wk-window wk-window--{state}" x="{x:.1f}" y="{y}" '
                'width="14" height="22"/>'
            )


def _door(random, left, wide, ground):
    side = random.choice((0.25, 0.75))
    door = left + wide * side - 9
    window = left + wide * (1 - side) - 11
    return (
        f'<rect class="wk-door" x="{door:.1f}" y="{ground - 34}" width="18" height="34"/>'
        f'<rect class="wk-window wk-window--dark" x="{window:.1f}" y="{ground - 34}" '
        'width="22" height="20"/>'
    )
