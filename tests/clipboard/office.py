"""Asks a headless LibreOffice what its Calc and Writer put on the clipboard.

Run by the Python that has UNO: office.py FOLDER TARGET. FOLDER holds report.docx and sheets.json
({section: boxes}); each copy becomes NAME.html and NAME.txt in TARGET.
"""

# mypy: ignore-errors

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

PIPE = "nianbao-clipboard"
TRIES = 120


def main(folder, target):
    """Copies every table out of Calc and out of Writer."""
    profile = (folder / "profile").as_uri()
    options = ["--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}"]
    office = subprocess.Popen(["soffice", *options, f"--accept=pipe,name={PIPE};urp;"])
    try:
        context = connected()
        make = context.ServiceManager.createInstanceWithContext
        desktop = make("com.sun.star.frame.Desktop", context)
        dispatcher = make("com.sun.star.frame.DispatchHelper", context)
        for number, boxes in json.loads((folder / "sheets.json").read_text()).items():
            copy_sheet(desktop, number, boxes, target)
        copy_document(desktop, dispatcher, folder / "report.docx", target)
        desktop.terminate()
    finally:
        office.wait(60)


def connected():
    """The office's own context, once it listens."""
    local = uno.getComponentContext()
    manager = local.ServiceManager
    resolver = manager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - whatever UNO raises while soffice starts
            time.sleep(0.5)
    raise SystemExit("soffice does not answer")


def opened(desktop, url):
    """A document that shows no window."""
    return desktop.loadComponentFromURL(url, "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))


def copy_sheet(desktop, number, boxes, target):
    """The table as a sheet: copied whole, without its headings, and its figures alone."""
    document = opened(desktop, "private:factory/scalc")
    sheet = document.Sheets.getByIndex(0)
    for box in boxes:
        fill(sheet, box)
    top = min(box["row"] for box in boxes if box["number"] is not None)
    left = min(box["column"] for box in boxes if box["number"] is not None)
    bottom = max(box["row"] + box["rowspan"] for box in boxes) - 1
    right = max(box["column"] + box["colspan"] for box in boxes) - 1
    corners = {"whole": (0, 0), "body": (0, top), "figures": (left, top)}
    for part, (column, row) in corners.items():
        document.CurrentController.select(sheet.getCellRangeByPosition(column, row, right, bottom))
        write(document, target / f"calc-{number}-{part}")
    document.close(True)


def fill(sheet, box):
    """One box of the form, merged over what it covers."""
    column, row = box["column"], box["row"]
    cell = sheet.getCellByPosition(column, row)
    if box["number"] is None:
        cell.String = box["text"]
    else:
        cell.Value = box["number"]
    right, bottom = column + box["colspan"] - 1, row + box["rowspan"] - 1
    if (right, bottom) != (column, row):
        sheet.getCellRangeByPosition(column, row, right, bottom).merge(True)


def copy_document(desktop, dispatcher, path, target):
    """The drawn report: the whole document, and each of its tables."""
    document = opened(desktop, path.as_uri())
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:SelectAll", "", 0, ())
    write(document, target / "writer-all")
    for number, table in zip((2, 3, 4), document.TextTables.ElementNames, strict=True):
        document.CurrentController.select(document.TextTables.getByName(table))
        dispatcher.executeDispatch(frame, ".uno:SelectTable", "", 0, ())
        write(document, target / f"writer-{number}")
    document.close(True)


def write(document, stem):
    """What a paste would be given: the HTML and the text."""
    copied = document.CurrentController.getTransferable()
    for flavour in copied.getTransferDataFlavors():
        if flavour.MimeType == "text/html":
            data = bytes(copied.getTransferData(flavour).value)
            stem.with_suffix(".html").write_bytes(data)
        elif flavour.MimeType.startswith("text/plain"):
            stem.with_suffix(".txt").write_text(copied.getTransferData(flavour), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
