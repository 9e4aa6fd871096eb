"""WeasyPrint as the report needs it: our own faces and style sheets, read once; nothing fetched."""

from __future__ import annotations

import logging
import threading
from base64 import b64decode
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html as markup

from . import fonts, furniture, justify, ruled, tagged
from .verifying import PNG

UA = "pdf/ua-1"

STYLE = Path(__file__).parent / "style"

# What people wrote does not belong into logs; missing glyphs are told by the Drawing.
for _name in ("fontTools", "weasyprint", "weasyprint.progress"):
    logging.getLogger(_name).setLevel(logging.ERROR)


# Neither Pango nor the tables that are kept may be used by two threads at a time.
one_at_a_time = threading.RLock()


class Press:
    """Prints pages of HTML. To begin costs a second, which is paid once for each style sheet."""

    def __init__(self, css: str) -> None:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        justify.install()
        ruled.install()
        tagged.install()
        self.configuration = FontConfiguration()
        self.style = weasyprint.CSS(
            string="\n".join((fonts.face_rules(), sheet("print.css"), css)),
            font_config=self.configuration,
            url_fetcher=_fetcher(fonts.load),
        )

    def print(
        self, page: str, finisher: Any, variant: str = UA, attachments: Sequence[Any] = ()
    ) -> bytes:
        """The PDF of a page of HTML; `finisher` may work on its objects before they are written.

        `variant` is WeasyPrint's name of the standard it is built after.
        """

        def finish(document: Any, pdf: Any) -> None:
            furniture.set_apart(pdf)
            if finisher is not None:
                finisher(document, pdf)

        with one_at_a_time:
            document = self._laid_out(page, variant)
            data = document.write_pdf(finisher=finish, pdf_variant=variant, attachments=attachments)
        return bytes(data)

    def boxes(self, page: str) -> list[Any]:
        """The boxes of the laid-out pages, not yet drawn."""
        with one_at_a_time:
            return [one._page_box for one in self._laid_out(page, UA).pages]  # noqa: SLF001

    def _laid_out(self, page: str, variant: str) -> Any:
        return _page_type()(page).render(
            stylesheets=[self.style], font_config=self.configuration, pdf_variant=variant
        )


@cache
def _page_type() -> Any:
    """WeasyPrint's HTML, read by a faster parser and without rules for what we never write.

    Both spare a fifth of the time. They rest on WeasyPrint's inner layout (see requirements.in).
    """
    import cssselect2
    import weasyprint

    base = weasyprint.CSS(string=sheet("base.css"))

    class Page(weasyprint.HTML):  # type: ignore[misc]
        def __init__(self, page: str) -> None:
            root = markup.document_fromstring(page.replace("\0", ""))
            self.base_url, self.media_type = None, "print"
            self.url_fetcher = _fetcher(_drawn_here)
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(
                root, content_language=None
            )
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [base]

    return Page


def sheet(name: str) -> str:
    """One of our style sheets."""
    return (STYLE / name).read_text(encoding="utf-8")


def _fetcher(load: Callable[[str], bytes]) -> Any:
    """Fetches by `load` and nothing else: what people type must not make the server fetch."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            return URLFetcherResponse(url, load(url))

    return Fetcher()


def _drawn_here(url: str) -> bytes:
    """The code of a document, which carries itself; everything else is refused."""
    if not url.startswith(PNG):
        raise ValueError(url)
    return b64decode(url.removeprefix(PNG))
