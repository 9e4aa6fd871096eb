"""What is kept: duties, drafts and changes, frozen revisions, signatures, publications, jobs."""

from .assignment import Assignment
from .bundle import Bundle, BundleItem
from .campaign import Campaign, Duty
from .change import Change, Save
from .comment import Comment, Thread
from .comparison import Comparison
from .document import Document
from .event import Event
from .explanation import Explanation
from .heartbeat import Heartbeat
from .job import Job
from .portal import PortalCheck, PortalRecord
from .prefill import Prefill
from .presence import Presence
from .publication import Publication
from .register import Register, RegisterMapping
from .report import Report, State, frozen
from .revision import Revision
from .sealed import SealedScan
from .setting import Setting, SettingChange, SettingKind
from .signoff import Signoff, SignoffStep
from .upload import Batch, Upload

__all__ = [
    "Assignment",
    "Batch",
    "Bundle",
    "BundleItem",
    "Campaign",
    "Change",
    "Comment",
    "Comparison",
    "Document",
    "Duty",
    "Event",
    "Explanation",
    "Heartbeat",
    "Job",
    "PortalCheck",
    "PortalRecord",
    "Prefill",
    "Presence",
    "Publication",
    "Register",
    "RegisterMapping",
    "Report",
    "Revision",
    "Save",
    "SealedScan",
    "Setting",
    "SettingChange",
    "SettingKind",
    "Signoff",
    "SignoffStep",
    "State",
    "Thread",
    "Upload",
    "frozen",
]
