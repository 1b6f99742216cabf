"""The addresses of editions of progress reports."""

from django.urls import re_path

from programmes import views

urlpatterns = [
    re_path(r"^rapporten/(?P<hash>[0-9a-f]{16})/$", views.edition, name="report_edition"),
    re_path(r"^rapporten/(?P<hash>[0-9a-f]{16})\.pdf$", views.edition_pdf, name="report_pdf"),
]
