"""Empty paper for a division: open boxes, the unit where no heading names it."""

from reports.rendering.blank import blank_parts

from .contents import old

AMOUNT = "procurement.central.amount"


def test_an_empty_box_for_money_has_the_unit_printed_in_it() -> None:
    (part,) = blank_parts(old(), {AMOUNT, "procurement.central.items"})
    rows = part["rows"]
    assert isinstance(rows, list)
    boxes = {one["box"].cell.id: one for row in rows for one in row if one["box"].cell}
    assert (boxes[AMOUNT]["lines"], boxes[AMOUNT]["extra"]) == (("元",), "sheet-open")
    assert boxes["procurement.central.items"]["lines"] == ("",)
    assert boxes["charges.fees.change"]["extra"] == "sheet-shut"
