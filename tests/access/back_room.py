"""Django's admin: for the system administrator alone."""

from __future__ import annotations

from tests.access.addresses import admin_names
from tests.access.lines import Line, everyone

ODD = {
    "admin:login": everyone(sysadmin=302, rest=403),
    "admin:logout": everyone(sysadmin=405, rest=302),
    "admin:autocomplete": everyone(sysadmin=403, rest=302),
    "admin:view_on_site": everyone(sysadmin=404, rest=302),
    "admin:reports_change_change": everyone(sysadmin=403, rest=302),
    "admin:reports_change_history": everyone(sysadmin=403, rest=302),
    "admin:agencies_agency_add": everyone(sysadmin=200, rest=302),
    "admin:agencies_succession_add": everyone(sysadmin=200, rest=302),
}
"""What is not as in the rest of the back room."""

READ_ONLY = ("add", "delete", "change")


def _back_room() -> list[Line]:
    """Django's admin: for the system administrator alone, who may hardly do more than read."""
    to_read, refused = everyone(sysadmin=200, rest=302), everyone(sysadmin=403, rest=302)
    lines = []
    for name in sorted(admin_names()):
        verb = name.rpartition("_")[2]
        plain = refused if verb in {"add", "delete"} else to_read
        lines.append(Line(name, "GET", ODD.get(name, plain)))
        if name.startswith("admin:reports_") and verb in READ_ONLY:
            lines.append(Line(name, "POST", refused))
    return lines


BACK_ROOM = _back_room()
