"""The pages of the comments: with and without scripts, and who never sees any of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import User
from reports import commenting, workflow
from reports.models import Comment, Report, Thread
from tests.filing import approved, published, submitted

CELL = "documents.rules.issued"
SAID = "四类过程性信息请与台账核对。"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User, name: str, *args: object) -> str:
    return signed_in(user).get(reverse(f"reports:{name}", args=args)).content.decode()


def post(user: User, draft: Report, thread: Thread | None = None, **data: object) -> Any:
    args = [draft.pk, thread.pk] if thread else [draft.pk]
    url = reverse("reports:comment" if thread else "reports:comments", args=args)
    return signed_in(user).post(url, data)


def said(draft: Report, by: User, anchor: str = CELL, text: str = SAID) -> Thread:
    return commenting.start(draft.pk, anchor, text, by)


@pytest.mark.parametrize("page_of_form", ["edit", "read", "return", "https://elsewhere.test/"])
def test_a_form_without_scripts_never_takes_the_place_of_its_page(
    draft: Report, reporter: User, page_of_form: str
) -> None:
    name = page_of_form if page_of_form in {"edit", "read"} else "comments"
    forms = re.findall(r"<form[^>]*data-comment-form[^>]*>", page(reporter, name, draft.pk))
    assert forms
    assert all('target="_blank"' in one for one in forms)
    answer = post(reporter, draft, anchor=CELL, text=SAID, page=page_of_form)
    assert answer.url == reverse("reports:comments", args=[draft.pk]) + "#comments"
    assert SAID in page(reporter, "comments", draft.pk)


def test_a_colleague_with_a_number_that_nobody_has_is_not_told(
    draft: Report, reporter: User
) -> None:
    answer = post(reporter, draft, anchor=CELL, text=SAID, to=["9" * 5000])
    assert answer.status_code == 302
    assert Comment.objects.get().text == SAID


def test_a_refused_remark_is_shown_again_with_the_reason(
    draft: Report, reporter: User, reviewer: User
) -> None:
    answer = post(reporter, draft, anchor=CELL, text="长" * 1200, to=[reviewer.pk])
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "批注不超过1000字，现在有1200字" in html
    assert "长" * 1200 in html
    assert f'<option value="{CELL}" selected>' in html
    assert f'value="{reviewer.pk}" id="comment-to-{reviewer.pk}" checked' in html


def test_a_refused_reply_stays_in_its_thread(draft: Report, reporter: User) -> None:
    thread = said(draft, reporter)
    html = post(reporter, draft, thread, act="reply", text="长" * 1200).content.decode()
    assert f'name="text" rows="3" autocomplete="off">{"长" * 1200}</textarea>' in html
    assert thread.comments.count() == 1


def test_what_people_write_is_never_markup(draft: Report, reporter: User, reviewer: User) -> None:
    said(draft, reviewer, text='<script>alert("1")</script>\n<img src=x onerror=alert(1)>')
    for name in ("edit", "read", "comments"):
        html = page(reporter, name, draft.pk)
        assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<br>" in html
        assert "<img src=x" not in html


def test_answering_and_settling_without_scripts(
    draft: Report, reporter: User, reviewer: User
) -> None:
    thread = said(draft, reviewer)
    post(reporter, draft, thread, act="reply", text="已核对台账，数字无误。")
    post(reporter, draft, thread, act="resolve", text="")
    assert commenting.counts(draft) == {}
    html = page(reviewer, "comments", draft.pk)
    assert "已核对台账，数字无误。" in html.partition('id="settled"')[2]
    post(reviewer, draft, thread, act="reopen", text="请再看一遍。")
    assert commenting.counts(draft) == {CELL: 1}


def test_a_thread_is_answered_at_its_own_report_alone(
    draft: Report, reporter: User, outsider: User
) -> None:
    thread = said(draft, reporter)
    assert post(outsider, draft, thread, act="resolve").status_code == 404
    assert post(reporter, draft, thread, act="erase").status_code == 404
    assert commenting.counts(draft) == {CELL: 1}


def test_scripts_get_the_card_and_the_reason_as_json(draft: Report, reporter: User) -> None:
    client, url = signed_in(reporter), reverse("reports:comments", args=[draft.pk])
    data = {"anchor": CELL, "text": SAID, "page": "edit"}
    answer = client.post(url, data, headers={"accept": "application/json"}).json()
    assert answer["thread"] == Thread.objects.get().pk
    assert SAID in answer["html"]
    refused = client.post(url, {"anchor": "", "text": SAID}, headers={"accept": "application/json"})
    assert (refused.status_code, refused.json()) == (422, {"message": "请选择批注的位置。"})


def test_the_card_is_drawn_only_where_there_is_news(
    draft: Report, reporter: User, reviewer: User
) -> None:
    client, url = signed_in(reporter), reverse("reports:comments", args=[draft.pk])
    headers = {"accept": "application/json", "x-background": "1"}

    def asked(since: int | str) -> dict[str, Any]:
        told = {"page": "read", "since": since}
        answer: dict[str, Any] = client.get(url, told, headers=headers).json()
        return answer

    seen = commenting.last_said(draft)
    assert asked(seen) == {}
    said(draft, reviewer)
    assert SAID in asked(seen)["html"]
    assert asked(commenting.last_said(draft)) == {}
    assert SAID in asked("nonsense")["html"]


def test_a_return_lists_what_is_open_and_so_does_the_draft(
    draft: Report, reporter: User, reviewer: User
) -> None:
    sent = submitted(draft, reporter)
    said(sent, reviewer)
    settled = said(sent, reviewer, "prose.1", "这条已经处理。")
    commenting.resolve(settled.pk, "", reporter)
    asked = page(reviewer, "do", sent.pk, "return")
    assert "1 条未解决" in asked
    assert SAID in asked
    workflow.advance(sent, "return", reviewer, "见批注", revision=sent.revision_id)
    note = (
        page(reporter, "edit", sent.pk)
        .partition('id="returned-title"')[2]
        .partition("</section>")[0]
    )
    assert "未解决的批注（1 条）" in note
    assert f'href="#box-{CELL}"' in note
    assert SAID in note


def test_sending_is_told_of_open_comments_and_not_stopped(
    draft: Report, reporter: User, reviewer: User
) -> None:
    assert "批注未解决" not in page(reporter, "submit", draft.pk)
    said(draft, reviewer)
    assert "还有 1 条批注未解决" in page(reporter, "submit", draft.pk)
    assert submitted(draft, reporter).state == "submitted"


def test_the_first_page_counts_and_lists_them(
    draft: Report, reporter: User, reviewer: User
) -> None:
    thread = commenting.start(draft.pk, CELL, SAID, reviewer, [reporter.pk])
    html = page(reporter, "home")
    assert "1 条批注未解决" in html
    assert f"{reverse('reports:edit', args=[draft.pk])}#thread-{thread.pk}" in html
    assert "提到您的批注" in html


def test_the_office_never_sees_what_the_agency_says(
    draft: Report, reporter: User, reviewer: User, office: User
) -> None:
    said(draft, reviewer)
    signed = approved(draft, reporter, reviewer)
    html = page(office, "read", signed.pk) + page(office, "home")
    assert signed.title in html
    assert "批注" not in html
    assert SAID not in html


def test_the_public_and_the_files_never_hold_any(
    draft: Report, reporter: User, reviewer: User
) -> None:
    said(draft, reviewer)
    out = published(draft, reporter, reviewer)
    duty = out.duty
    html = Client().get(reverse("reports:open_report", args=[duty.agency.slug, duty.year]))
    assert duty.legal_name in html.content.decode()
    assert SAID not in html.content.decode()
    assert Comment.objects.filter(text=SAID).exists()
