import re
from pathlib import Path

from django.test import Client, override_settings
from django.urls import reverse

from agencies.models import Agency, User
from config.modules import imported_by
from tests.filing import begun

STATIC = Path(__file__).resolve().parents[2] / "static"


def test_every_module_that_a_script_rests_on_is_known() -> None:
    names = {"js/edit/page.js", *imported_by("js/edit/page.js")}
    texts = {name: (STATIC / name).read_text() for name in names}
    targets = {
        (STATIC / name).parent.joinpath(target).resolve().relative_to(STATIC).as_posix()
        for name, text in texts.items()
        for target in re.findall(r"""(?:from|import)\s*["'](\.[^"']+)["']""", text)
    }
    assert {"js/figures.js", "js/equations.js", "js/edit/draft.js"} <= targets
    assert names == {*targets, "js/edit/page.js"}


def test_the_filling_page_asks_for_all_its_modules_at_once(
    client: Client, reporter: User, finance: Agency
) -> None:
    client.force_login(reporter)
    page = client.get(reverse("reports:edit", args=[begun(finance).pk])).text
    asked = re.findall(r'<link rel="modulepreload" href="/static/([^"]+)">', page)
    assert asked == list(imported_by("js/edit/page.js"))
    assert page.count('src="/static/js/edit/page.js"') == 1


def test_a_script_that_imports_nothing_asks_for_nothing() -> None:
    assert imported_by("js/menu.js") == ()
    with override_settings(DEBUG=True):
        assert imported_by("js/no-such.js") == ()
