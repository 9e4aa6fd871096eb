"""R71: an address that cannot be opened is found, one that can is let alone."""

from __future__ import annotations

import pytest

from tests.checks.test_language import read


@pytest.mark.parametrize(
    "text",
    [
        "网址为https：//example.gov.cn/，请查询。",
        "见www。example.gov.cn",
        "网址：https://www。example.gov.cn/。",
        "见https;／／example.gov.cn",
        "网址：example.gov。cn。",
        "网址：ｗｗｗ.example.gov.cn。",
        "邮箱：xxgk＠example.gov.cn。",
        "见http://www.example.gov，cn。",
        "见https://example，gov.cn/zwgk/。",
        "见www.example，com，欢迎查阅。",
        "网址：http//www.example.gov.cn。",
        "网址：https//example.gov.cn/index.html",
        "网址：http:/example.gov.cn。",
        r"网址：http:\\example.gov.cn。",
        "网址：http;//example.gov.cn。",
        "网址：HTTP:///example.gov.cn。",
        "网址：htttp://example.gov.cn。",
        "网址：https:www.example.gov.cn。",
    ],
)
def test_an_address_that_cannot_be_opened_is_found(text: str) -> None:
    assert [found.rule for found in read(text, "address")] == ["R71"]


@pytest.mark.parametrize(
    "text",
    [
        "见https://example.gov.cn/。",
        "请登录https://example.gov.cn/：",
        "网址是www.example.gov.cn。2024年访问量3万次。",
        "网址是www.example.gov.cn。App已上线，更新App。community栏目已停用。",
        "详见http://www.example.gov.cn，联系电话12345678。",
        "见www.example.gov.cn，www.example.com，xxgk.example.cn。",
        "见www.example.gov.cn，cn为国家顶级域名，见http://example，cnki已收录。",
        "网址：http://example.gov.cn/a?b=1，请查询。",
        "网址：https://example.gov.cn//a/，ftp://example.gov.cn/b。",
        "同时支持http/https协议和sftp://。",
    ],
)
def test_an_address_that_can_be_opened_is_let_alone(text: str) -> None:
    assert read(text, "address") == []
