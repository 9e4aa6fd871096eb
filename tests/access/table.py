"""Who gets which answer from which address: the whole of it, to be read."""

from __future__ import annotations

from collections.abc import Callable

from tests.access.back_room import BACK_ROOM
from tests.access.deeds import ACTING
from tests.access.district import ALIKE, BUNDLES, IMPORTING, LOCAL, PEOPLE
from tests.access.lines import (
    FILLED_IN,
    NEARBY,
    OPEN_TO_CHANGES,
    OWN,
    PUBLIC,
    SENT,
    SIGNED,
    SOME,
    WITH_FILES,
    Line,
    about_reports,
    everyone,
)
from tests.access.world import ROLES, STATES


def _filling(role: str, state: str) -> int:
    """The filling page is for a draft's 填报人; others who may know of it are sent to read it."""
    return 200 if role == "reporter" and state in OPEN_TO_CHANGES else 302


def _values(role: str, state: str) -> int:
    """What the filling page asks for while it is open."""
    if role != "reporter":
        return 403
    return 200 if state in OPEN_TO_CHANGES else 409


def _posting(role: str, state: str) -> int:
    """What only 填报人 may post; sent back to the page when nothing useful was posted."""
    return 302 if role == "reporter" else 403


def _among(states: tuple[str, ...], roles: set[str]) -> Callable[[str, str], int]:
    """There for these roles in these states, not there for other seers."""
    return lambda role, state: 200 if state in states and role in roles else 404


def _commenting(role: str, state: str) -> int:
    """The comments are the agency's own; posted empty they are asked for again."""
    return 200 if role in OWN else 404


def _saying(role: str, state: str) -> int:
    return 422 if role in OWN else 404


def _handling(role: str, state: str) -> int:
    """For those who handle the report: its own staff and the office of its district."""
    return 200 if role in OWN | {"office"} else 404


def _handling_sent(role: str, state: str) -> int:
    """The same, of a revision: the office reads none before the last signature."""
    return _handling(role, state) if state in SENT else 404


ALL = set(ROLES)
LISTED = {"correcting": OWN, "corrected": ALL}
"""Who finds something changed since an earlier revision."""

READING = [
    Line("reports:home", "GET", everyone(rest=200)),
    Line("reports:blank_forms", "GET", everyone(rest=200)),
    Line("reports:blank_form", "GET", everyone(rest=200), "", {"name": "2021", "kind": "docx"}),
    *about_reports("reports:report_form", "GET", lambda role, state: 200, SOME, kind="xlsx"),
    *about_reports("reports:read", "GET", lambda role, state: 200),
    *about_reports("reports:revision", "GET", _among(SENT, ALL)),
    *about_reports("reports:web", "GET", _handling_sent),
    *about_reports("reports:document", "GET", _among(WITH_FILES, ALL), kind="pdf"),
    *about_reports("reports:document", "GET", _among(WITH_FILES, ALL), kind="docx"),
    *about_reports(
        "reports:changes",
        "GET",
        lambda role, state: 200 if role in LISTED.get(state, ()) else 404,
    ),
    *about_reports(
        "reports:changes_file",
        "GET",
        lambda role, state: 200 if role in LISTED.get(state, ()) else 404,
    ),
    *about_reports("reports:progress", "GET", lambda role, state: 200),
    *about_reports("reports:preview", "GET", lambda role, state: 200, kind="docx"),
    *about_reports("reports:preview", "GET", lambda role, state: 200, ("submitted",), kind="xlsx"),
    *about_reports("reports:preview", "GET", lambda role, state: 200, ("submitted",), kind="pdf"),
    *about_reports("reports:paper", "GET", _handling, kind="checks"),
    *about_reports("reports:paper", "GET", _handling, SOME, kind="explanations"),
    *about_reports("reports:paper", "GET", _handling, kind="pack"),
    *about_reports("reports:paper_pdf", "GET", _handling, ("submitted",), kind="checks"),
    *about_reports("reports:paper_pdf", "GET", _handling, ("approved",), kind="signoffs"),
    *about_reports("reports:pack_zip", "GET", _handling, ("published",)),
    *about_reports("reports:scan", "GET", _among(SIGNED, OWN | {"office"})),
]

OPEN_PAGES = [
    Line("reports:healthz", "GET", dict.fromkeys(ROLES, 200)),
    Line("agencies:sign-in", "GET", everyone(stranger=200, rest=302)),
    Line("agencies:sign-in", "POST", everyone(stranger=200, rest=302)),
    Line("agencies:sign-out", "POST", everyone(rest=302)),
    Line("agencies:session", "GET", everyone(stranger=200, rest=200)),
    Line("agencies:session", "POST", everyone(stranger=401, rest=200)),
    Line("agencies:password", "GET", everyone(rest=200)),
    Line("agencies:password", "POST", everyone(rest=200)),
]


def _reporter(status: int) -> Callable[[str, str], int]:
    """For 填报人 alone among those who may know of the report."""
    return lambda role, state: status if role == "reporter" else 403


FILLING = [
    *about_reports("reports:edit", "GET", _filling, FILLED_IN),
    *about_reports("reports:edit", "POST", lambda role, state: 302, FILLED_IN),
    *about_reports("reports:values", "GET", _values, FILLED_IN),
    *about_reports("reports:save", "POST", _posting, FILLED_IN),
    *about_reports("reports:pulse", "POST", _posting, FILLED_IN),
    *about_reports("reports:said", "POST", _posting, FILLED_IN),
    *about_reports("reports:printed", "GET", _reporter(200), SOME, part="1"),
    *about_reports("reports:fill_zeros", "POST", _posting, SOME),
    *about_reports("reports:zero_report", "POST", _posting, SOME),
    *about_reports("reports:retotal", "POST", _posting, SOME),
    *about_reports("reports:explain", "POST", _posting, SOME),
    *about_reports("reports:confirm", "POST", _posting, SOME),
    *about_reports("reports:decline", "POST", _posting, SOME),
    *about_reports("reports:unlock", "POST", _posting, SOME),
    *about_reports(
        "reports:origin",
        "GET",
        lambda role, state: 200 if role == "reporter" else 403,
        SOME,
        key="prose.1",
    ),
]


COMMENTING = [
    *about_reports("reports:comments", "GET", _commenting),
    *about_reports("reports:comments", "POST", _saying),
    *about_reports("reports:comment", "POST", _saying),
]


def _past(role: str, state: str) -> int:
    """What a draft went through is for the agency's own staff, also after it was published."""
    return 200 if role in OWN else 404


def _restoring(role: str, state: str) -> int:
    """Posted empty: sent back with a sentence."""
    return 404 if role not in OWN else 302 if role == "reporter" else 403


def _restoring_all(role: str, state: str) -> int:
    """Without a word of what was seen it is asked again whether anything is to be overwritten."""
    return 409 if (role, state) == ("reporter", "correcting") else _restoring(role, state)


PAST = [
    *about_reports("reports:origins", "GET", _past),
    *about_reports("reports:past", "GET", _past),
    *about_reports("reports:past_key", "GET", _past, FILLED_IN, key="prose.1"),
    *about_reports("reports:past_key", "POST", _restoring, FILLED_IN, key="prose.1"),
    *about_reports("reports:past_version", "GET", _past, FILLED_IN, version=0),
    *about_reports("reports:past_version", "POST", _restoring_all, FILLED_IN, version=0),
]
"""修改记录 and 恢复."""


def _in_public(url: str, **more: object) -> list[Line]:
    """The same for everyone, signed in or not: there, gone with a reason, or not there."""
    status = dict.fromkeys(STATES, 404) | dict.fromkeys(PUBLIC, 200) | {"taken_down": 410}
    return [Line(url, "GET", dict.fromkeys(ROLES, status[s]), s, more) for s in STATES]


OPEN_REPORTS = [
    Line("reports:open_index", "GET", dict.fromkeys(ROLES, 200)),
    *(
        Line("reports:open_codebook", "GET", dict.fromkeys(ROLES, 200), "", {"name": n, "kind": k})
        for n, k in (("2021", "csv"), ("2019", "json"))
    ),
    Line("reports:open_verify", "GET", dict.fromkeys(ROLES, 200)),
    *_in_public("reports:open_report"),
    *_in_public("reports:open_file", kind="docx"),
    *_in_public("reports:open_file", kind="pdf"),
    *_in_public("reports:open_file", kind="xlsx"),
    *_in_public("reports:open_file", kind="csv"),
    *_in_public("reports:open_file", kind="json"),
]


DIVIDING = [
    Line("reports:divisions", "GET", everyone(reporter=200, reviewer=200, **NEARBY)),
    Line("reports:divisions", "POST", everyone(reporter=302, reviewer=302, **NEARBY)),
    *about_reports("reports:shares", "GET", _reporter(200), SOME),
    *about_reports("reports:sheet", "GET", _reporter(200), SOME, kind="xlsx"),
    *about_reports("reports:sheet", "GET", _reporter(200), ("draft",), kind="html"),
    *about_reports("reports:deliver", "POST", _reporter(422), SOME),
]


def _counting(role: str, state: str) -> int:
    """Posted empty: the file is asked for, where there is a draft to count it in."""
    if role != "reporter":
        return 403
    return 422 if state in OPEN_TO_CHANGES else 409


def _mapping(role: str, state: str) -> int:
    """Only where a register waits to be read."""
    if role != "reporter":
        return 403
    return 200 if state == "draft" else 302


RECEIVED = "applications.received.natural_person"

REGISTERS = [
    *about_reports("reports:register", "GET", _past, FILLED_IN),
    *about_reports("reports:register", "POST", _counting, FILLED_IN),
    *about_reports("reports:register_mapping", "GET", _mapping, SOME),
    *about_reports("reports:register_mapping", "POST", _posting, SOME),
    *about_reports("reports:register_template", "GET", _past, SOME, kind="xlsx"),
    *about_reports("reports:register_cases", "GET", _among(("draft",), OWN), SOME, key=RECEIVED),
]
"""台账计数: the agency's own; its 填报人 count."""


def _posted(role: str, state: str) -> int:
    """For those who handle the report, once it was published."""
    return 200 if role in OWN | {"office"} and state in EVER_PUBLIC else 404


def _posting_on(role: str, state: str) -> int:
    """Posted empty by the agency's own: what lacks is asked for, while it is published."""
    if _posted(role, state) != 200:
        return 404
    return 422 if role in OWN and state in {"published", "corrected"} else 403


EVER_PUBLIC = PUBLIC | {"taken_down"}

PORTAL = [
    *about_reports("reports:portal", "GET", _posted),
    *about_reports("reports:portal_record", "POST", _posting_on),
    *about_reports("reports:portal_check", "POST", _posting_on),
    *about_reports(
        "reports:portal_checked", "GET", _among(("published",), OWN | {"office"}), WITH_FILES
    ),
]
"""发布登记与网页核对: 政务公开办 reads, the agency's staff record and check."""


def _bringing(role: str, state: str) -> int:
    """Posted empty by the agency's own: what lacks is asked for; 政务公开办 only reads."""
    return 422 if role in OWN else 403 if role == "office" else 404


SEALED = [
    *about_reports("reports:sealed", "GET", _among(SIGNED, OWN | {"office"})),
    *about_reports("reports:sealed", "POST", _bringing, SIGNED),
    *about_reports("reports:sealed", "POST", lambda role, state: 404, ("draft", "submitted")),
    *about_reports("reports:sealed_file", "GET", _among(("published",), OWN | {"office"}), SIGNED),
]
"""盖章扫描件: for those who handle the report, once it is signed."""

FOR_SOMEBODY = [
    *OPEN_PAGES,
    *OPEN_REPORTS,
    *PEOPLE,
    *READING,
    *ACTING,
    *FILLING,
    *COMMENTING,
    *PAST,
    *DIVIDING,
    *REGISTERS,
    *PORTAL,
    *SEALED,
    *LOCAL,
    *ALIKE,
    *BUNDLES,
    *IMPORTING,
]
LINES = [*FOR_SOMEBODY, *BACK_ROOM]
