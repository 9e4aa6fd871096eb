"""数据来源: where each value of a report came from and by whom, for the agency's own staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agencies.requests import SignedInRequest, wants_json
from reports import drafting
from reports.content import Content
from reports.drafting.past import values_of

from .access import reading
from .numbers import whole_number
from .past import of_staff
from .seen import name_of


@dataclass(frozen=True)
class Line:
    """One place: its value as printed, empty for words, and where that came from."""

    label: str
    value: str
    origin: str


@login_required
@require_safe
def origins(request: SignedInRequest, pk: int) -> HttpResponse:
    """Of what lies before the person, or of the revision `?number=`.

    As JSON {key: words}; as a page everything in printed order, section by section.
    """
    report = of_staff(request, pk)
    shown = reading(request.user, report).revision
    if (number := whole_number(request.GET.get("number"))) is not None:
        shown = get_object_or_404(report.revisions, number=number)
    found = drafting.origins(report, shown)
    if wants_json(request):
        return JsonResponse(found, json_dumps_params={"ensure_ascii": False})
    content = shown.content if shown else report.content
    context = {"report": report, "revision": shown, "parts": list(_parts(content, found))}
    return render(request, "reports/origins.html", context)


def _parts(content: Content, found: dict[str, str]) -> Iterator[tuple[str, list[Line]]]:
    """The sections in which anything was ever filled in, under their headings."""
    fmt, values = content.format, values_of(content)
    keys: dict[str, list[str]] = {"标题下的引言": ["prose.preamble"]}
    keys |= {one.heading: [f"prose.{one.number}"] for one in fmt.sections}
    for cell in fmt.cells.values():
        keys[fmt.section(cell.section).heading].append(cell.id)
    for fee in fmt.fees:
        keys[fmt.section(fmt.fees_in).heading].append(fee.key)
    for heading, of in keys.items():
        lines = [
            Line(
                "文字" if key.startswith("prose.") else name_of(fmt, key),
                "" if key.startswith("prose.") else _printed(values[key]),
                found[key],
            )
            for key in of
            if key in found
        ]
        if lines:
            yield heading, lines


def _printed(value: object) -> str:
    return "空" if value is None else str(value)
