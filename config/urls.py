"""The site's addresses: accounts, the administrators' back room, and the reports at the root."""

from django.contrib import admin
from django.urls import include, path

handler400 = "config.uploads.bad_request"
urlpatterns = [
    path("accounts/", include("agencies.urls")),
    path("admin/", admin.site.urls),
    path("", include("reports.urls")),
]
