"""What stands on pages beside the text (page numbers, marks, 草稿): drawn, but not read aloud.

A PDF for screen readers calls it artifact. WeasyPrint tags it like text: page numbers under
elements that hang nowhere, as `tagged` has it do with hidden elements.
"""

from __future__ import annotations

from typing import Any


def set_apart(pdf: Any) -> int:
    """Makes artifacts of what no element of the text holds; how many pieces it was.

    Works on a drawn, not yet written PDF with tags.
    """
    tree = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    read = _reachable(pdf, tree)
    by_page = pdf.objects[_number(tree["ParentTree"])]["Nums"]
    pages = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
    owners = dict(zip(by_page[::2], by_page[1::2], strict=True))
    return sum(_page(pdf, page, owners[page["StructParents"]], read) for page in pages)


def _page(pdf: Any, page: Any, owners: list[Any], read: set[int]) -> int:
    import pydyf

    unread = {n for n, owner in enumerate(owners) if _number(owner) not in read}
    for number in unread:
        pdf.objects[_number(owners[number])].clear()
        owners[number] = "null"
    stream = pdf.objects[_number(page["Contents"])].stream
    for at, item in enumerate(stream):
        if item == b"BDC" and stream[at - 1].get("MCID") in unread:
            stream[at - 2] = "/Artifact"
            stream[at - 1] = pydyf.Dictionary({"Type": "/Pagination"})
    return len(unread)


def _reachable(pdf: Any, root: Any) -> set[int]:
    """The numbers of all elements below the root."""
    found: set[int] = set()
    waiting = [root]
    while waiting:
        for kid in waiting.pop().get("K", ()):
            if isinstance(kid, bytes) and (number := _number(kid)) not in found:
                found.add(number)
                waiting.append(pdf.objects[number])
    return found


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
