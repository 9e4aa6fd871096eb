"""In chromium: an open page outlives its session, a question is asked, pages are accessible."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django import Settings

from agencies.models import User
from tests.browser.conftest import Window
from tests.make import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SignedIn = Callable[[User], Page]


@pytest.fixture
def page(window_of: Window) -> Page:
    return window_of(None)


@pytest.fixture
def signed_in(page: Page) -> SignedIn:
    def sign_in(user: User) -> Page:
        page.goto("/accounts/login/?next=/accounts/password/")
        page.get_by_label("用户名").fill(user.username)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("heading", name="修改密码")).to_be_visible()
        return page

    return sign_in


def test_typing_outlives_the_session(signed_in: SignedIn, office: User, settings: Settings) -> None:
    page = signed_in(office)
    settings.SESSION_IDLE_SECONDS = 5
    page.goto("/accounts/people/new/")
    page.get_by_label("姓名").fill("新同事")
    expect(page.get_by_role("button", name="重新登录")).to_be_visible(timeout=15_000)
    page.locator("main form").last.evaluate("(form) => { form.noValidate = true; }")
    page.get_by_role("button", name="建立账号").click()
    _sign_in_again(page)
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_label("姓名")).to_have_value("新同事")
    settings.SESSION_IDLE_SECONDS = 1800
    page.locator("#id_username").fill("xin")
    page.get_by_label("所在单位").select_option(index=1)
    page.get_by_role("button", name="建立账号").click()
    expect(page.get_by_text("账号已建立")).to_be_visible()


def test_a_wrong_password_in_the_dialog_is_told_there(
    signed_in: SignedIn, office: User, settings: Settings
) -> None:
    page = signed_in(office)
    settings.SESSION_IDLE_SECONDS = 3
    page.goto("/accounts/people/")
    _sign_in_again(page, "Bu-dui-1234")
    expect(page.locator("[data-session-error]")).to_contain_text("不正确")
    expect(page).to_have_url(f"{page.url.partition('/accounts')[0]}/accounts/people/")


def test_a_person_is_warned_and_goes_on(
    signed_in: SignedIn, office: User, settings: Settings
) -> None:
    page = signed_in(office)
    settings.SESSION_IDLE_SECONDS = 9
    page.goto("/accounts/people/")
    button = page.get_by_role("button", name="继续工作")
    expect(button).to_be_visible(timeout=12_000)
    settings.SESSION_IDLE_SECONDS = 1800
    button.click()
    expect(button).to_be_hidden()
    assert "sessionid" in {cookie["name"] for cookie in page.context.cookies()}


def test_a_restored_session_is_announced(
    signed_in: SignedIn, office: User, settings: Settings
) -> None:
    page = signed_in(office)
    mark = (
        "document.addEventListener('nianbao:session-restored', () => (document.body.id = 'again'))"
    )
    page.evaluate(mark)
    page.context.clear_cookies(name="sessionid")
    page.evaluate("document.dispatchEvent(new CustomEvent('nianbao:signed-out'))")
    page.get_by_role("button", name="重新登录").click()
    _sign_in_again(page)
    expect(page.locator("body#again")).to_be_attached()


def test_a_question_comes_before_a_disabling(
    signed_in: SignedIn, office: User, reporter: User
) -> None:
    page = signed_in(office)
    page.goto(f"/accounts/people/{reporter.pk}/")
    page.get_by_role("button", name="停用账号").click()
    page.get_by_role("dialog").get_by_role("button", name="取消").click()
    assert User.objects.get(pk=reporter.pk).is_active
    page.get_by_role("button", name="停用账号").click()
    page.get_by_role("dialog").get_by_role("button", name="停用账号").click()
    expect(page.get_by_text("已停用王填报的账号")).to_be_visible()
    assert not User.objects.get(pk=reporter.pk).is_active


def test_the_pages_are_accessible_and_no_wider_than_the_window(
    signed_in: SignedIn, office: User, reporter: User, subtests: pytest.Subtests
) -> None:
    page = signed_in(office)
    for address in ("people/", "people/new/", f"people/{reporter.pk}/", "password/"):
        with subtests.test(address):
            page.goto(f"/accounts/{address}")
            found = Axe().run(page)
            assert not found.response["violations"], found.generate_report()
            for width in (1366, 360):
                page.set_viewport_size({"width": width, "height": 740})
                assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_sign_in_page_asks_for_nothing_but_us_and_is_accessible(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/accounts/login/")
    assert len(asked) > 3
    assert all(url.startswith(page.url.partition("/accounts")[0]) for url in asked)
    expect(page.locator("#old-browser")).to_be_hidden()
    assert not Axe().run(page).response["violations"]


def _sign_in_again(page: Page, password: str = PASSWORD) -> None:
    field = page.locator("#session-password")
    expect(field).to_be_visible(timeout=15_000)
    field.fill(password)
    page.get_by_role("button", name="登录并继续").click()
