"""States and how reports move between them: one table, one door."""

from .archiving import being_written, is_being_written, why_not_archive
from .attention import done_by, waiting_for
from .door import advance, open_to
from .planning import MOST_STEPS, plan_steps
from .redrawing import redraw
from .refusal import RefusedError
from .steps import Step, may_record, may_sign, steps_of
from .table import RECORDED, TRANSITIONS, Transition, label_of

__all__ = [
    "MOST_STEPS",
    "RECORDED",
    "TRANSITIONS",
    "RefusedError",
    "Step",
    "Transition",
    "advance",
    "being_written",
    "done_by",
    "is_being_written",
    "label_of",
    "may_record",
    "may_sign",
    "open_to",
    "plan_steps",
    "redraw",
    "steps_of",
    "waiting_for",
    "why_not_archive",
]
