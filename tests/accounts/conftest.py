"""Members, who sign in through the pages."""

import pytest

from tests.accounts.signing import member


@pytest.fixture
def mira(db):
    """Return Mira, a member, who may edit nothing."""
    return member("mira", first_name="Mira", last_name="de Vries")


@pytest.fixture
def eva_with_password(eva):
    """Return Eva, an editor, with a password and a mail address that is hers."""
    from allauth.account.models import EmailAddress

    from tests.accounts.signing import PASSWORD

    eva.set_password(PASSWORD)
    eva.save()
    EmailAddress.objects.create(user=eva, email=eva.email, verified=True, primary=True)
    return eva
