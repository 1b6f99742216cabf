"""The outlines that come with the site."""

from content import outlines


def test_thirty_municipalities_and_a_sketch_of_the_country_have_an_outline():
    codes = outlines.outlines()
    assert len(codes) == 31
    assert [code for code in codes if not code.startswith("GM")] == ["NL00"]


def test_the_files_stay_small():
    sizes = {path.name: path.stat().st_size for path in outlines.FOLDER.glob("*.json")}
    assert sizes.keys() == set(outlines.FILES)
    assert sum(sizes.values()) < 65_000


def test_every_ring_is_closed_and_lies_in_the_netherlands():
    for rings in outlines.outlines().values():
        for ring in rings:
            assert ring[0] == ring[-1]
            assert all(3 < longitude < 7.5 and 50 < latitude < 54 for longitude, latitude in ring)


def test_an_area_that_we_have_no_outline_of_has_none():
    assert outlines.outline("GM9999") == ()
