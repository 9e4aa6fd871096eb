"""In chromium: files given in, followed, looked at beside what was read, archived, put to use."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from agencies.models import Agency, User
from agencies.roles import Role
from reports import receiving
from reports.models import Prefill, Report, State, Upload
from tests.browser.conftest import Window
from tests.filing import begun
from tests.importing.hostile import bomb
from tests.make import make_agency, make_user
from tests.processes import Crew
from tests.receiving.files import packed, read, report_of, word
from tests.receiving.files import page as web_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
KEY = "applications.received.natural_person"
NATURAL = "applications.brought_forward.natural_person"


def payload(data: bytes, name: str) -> FilePayload:
    return FilePayload(name=name, mimeType="application/octet-stream", buffer=data)


def give_in(page: Page, *files: FilePayload) -> None:
    page.goto("/imports/")
    page.get_by_label("选择文件，或把文件拖到这里").set_input_files(list(files))
    page.get_by_role("button", name="导入").click()
    page.wait_for_url(re.compile(r"/imports/\d+/$"))


def read_all() -> None:
    """What workers do, while the page waits."""
    for upload in Upload.objects.filter(state=Upload.State.WAITING):
        read(upload)


@pytest.fixture
def page(window_of: Window, reporter: User) -> Page:
    return window_of(reporter)


def test_many_files_are_sent_a_few_at_a_time_and_none_is_lost(page: Page) -> None:
    files = [payload(web_page(year=2023, more=f"<p>{n}</p>"), f"{n}.html") for n in range(25)]
    give_in(page, *files)
    expect(page.locator("[data-number]")).to_have_count(25)
    names = sorted(Upload.objects.values_list("name", flat=True))
    assert names == sorted(f"{n}.html" for n in range(25))


def test_progress_goes_on_after_a_reload_and_lengthens_no_session(page: Page) -> None:
    background = []
    page.on("request", lambda one: background.append(one) if "/progress/" in one.url else None)
    give_in(page, payload(web_page(), "a.html"), payload(bomb(), "b.docx"))
    expect(page.locator("[data-import-left]")).to_contain_text("正在读取")
    page.reload()
    expect(page.locator('[data-state="running"]')).to_have_count(2)
    read_all()
    expect(page.locator("[data-import-progress]")).to_have_count(0)
    expect(page.locator('[data-number="1"]')).to_contain_text("已读出")
    expect(page.locator('[data-number="2"]')).to_contain_text("展开后过大")
    assert background
    assert all(one.headers["x-background"] == "1" for one in background)


def test_files_may_be_dropped(page: Page) -> None:
    page.goto("/imports/")
    dropped = page.evaluate_handle(
        """() => {
            const held = new DataTransfer();
            held.items.add(new File(["x"], "甲.txt"));
            held.items.add(new File(["y"], "乙.exe"));
            return held;
        }"""
    )
    page.dispatch_event("[data-import-zone]", "drop", {"dataTransfer": dropped})
    page.wait_for_url(re.compile(r"/imports/\d+/$"))
    expect(page.locator('[data-number="1"]')).to_contain_text("甲.txt")
    expect(page.locator('[data-number="2"]')).to_contain_text("只能上传")


def test_a_paste_keeps_the_tables_that_the_clipboard_held(page: Page) -> None:
    page.goto("/imports/")
    page.get_by_label("或粘贴报告内容").fill("只有文字")
    page.evaluate(
        """(held) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/html", held);
            const area = document.querySelector("textarea");
            area.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
        }""",
        web_page().decode(),
    )
    expect(page.locator("[data-import-page]")).not_to_have_value("")
    page.get_by_role("button", name="导入").click()
    page.wait_for_url(re.compile(r"/imports/\d+/$"))
    read_all()
    assert Upload.objects.get().reading["figures"][KEY] == 3014


def test_without_scripts_the_form_is_posted_whole(window_of: Window, reporter: User) -> None:
    page = window_of(reporter, scripts=False)
    give_in(page, payload(word(), "a.docx"))
    read_all()
    page.reload()
    page.get_by_role("link", name="a.docx").click()
    expect(page.get_by_role("heading", name="读出的报告")).to_be_visible()


def test_a_press_leads_from_the_figure_to_its_place_and_back(page: Page) -> None:
    give_in(page, payload(web_page(), "a.html"))
    read_all()
    page.goto(page.url + "1/")
    page.locator(f'[id="read-{KEY}"]').click()
    place = page.locator(".import-source :target")
    expect(place).to_have_text("3014")
    expect(place).to_be_in_viewport()
    place.click()
    expect(page.locator(".import-read :target")).to_have_id(f"read-{KEY}")
    expect(page.locator(".import-read :target")).to_be_in_viewport()


def test_a_doubt_is_mended_and_told(page: Page) -> None:
    wrong = web_page().replace(b">3014<", b">3 014<")
    give_in(page, payload(wrong, "a.html"))
    read_all()
    page.goto(page.url + "1/")
    doubt = page.locator(".import-doubts li").first
    doubt.get_by_role("link", name="看原文").click()
    expect(page.locator(".import-source :target")).to_contain_text("3 014")
    doubt.get_by_label(re.compile("自然人")).fill("3014")
    page.get_by_role("button", name="保存核对的数").click()
    expect(page.get_by_text("1格与系统读出的不同")).to_be_visible()
    expect(page.locator(f'[id="read-{KEY}"]')).to_have_text("3014")


def test_an_archive_becomes_files_of_the_batch(page: Page) -> None:
    data = packed({"2021年/年报.html": web_page(year=2021), "2022年/年报.docx": word(year=2022)})
    give_in(page, payload(data, "五年.zip"))
    expect(page.locator("[data-number]")).to_have_count(2)
    expect(page.get_by_role("link", name="2021年／年报.html")).to_be_visible()


def test_marks_in_a_whole_table_are_settled_by_one_tick(page: Page) -> None:
    give_in(page, payload(re.sub(rb">0</td>", b">/</td>", web_page()), "a.html"))
    read_all()
    page.goto(page.url + "1/")
    doubt = page.locator(".import-doubts li").filter(has_text="中有103格")
    expect(doubt.locator("input.form-control").first).to_be_hidden()
    doubt.get_by_label("原文的意思是0").check()
    page.get_by_role("button", name="保存核对的数").click()
    expect(page.get_by_text("103格与系统读出的不同")).to_be_visible()
    expect(page.locator('[id="read-applications.received.research"]')).to_contain_text("1")
    expect(page.locator('[id="read-applications.carried_over.research"]')).to_have_text("0")


def test_a_file_is_read_again_in_another_form_while_the_page_waits(page: Page) -> None:
    give_in(page, payload(web_page(), "a.html"))
    read_all()
    page.goto(page.url + "1/")
    page.get_by_label("报告年度").fill("2020")
    page.get_by_label("表样", exact=True).select_option("2019")
    page.get_by_role("button", name="确认机关、年度和表样").click()
    expect(page.get_by_text("读好后本页自动显示")).to_be_visible()
    read_all()
    expect(page.get_by_label("表样", exact=True)).to_have_value("2019", timeout=10_000)
    expect(page.get_by_label("报告年度")).to_have_value("2020")


def test_a_comparison_fits_the_page_and_keeps_to_a_box_of_its_own(
    page: Page, reporter: User
) -> None:
    give_in(page, payload(web_page(year=2023), "a.html"))
    read_all()
    receiving.archive(Upload.objects.get().pk, reporter, published_on=date(2024, 1, 22))
    give_in(page, payload(web_page(year=2023).replace(b">0<", b">7<"), "b.html"))
    read_all()
    page.reload()
    page.set_viewport_size({"width": 900, "height": 800})
    page.get_by_role("link", name="b.html").click()
    box = page.get_by_role("region", name="不同之处")
    expect(box.get_by_role("row").nth(100)).to_be_attached()
    sizes = "e => [e.scrollWidth - e.clientWidth, e.clientHeight / innerHeight]"
    over, share = box.evaluate(sizes)
    assert over <= 0
    assert share <= 0.71


def test_an_open_draft_hears_that_last_year_has_come(
    window_of: Window, page: Page, reporter: User, finance: Agency
) -> None:
    draft = begun(finance, year=2024)
    filling = window_of(reporter)
    filling.goto(f"/reports/{draft.pk}/edit/")
    expect(filling.locator("[data-last-switch]")).to_be_hidden()
    give_in(page, payload(web_page(), "a.html"))
    read_all()
    page.goto(page.url + "1/")
    page.get_by_label("发布日期").fill("2024-01-22")
    page.get_by_role("button", name="归档", exact=True).click()
    expect(page.get_by_text("已归档：")).to_be_visible()
    expect(filling.locator("[data-waiting]")).to_contain_text("有 6 格待确认")
    expect(filling.locator("[data-last-switch]")).to_be_visible()
    expect(filling.locator("[data-last-basis]")).to_contain_text("2023年度报告（已发布）")


def test_this_years_draft_is_confirmed_cell_by_cell(page: Page, finance: Agency) -> None:
    draft = begun(finance, year=2023)
    give_in(page, payload(word(), "今年稿.docx"))
    read_all()
    page.goto(page.url + "1/")
    page.get_by_role("button", name="列为待确认").click()
    page.wait_for_url(f"**/reports/{draft.pk}/edit/")
    box = page.locator(f'[name="{KEY}"]')
    expect(box).to_have_value("")
    box.focus()
    expect(page.locator("[data-here]")).to_contain_text("待确认 3014 导入（今年稿.docx）")
    page.get_by_role("button", name="确认本格").click()
    expect(box).to_have_value("3014")
    assert draft.prefills.filter(state=Prefill.State.CONFIRMED).count() == 1


def test_a_batch_is_archived_together(page: Page, finance: Agency) -> None:
    files = [payload(web_page(year=year), f"{year}.html") for year in (2021, 2022)]
    give_in(page, *files)
    read_all()
    expect(page.get_by_role("link", name="成批归档（2）")).to_be_visible()
    page.get_by_role("link", name="成批归档（2）").click()
    page.get_by_label("第1份，发布日期").fill("2022-01-20")
    page.get_by_label("第2份，发布日期").fill("2023-01-20")
    page.get_by_role("button", name="归档勾选的文件").click()
    expect(page.get_by_text("已归档2份")).to_be_visible()
    assert {report_of(finance, year).state for year in (2021, 2022)} == {State.PUBLISHED}


@pytest.mark.skipif(not SAMPLES.exists(), reason="no published reports beside the project")
def test_real_reports_go_the_whole_way(window_of: Window, crew: Crew) -> None:
    """Given in by the office of a district, read by a real worker, archived, read by the public."""
    district = make_agency("haidian", "北京市海淀区人民政府", kind="government")
    page = window_of(make_user("haidian", {Role.OFFICE: district}))
    files = [next((SAMPLES / name).glob("report.*")) for name in ("haidian-2024", "jianye-2023")]
    crew.ready(crew.start_worker())
    give_in(
        page, *(payload(file.read_bytes(), f"{n}{file.suffix}") for n, file in enumerate(files))
    )
    expect(page.locator("[data-import-progress]")).to_have_count(0, timeout=60_000)
    expect(page.locator('[data-number="1"]')).to_contain_text("北京市海淀区人民政府")
    expect(page.locator('[data-number="2"]')).to_contain_text("没有认出机关")
    page.get_by_role("link", name="0.txt").click()
    page.get_by_label("发布日期").fill("2025-01-22")
    page.get_by_label("原发布网址").fill("https://www.bjhd.gov.cn/report")
    page.get_by_role("button", name="归档", exact=True).click()
    expect(page.get_by_text("已归档：")).to_be_visible()
    report = Report.objects.get()
    assert report.content.figures["applications.received.total"] == 3091
