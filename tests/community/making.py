"""What hangs on the pages of communities."""

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from community.models import CommunityMember
from tests.factories import OrganisationFactory


def member(name, role=""):
    return CommunityMember(organisation=OrganisationFactory(name=name), role=role)


def document(title):
    file = ContentFile(b"tekst", name="gids.pdf")
    return get_document_model().objects.create(title=title, file=file, file_size=5)
