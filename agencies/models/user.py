"""A person who signs in. What a person may do is said by memberships alone, never by groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils.crypto import salted_hmac

from agencies.models.agency import Agency

if TYPE_CHECKING:
    from collections.abc import Iterator


class UserManager(BaseUserManager["User"]):
    """Makes people; granting roles is ``agencies.roles.grant``."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        """Store a person; without a password nobody can sign in as this person."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One person, one account. ``session_epoch`` grows to end every session of the person."""

    username = models.CharField(
        "用户名",
        max_length=150,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "这个用户名已有人使用。"},
    )
    name = models.CharField("姓名", max_length=40)
    phone = models.CharField("办公电话", max_length=40, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    home = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name="所在单位",
    )
    is_active = models.BooleanField("启用", default=True)
    is_staff = models.BooleanField("可进入系统管理后台", default=False, editable=False)
    is_demo = models.BooleanField("演示账号", default=False, editable=False)
    must_change_password = models.BooleanField("下次登录须修改密码", default=False)
    password_changed_at = models.DateTimeField("密码修改时间", null=True, editable=False)
    session_epoch = models.PositiveIntegerField(default=0, editable=False)
    joined_at = models.DateTimeField("建立时间", auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = verbose_name_plural = "人员"
        ordering = ("username",)

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        """The person's name, for Django's own pages."""
        return self.name

    get_short_name = get_full_name

    def get_session_auth_hash(self) -> str:
        """What a session must carry to be this person's: password and epoch, keyed."""
        return self._session_hash(None)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under each former secret key, so that a new key signs nobody out."""
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._session_hash(secret)

    def _session_hash(self, secret: str | bytes | None) -> str:
        carried = f"{self.session_epoch}:{self.password}"
        return salted_hmac("agencies.User.session", carried, secret, algorithm="sha256").hexdigest()

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Django admin asks this; it is for system administrators, whole or not at all."""
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        """As ``has_perm``."""
        return self.is_active and self.is_staff


class PasswordHistory(models.Model):
    """The hash of a password once used, so that it is not used again soon."""

    user = models.ForeignKey(User, models.PROTECT, related_name="old_passwords")
    password = models.CharField(max_length=128)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.user} {self.at:%Y-%m-%d}"
