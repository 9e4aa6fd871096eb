"""本地设置: what a district has decided for its subtree, and who decided it when."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from agencies.models import Agency


class SettingKind(models.TextChoices):
    """What can be decided; `key` and `value` of a setting mean what stands beside each."""

    SEVERITY = "severity", "检查规则"  # name of the check → warning, note or off
    WRONG = "wrong", "错别字"  # wrong word → right word
    SENSITIVE = "sensitive", "敏感词"  # word → nothing
    KEPT = "kept", "不再报的词"  # word → nothing
    LONGEST = "longest", "字数上限"  # number of the section → characters, 0 for any
    DUE = "due", "公布期限"  # department or government → month-day
    PHRASE = "phrase", "常用说明"  # sentence → nothing
    VERIFY = "verify", "核验网址"  # nothing → address of this system for the public, or off
    OFFICE = "office", "主管机构名称"  # only in the journal: the name stands with the agency


class Setting(models.Model):
    """One decision. It holds at and below its agency, until one nearer says otherwise."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="settings")
    kind = models.CharField("设置项", max_length=12, choices=SettingKind.choices)
    key = models.CharField(max_length=200)
    value = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "本地设置"
        ordering = ["kind", "key"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "kind", "key"], name="one_setting_a_key")
        ]

    def __str__(self) -> str:
        return f"{self.key}→{self.value}" if self.value else self.key


class SettingChange(models.Model):
    """One change of a decision; rows are only added. None is "not decided here"."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="setting_changes")
    kind = models.CharField("设置项", max_length=12, choices=SettingKind.choices)
    key = models.CharField(max_length=200)
    before = models.CharField("原来", max_length=200, null=True)
    after = models.CharField("改为", max_length=200, null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="修改人"
    )
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "本地设置修改记录"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"
