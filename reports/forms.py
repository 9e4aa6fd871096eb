"""The crispy form of a draft, section by section as the statute prints it.

Prose and fees are fields, figures stand in tables drawn from the grid; every control's name is the
key of its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, LayoutObject
from django import forms
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from reports import figures as fig
from reports.content import Content
from reports.formats import Fee, Format, Section
from reports.formats.grid import Box, grid

_SLOT = "{value}"
"""Where box.html leaves room for the figure."""

_NUMBER = {"autocomplete": "off", "class": "figure-box"}
_PROSE = {"class": "prose-box", "autocomplete": "off", "data-prose": True}


def boxes(content: Content) -> dict[str, str]:
    """What stands in every box of the page, by key: cells, fees.<id>, prose.<part>."""
    return {
        **{id_: fig.printed(content.figures[id_]) for id_ in content.format.cells},
        **{fee.key: fig.printed(content.fees[fee.id]) for fee in content.format.fees},
        **{f"prose.{part}": content.text(part) for part in content.format.prose_keys},
    }


def typed_keys(fmt: Format) -> Iterator[str]:
    """The keys whose values people type: all boxes but the computed totals."""
    yield from (id_ for id_, cell in fmt.cells.items() if not cell.computed)
    yield from (fee.key for fee in fmt.fees)
    yield from (f"prose.{part}" for part in fmt.prose_keys)


class DraftForm(forms.Form):
    """The whole draft on one sheet.

    `typed` are texts that a save could not take; they stay in their boxes, with the sentence from
    `problems` beside them. Saving itself is the business of `reports.drafting`.
    """

    def __init__(
        self,
        content: Content,
        typed: Mapping[str, str] | None = None,
        problems: Mapping[str, str] | None = None,
    ) -> None:
        self.content = content
        self.values = {**boxes(content), **(typed or {})}
        self.problems = dict(problems or {})
        super().__init__(initial=self.values, auto_id="box-%s")
        for part in content.format.prose_keys:
            self.fields[f"prose.{part}"] = _prose_field(content.format, part)
        for fee in content.format.fees:
            self.fields[fee.key] = _fee_field(fee)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = _layout(content.format)


def _prose_field(fmt: Format, part: str) -> forms.CharField:
    label = "标题下的引言" if part == "preamble" else fmt.section(int(part)).heading
    help_text = "可不填写。" if part == "preamble" else fmt.section(int(part)).help
    rows = 2 if part == "preamble" else 5
    widget = forms.Textarea(
        {**_PROSE, "rows": rows, "aria-describedby": f"help-{part} problem-prose-{part}"}
    )
    return forms.CharField(label=label, help_text=help_text, required=False, widget=widget)


def _fee_field(fee: Fee) -> forms.CharField:
    widget = forms.TextInput(
        {
            **_NUMBER,
            "inputmode": "decimal" if fee.kind.is_money else "numeric",
            "aria-describedby": f"problem-{fee.key}".replace(".", "-"),
        }
    )
    return forms.CharField(label=fee.label, required=False, widget=widget)


@cache
def _layout(fmt: Format) -> Layout:
    parts = [Written(s) if s.is_prose else Table(fmt, s) for s in fmt.sections]
    return Layout(Preamble(), *parts)


def _draw(template: str, context: dict[str, Any]) -> SafeString:
    return render_to_string(f"reports/edit/{template}.html", context)


class Preamble(LayoutObject):  # type: ignore[misc]
    """The words between the title and section one."""

    def render(self, form: DraftForm, *_: object, **__: object) -> SafeString:
        """Its one field as HTML."""
        return _draw("preamble", _written(form, "preamble"))


class Written(LayoutObject):  # type: ignore[misc]
    """A section in words; the one that states the fees also asks for their figures."""

    def __init__(self, section: Section) -> None:
        self.section = section

    def render(self, form: DraftForm, *_: object, **__: object) -> SafeString:
        """Its field, and its fees where it states them, as HTML."""
        part = str(self.section.number)
        fmt = form.content.format
        fees = fmt.fees if self.section.number == fmt.fees_in else ()
        asked = [(form[fee.key], fee, form.problems.get(fee.key, "")) for fee in fees]
        context = _written(form, part) | {"section": self.section, "fees": asked}
        return _draw("written", context | {"fee_sentence": form.content.fee_sentence})


def _written(form: DraftForm, part: str) -> dict[str, Any]:
    key = f"prose.{part}"
    return {"part": part, "field": form[key], "problem": form.problems.get(key, "")}


@dataclass(frozen=True)
class Place:
    """One box of a table drawn once for all reports: the HTML before and after its value."""

    before: str
    after: str = ""
    key: str = ""

    def filled(self, form: DraftForm) -> str:
        """The box as this report fills it."""
        if not self.key:
            return self.before
        problem = ""
        if self.key in form.problems:
            problem = f'" aria-invalid="true" aria-describedby="problem-{self.key}'
        return f"{self.before}{escape(form.values[self.key])}{problem}{self.after}"


class Table(LayoutObject):  # type: ignore[misc]
    """A section of figures, in the printed table."""

    def __init__(self, fmt: Format, section: Section) -> None:
        self.section = section
        self.grid = grid(fmt, section.number)
        self.places = [[_place(box) for box in row] for row in self.grid.rows]
        whole = sum(self.grid.widths)
        self.shares = [round(100 * width / whole, 3) for width in self.grid.widths]

    def render(self, form: DraftForm, *_: object, **__: object) -> SafeString:
        """The table as HTML, the rows of headings apart where they stay in view."""
        rows = [
            mark_safe("".join(place.filled(form) for place in row))  # noqa: S308 - drawn by box.html
            for row in self.places
        ]
        cells = (box.cell.id for box in self.grid.boxes() if box.cell)
        head = self.grid.head_rows
        context = {
            "section": self.section,
            "shares": self.shares,
            "head": rows[:head],
            "body": rows[head:],
            "problems": [(id_, form.problems[id_]) for id_ in cells if id_ in form.problems],
        }
        return _draw("table", context)


def _place(box: Box) -> Place:
    context: dict[str, Any] = {"box": box, "headers": " ".join(box.headers)}
    if box.cell is not None:
        unit = (f"单位：{box.cell.suffix}",) if box.cell.suffix else ()
        context["path"] = "，".join((*box.cell.row, *box.cell.column, *unit))
    before, _, after = " ".join(_draw("box", context).split()).partition(_SLOT)
    return Place(before, after, box.cell.id if box.cell else "")
