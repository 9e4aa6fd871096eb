"""Other programs at the same work, where they are installed."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reports.content import Content
from reports.figures import printed
from reports.prose import Paragraph
from reports.rendering import docx
from tests import office

BATCH = 8
_FIRST = 700_000_000


def docxtpl_act(content: Content) -> Callable[[], bytes]:
    """docxtpl filling a template that is our own document with a tag for each figure and line."""
    from docxtpl import DocxTemplate

    template, context = _template(content)

    def act() -> bytes:
        document, file = DocxTemplate(io.BytesIO(template)), io.BytesIO()
        document.render(context)
        document.save(file)
        return file.getvalue()

    return act


def _template(content: Content) -> tuple[bytes, dict[str, list[str]]]:
    """The template and what to fill it with."""
    figures = {id_: _FIRST + n for n, id_ in enumerate(content.figures)}
    lines = [p.text for paragraphs in content.prose.values() for p in paragraphs]
    marks = {line: _mark(line, n) for n, line in enumerate(lines)}
    marked = replace(
        content,
        figures={i: Decimal(v) if i.startswith("charges") else v for i, v in figures.items()},
        prose={
            key: tuple(Paragraph(p.id, marks[p.text]) for p in paragraphs)
            for key, paragraphs in content.prose.items()
        },
    )
    tags = {str(value): f"{{{{ f[{value - _FIRST}] }}}}" for value in figures.values()}
    tags |= {mark: f"{{{{ p[{lines.index(line)}] }}}}" for line, mark in marks.items()}
    context = {"f": [printed(content.figures[id_]) for id_ in figures], "p": lines}
    return _tagged(docx.draw(marked), tags), context


def _mark(line: str, number: int) -> str:
    """A word that stands for a line and is set in the same style."""
    heading = re.match(r"（[一二三四五六七八九十]）", line)
    return f"{heading[0] if heading else ''}记号{number:03}"


def _tagged(document: bytes, tags: dict[str, str]) -> bytes:
    pattern = re.compile("|".join(map(re.escape, sorted(tags, key=len, reverse=True))))
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(file, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/document.xml":
                data = pattern.sub(lambda found: tags[found[0]], data.decode()).encode()
            new.writestr(item, data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def libreoffice_act(content: Content, folder: Path) -> Callable[[], object]:
    """LibreOffice making PDFs of our .docx, BATCH of them by one process."""
    document, program = docx.draw(content), office.PROGRAM
    files = [folder / f"{number}.docx" for number in range(BATCH)]
    for file in files:
        file.write_bytes(document)
    profile = tempfile.mkdtemp(dir=folder)
    command = [str(program), f"-env:UserInstallation=file://{profile}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]

    def act() -> None:
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        for file in files:
            file.with_suffix(".pdf").unlink()

    return act
