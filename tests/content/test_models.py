"""What terms refuse, and how they say what they are."""

import pytest
from django.core.exceptions import ValidationError

from content.models import Area, AreaCode, Designation, Membership, Theme
from tests.factories import GroupFactory, MunicipalityFactory, NeighbourhoodFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def refusals(record):
    """Return what a record is refused for, by field."""
    with pytest.raises(ValidationError) as refused:
        record.clean()
    return refused.value.message_dict


@pytest.fixture
def utrecht():
    return MunicipalityFactory(name="Utrecht")


@pytest.fixture
def overvecht(utrecht):
    return NeighbourhoodFactory(name="Overvecht", parent=utrecht)


def test_a_neighbourhood_carries_the_name_of_its_municipality(overvecht, utrecht):
    assert (overvecht.full_name, str(overvecht)) == ("Overvecht (Utrecht)", "Overvecht (Utrecht)")
    assert utrecht.full_name == "Utrecht"


def test_a_neighbourhood_lies_in_a_municipality():
    area = Area(name="Overvecht", kind=Area.Kind.NEIGHBOURHOOD)
    assert refusals(area) == {"parent": ["Kies de gemeente waarin deze wijk ligt."]}


@pytest.mark.parametrize("position", [{"latitude": 52}, {"longitude": 5}])
def test_half_a_position_is_refused(position):
    area = Area(name="Utrecht", kind=Area.Kind.MUNICIPALITY, **position)
    assert refusals(area) == {
        "longitude": ["Vul breedtegraad en lengtegraad allebei in, of geen van beide."]
    }


def test_a_position_of_zero_is_a_position():
    Area(name="Golf van Guinee", kind=Area.Kind.GROUP, latitude=0, longitude=0).clean()


def test_a_theme_never_falls_under_itself():
    learning = ThemeFactory(label="Leren")
    leaving = ThemeFactory(label="Schooluitval", broader=learning)
    truancy = ThemeFactory(label="Spijbelen", broader=leaving)
    truancy.clean()
    learning.broader = truancy
    assert refusals(learning) == {
        "broader": ["Een thema kan niet onder zichzelf vallen. Kies een ander thema."]
    }


def test_a_circle_of_other_themes_does_not_keep_a_form_busy():
    learning = ThemeFactory(label="Leren")
    leaving = ThemeFactory(label="Schooluitval", broader=learning)
    Theme.objects.filter(pk=learning.pk).update(broader=leaving)
    Theme(label="Spijbelen", slug="spijbelen", broader=leaving).clean()


def test_two_schemes_may_use_the_same_word():
    ThemeFactory(label="Wonen", slug="wonen", scheme=Theme.Scheme.POLICY)
    pillar = ThemeFactory(label="Wonen", slug="wonen-pijler", scheme=Theme.Scheme.PILLAR)
    assert pillar.get_absolute_url() == "/thema/wonen-pijler/"


def test_a_code_counts_in_some_years():
    code = AreaCode(code="WK034403", first_year=2016, last_year=2022)
    assert (code.years, str(code)) == ("2016–2022", "WK034403 (2016–2022)")
    code.clean()
    backwards = AreaCode(code="WK034403", first_year=2022, last_year=2016)
    assert refusals(backwards) == {"last_year": ["Dit jaar ligt voor het eerste jaar."]}


@pytest.mark.parametrize(
    ("started", "ended", "period"),
    [
        ("2007", "", "sinds 2007"),
        ("2007", "2012-10-11", "2007 tot 11 oktober 2012"),
        ("", "2013", "tot 2013"),
        ("", "", ""),
    ],
)
def test_a_designation_tells_its_period_in_words(started, ended, period):
    designation = Designation(name="Aandachtswijk", started=started, ended=ended)
    designation.clean()
    assert designation.period == period


def test_a_designation_asks_for_years_or_days():
    designation = Designation(name="Aandachtswijk", started="zomer 2007", ended="2013-02-30")
    message = ["Vul een jaar in of een datum, zoals 2007 of 2012-10-11."]
    assert refusals(designation) == {"started": message, "ended": message}


def test_a_designation_ends_after_it_began():
    designation = Designation(name="Aandachtswijk", started="2012-10-11", ended="2007")
    assert refusals(designation) == {"ended": ["Het einde ligt voor het begin."]}
    Designation(name="Aandachtswijk", started="2012-10-11", ended="2012").clean()


def test_only_a_group_has_members(overvecht, utrecht):
    group = GroupFactory(name="40 wijken")
    membership = Membership(group=group, member=overvecht, first_year=2007)
    membership.clean()
    assert (str(membership), membership.years) == ("Overvecht in 40 wijken", "sinds 2007")
    assert refusals(Membership(group=utrecht, member=overvecht)) == {
        "group": ["Kies een groep, zoals G4 of New Towns."]
    }
    assert refusals(Membership(group=group, member=group)) == {
        "member": ["Een groep kan geen lid zijn van zichzelf."]
    }
    assert refusals(Membership(group=group, member=utrecht, first_year=2013, last_year=2007)) == {
        "last_year": ["Dit jaar ligt voor het eerste jaar."]
    }
