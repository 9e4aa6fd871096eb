"""Every address under /accounts/.

All but sign-in, sign-out and the session state need a person signed in; the pages of people need
政务公开办, a system or a security administrator; the log an auditor or a security administrator.
"""

from __future__ import annotations

from django.urls import path

from agencies.views import deeds, log, password, people, session, sign_in

app_name = "agencies"

urlpatterns = [
    path("login/", sign_in.SignIn.as_view(), name="sign-in"),
    path("logout/", sign_in.sign_out, name="sign-out"),
    path("session/", session.session, name="session"),
    path("password/", password.password, name="password"),
    path("people/", people.people, name="people"),
    path("people/new/", people.new_person, name="person-new"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/reset/", deeds.reset, name="person-reset"),
    path("people/<int:pk>/enable/", deeds.switch, {"on": True}, name="person-enable"),
    path("people/<int:pk>/disable/", deeds.switch, {"on": False}, name="person-disable"),
    path("people/<int:pk>/grant/", deeds.grant, name="person-grant"),
    path("people/<int:pk>/revoke/<int:membership_pk>/", deeds.revoke, name="person-revoke"),
    path("log/", log.log, name="log"),
]
