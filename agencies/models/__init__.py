"""Every model of the app: agencies over time, people, roles, what happened to accounts."""

from agencies.models.account_event import AccountEvent
from agencies.models.agency import Agency, AgencyName, Succession
from agencies.models.division import Division
from agencies.models.membership import Membership, Role
from agencies.models.user import PasswordHistory, User

__all__ = [
    "AccountEvent",
    "Agency",
    "AgencyName",
    "Division",
    "Membership",
    "PasswordHistory",
    "Role",
    "Succession",
    "User",
]
