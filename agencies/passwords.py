"""What a password must be, what it must not be again, and how a one-time password is made."""

from __future__ import annotations

import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import password_validation
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from agencies.models import PasswordHistory, User

CLASSES = ("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")

# Without 0 O 1 l I and the like, because a one-time password is read out or written down.
UPPER, LOWER, DIGITS = "ABCDEFGHJKMNPQRSTUVWXYZ", "abcdefghjkmnpqrstuvwxyz", "23456789"


class LengthValidator(password_validation.MinimumLengthValidator):
    """Django's rule in a clerk's words: its Chinese catalogue lacks some of them."""

    def get_error_message(self) -> str:
        """What is wrong; the same words as the rule."""
        return self.get_help_text()

    def get_help_text(self) -> str:
        """The rule in a clerk's words."""
        return f"密码不少于{self.min_length}位。"


class LikenessValidator(password_validation.UserAttributeSimilarityValidator):
    """Nothing that comes near the name, the user name or the mail address."""

    def get_error_message(self) -> str:
        """What is wrong; the same words as the rule."""
        return self.get_help_text()

    def get_help_text(self) -> str:
        """The rule in a clerk's words."""
        return "密码不能与姓名、用户名等个人信息相近。"


class CommonValidator(password_validation.CommonPasswordValidator):
    """Nothing from the list of passwords that are tried first."""

    def get_error_message(self) -> str:
        """What is wrong; the same words as the rule."""
        return self.get_help_text()

    def get_help_text(self) -> str:
        """The rule in a clerk's words."""
        return "不能使用容易猜到的常见密码。"


class CharacterClassValidator:
    """Asks for so many of: small letters, capital letters, digits, other characters."""

    def __init__(self, least: int = 3) -> None:
        self.least = least

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError when too few classes occur."""
        if sum(bool(re.search(kind, password)) for kind in CLASSES) < self.least:
            raise ValidationError(self.get_help_text(), code="too_few_classes")

    def get_help_text(self) -> str:
        """The rule in a clerk's words."""
        return f"密码须含大写字母、小写字母、数字、符号四类中的至少{self.least}类。"


class HistoryValidator:
    """Refuses the last passwords of the same person."""

    def __init__(self, remembered: int = 5) -> None:
        self.remembered = remembered

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError when the password is one of the last."""
        if user is None or user.pk is None:
            return
        if any(check_password(password, old.password) for old in self._last(user)):
            raise ValidationError(self.get_help_text(), code="used_before")

    def password_changed(self, password: str, user: User | None = None) -> None:
        """Django calls this once a new password is stored; remember it, forget the oldest."""
        if user is None or not user.has_usable_password():
            return
        PasswordHistory.objects.create(user=user, password=user.password)
        kept = [old.pk for old in self._last(user)]
        user.old_passwords.exclude(pk__in=kept).delete()

    def get_help_text(self) -> str:
        """The rule in a clerk's words."""
        return f"不能与最近{self.remembered}次用过的密码相同。"

    def _last(self, user: User) -> list[PasswordHistory]:
        return list(user.old_passwords.all()[: self.remembered])


def one_time_password() -> str:
    """Three groups of four, about 67 bits, with at least one of every class."""
    parts = [secrets.choice(UPPER), secrets.choice(LOWER), secrets.choice(DIGITS)]
    parts += [secrets.choice(UPPER + LOWER + DIGITS) for _ in range(9)]
    secrets.SystemRandom().shuffle(parts)
    letters = "".join(parts)
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def change_due(user: User) -> bool:
    """Whether the person must choose a new password before anything else."""
    if user.must_change_password:
        return True
    days: int = settings.PASSWORD_MAX_AGE_DAYS
    if not days or user.is_demo:
        return False
    changed = user.password_changed_at or user.joined_at
    return changed < timezone.now() - timedelta(days=days)
