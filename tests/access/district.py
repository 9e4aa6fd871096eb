"""Who gets which answer about people, a district's own settings, likeness and files given in."""

from __future__ import annotations

from tests.access.lines import NEARBY, Line, about_reports, everyone

PEOPLE = [
    Line(
        "agencies:people",
        "GET",
        everyone(office=200, neighbour=200, sysadmin=200, secadmin=200, rest=403),
    ),
    Line("agencies:person-new", "GET", everyone(office=200, neighbour=200, sysadmin=200, rest=403)),
    Line(
        "agencies:person-new", "POST", everyone(office=200, neighbour=200, sysadmin=200, rest=403)
    ),
    Line("agencies:person", "GET", everyone(office=200, sysadmin=200, secadmin=200)),
    Line("agencies:person", "POST", everyone(office=200, sysadmin=200, secadmin=403)),
    Line("agencies:person-reset", "POST", everyone(office=200, sysadmin=200, secadmin=200)),
    Line("agencies:person-enable", "POST", everyone(office=302, sysadmin=302, secadmin=403)),
    Line("agencies:person-disable", "POST", everyone(office=302, sysadmin=302, secadmin=403)),
    Line("agencies:person-grant", "POST", everyone(office=302, sysadmin=403, secadmin=302)),
    Line("agencies:person-revoke", "POST", everyone(office=302, sysadmin=403, secadmin=302)),
    Line("agencies:log", "GET", everyone(secadmin=200, auditor=200, rest=403)),
]


_KEEPING = {"office": 200, "sysadmin": 200, **NEARBY}

LOCAL = [
    Line("reports:local", "GET", everyone(**_KEEPING), more={"part": "rules"}),
    Line("reports:local", "GET", everyone(**_KEEPING), more={"part": "words"}),
    Line("reports:local", "GET", everyone(**_KEEPING), more={"part": "other"}),
    Line("reports:local", "GET", everyone(**_KEEPING), more={"part": "log"}),
    *(
        Line(
            "reports:local",
            "POST",
            everyone(**_KEEPING | {"office": 302, "sysadmin": 302}),
            more={"part": part},
        )
        for part in ("rules", "words", "other")
    ),
]
"""What a district decides for its subtree: 政务公开办 and the administrators of the system."""


def _comparing(role: str, state: str) -> int:
    """For those who handle the report: its own agency and 政务公开办, once it is signed."""
    return 404 if role == "sysadmin" else 200


COUNTY = {"slug": "moumou"}
OFFICE_ALONE = everyone(office=200)
"""What tells of drafts of several agencies."""

ALIKE = [
    *about_reports("reports:likeness", "GET", _comparing),
    Line("reports:alike", "GET", OFFICE_ALONE),
    Line("reports:alike", "POST", everyone(office=302)),
    Line("reports:alike_pair", "GET", OFFICE_ALONE, "draft", COUNTY),
    Line("reports:alike_pair", "GET", everyone(), "draft"),  # the bureau has no two reports a year
    Line("reports:alike_pair", "GET", everyone(), "published", COUNTY),  # of two years
]
"""雷同比对: with what is published for the agency, of all with all for its 政务公开办."""

BUNDLES = [
    Line("reports:bundles", "GET", OFFICE_ALONE),
    Line("reports:bundles", "POST", everyone(office=302)),
    Line("reports:bundle", "GET", OFFICE_ALONE),
    Line("reports:bundle", "POST", everyone(office=302)),
    Line("reports:bundle_progress", "GET", OFFICE_ALONE),
    Line("reports:bundle_file", "GET", OFFICE_ALONE),
]
"""成批下载: for the 政务公开办 of the district."""

RECEIVERS = everyone(reporter=200, outsider=200, office=200, neighbour=200, rest=403)
"""填报人 of any agency and 政务公开办 of any district, each with their own."""

OWN_BATCH = everyone(reporter=200)
"""What a 填报人 gave in may be a draft: nobody else finds it, 政务公开办 least of all."""

IMPORTING = [
    Line("reports:imports", "GET", RECEIVERS),
    Line(
        "reports:imports",
        "POST",
        everyone(reporter=422, outsider=422, office=422, neighbour=422, rest=403),
    ),
    Line("reports:import_batch", "GET", OWN_BATCH),
    Line("reports:import_batch", "POST", everyone(reporter=302)),
    Line("reports:import_progress", "GET", OWN_BATCH),
    Line("reports:import_table", "GET", OWN_BATCH),
    Line("reports:import_archive", "GET", OWN_BATCH),
    Line("reports:import_archive", "POST", everyone(reporter=422)),
    Line("reports:import_one", "GET", OWN_BATCH),
    Line("reports:import_one", "POST", everyone(reporter=302)),
]
"""导入."""
