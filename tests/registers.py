"""A register that was read, without the process that reads files."""

from __future__ import annotations

from reports.counting import Column, Sifted

SIFTED = Sifted(
    columns=(
        Column("登记编号", "case", {}),
        Column("收到日期", "date", {}),
        Column("申请人类别", "value", {"公民": 2, "企业": 1}),
        Column("答复日期", "date", {}),
        Column("办理结果", "value", {"公开": 2}),
    ),
    left_out=("申请人姓名", "联系电话"),
    rows=(
        ("第2行", "1号", "2021-03-05", "公民", "2021-03-20", "公开"),
        ("第3行", "2号", "2021-04-05", "企业", "2021-04-20", "公开"),
        ("第4行", "3号", "三月", "公民", "", ""),
        ("第5行", "4号", "2020-02-01", "公民", "2020-02-20", "公开"),
    ),
)
"""Of 2021; one row is unclear, one belongs to the year before."""
