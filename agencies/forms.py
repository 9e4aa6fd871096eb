"""The forms of signing in and of keeping people; what may be chosen depends on who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, UsernameField

from agencies.accounts import GRANTABLE, Deed, places
from agencies.models import Agency, User
from agencies.tree import office_name_for

if TYPE_CHECKING:
    AgencyField = forms.ModelChoiceField[Agency]
    UserForm = forms.ModelForm[User]
else:
    AgencyField = forms.ModelChoiceField
    UserForm = forms.ModelForm


class SignInForm(AuthenticationForm):
    """User name and password; every failure reads alike, so that no name is given away."""

    error_messages = {
        "invalid_login": "用户名或密码不正确，或账号已停用。请检查大小写后重试。",
        "inactive": "用户名或密码不正确，或账号已停用。请检查大小写后重试。",
    }
    LOCKED = "连续登录失败次数过多，已暂停登录30分钟。可稍后再试，或请管理人员重置密码。"

    as_user = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.label_suffix = ""

    def another_person(self) -> bool:
        """Whether the page that asks was opened by someone other than who now signs in."""
        asked = self.cleaned_data["as_user"]
        return bool(asked) and asked != self.get_user().get_username()


class OwnPasswordForm(PasswordChangeForm):
    """A person's own change of password."""

    error_messages = {
        "password_incorrect": "原密码不正确。",
        "password_mismatch": "两次输入的新密码不一致。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (
            ("old_password", "原密码"),
            ("new_password1", "新密码"),
            ("new_password2", "再输一次新密码"),
        ):
            self.fields[name].label = label
            self.fields[name].help_text = ""


class AgencyChoice(AgencyField):
    """A choice of agencies, indented as they stand in the tree."""

    def label_from_instance(self, obj: Agency) -> str:
        """The agency's name behind one wide space a level."""
        return "\u3000" * (obj.path.count("/") - 1) + obj.name


class PersonForm(UserForm):
    """Who a person is and where; ``by`` sees only the agencies in reach."""

    home = AgencyChoice(Agency.objects.none(), label="所在单位", empty_label="请选择")

    class Meta:
        model = User
        fields = ("username", "name", "home", "phone", "email")
        field_classes = {"username": UsernameField}  # measures what will be kept
        help_texts = {"username": "登录用，建立后不能改。可用姓名拼音或工号。"}

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deed = Deed.EDIT if self.instance.pk else Deed.CREATE
        choice = self.fields["home"]
        assert isinstance(choice, AgencyChoice)
        choice.queryset = places(by, deed)
        if self.instance.pk:
            del self.fields["username"]


class GrantForm(forms.Form):
    """Which role at which agency."""

    role = forms.ChoiceField(label="角色")
    agency = AgencyChoice(Agency.objects.none(), label="机构", empty_label="请选择")

    def __init__(self, *args: Any, by: User, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice, role = self.fields["agency"], self.fields["role"]
        assert isinstance(choice, AgencyChoice)
        assert isinstance(role, forms.ChoiceField)
        choice.queryset = places(by, Deed.GRANT)
        choice.initial = person.home_id
        office = office_name_for(person.home) if person.home else GRANTABLE[-1].label
        role.choices = [(kind, kind.label) for kind in GRANTABLE[:-1]] + [(GRANTABLE[-1], office)]
