"""Takes the pictures of the golden reports anew and writes docs/documents.md: `make golden`.

Look at every page that changed before it is committed: it is what heads of agencies will sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from config.settings import BASE_DIR

DOCUMENT = Path(BASE_DIR) / "docs" / "documents.md"

TITLES = {
    "zero": "全部为零的报告",
    "small": "乡镇的报告",
    "large": "大区的报告，有署名和成文日期",
    "long": "文字很长、机关名称很长的报告",
    "rare": "七位以上数字和生僻字",
}

HEAD = """# What the documents look like

The five golden reports (`tests/rendering/goldens.py`), page by page, and what they measure against
GB/T 9704-2012. Both are written by `make golden`; the suite fails when a page looks otherwise than
its picture here (`tests/rendering/test_golden.py`) or a value of the table is no longer what is
measured (`tests/rendering/test_measures.py`). The pictures are of the PDF, 72 dots an inch. The
sentences and agencies are made up, the figures of the large district are a published report's.

The standard is for documents of Party and government organs; other papers may follow it (参照执行).
No source asks for it in annual reports. What it says nothing of is marked —. Its clauses were read
at second hand.

## Measured

| clause | what | asked | measured in the PDF |
|---|---|---|---|
"""

NOTES = """
- 小标宋: the face is FandolSong-Bold, the nearest free one. The .docx names 方正小标宋简体, which
  offices have.
- Lines that hold an address of the web may end up to three characters early, to break after one of
  its marks; they are left out of the right edge above. A line whose next word cannot be broken, and
  which would need gaps of more than half a character, stays ragged; there is none in these reports.
- Rare characters come from another face, set as low as Fandol's and in the title as heavy; in
  running text they look a little darker than 仿宋: no free 仿宋 has them.
- No table breaks over pages: tables two and four go to the next page whole, table three begins one.
  A page before a table may therefore end early, and pages with tables have not 22 lines; the
  standard allows for that (5.2.3, 特定情况可以作适当调整).
- The .docx of the five reports was looked at page by page beside the PDF, as LibreOffice 7.4 sets
  it with Fandol's faces in place of those that it names. Pages, tables and their heads are the
  same: 22 lines a page, 28 characters a line, title lines 28.99 pt apart, no table cut, page
  numbers at the outer edge with the dash 7.0 mm below the text, 署名 centred over 成文日期. What
  differs there: this version puts a gap between hanzi and digits though the file forbids it, so
  that some lines break elsewhere and the date comes out wider; it lets a comma or full stop hang
  over the right edge, for it takes w:overflowPunct the wrong way round; it does not break within
  an address of the web, and the line before one is spread out. The title's face was a lighter one
  than 小标宋. Neither Word nor WPS was at hand.
- Figures of up to seven digits are 9 pt in table three and of up to six in table four; seven are
  7.5 pt there. In the .docx they are as large, with digits as wide as those of Times New Roman or
  宋体; in a wider face figures of seven digits and more may break over two lines.
"""


def table() -> str:
    """The rows of the table of measures."""
    from tests.rendering.measures import all_measures

    return "".join(
        f"| {one.clause} | {one.what} | {one.asked} | {one.measured} |\n" for one in all_measures()
    )


def pictured() -> Iterator[str]:
    """A heading and the pages for each report."""
    from tests.rendering import pictures
    from tests.rendering.goldens import GOLDEN, drawn

    for name in GOLDEN:
        yield f"\n## {TITLES[name]}\n\n"
        for number, _ in enumerate(pictures.pages(drawn(name)), 1):
            path = pictures.file(name, number).relative_to(BASE_DIR)
            yield f"![{TITLES[name]}，第{number}页](../{path})\n"


def take() -> None:
    """Keeps a picture of every page, and no other."""
    from tests.rendering import pictures
    from tests.rendering.goldens import GOLDEN, drawn

    pictures.FOLDER.mkdir(exist_ok=True)
    for name in GOLDEN:
        for old in pictures.FOLDER.glob(f"{name}-*.png"):
            old.unlink()
        for number, page in enumerate(pictures.pages(drawn(name)), 1):
            pictures.file(name, number).write_bytes(pictures.kept(page))


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    take()
    DOCUMENT.write_text(HEAD + table() + NOTES + "".join(pictured()), encoding="utf-8")
