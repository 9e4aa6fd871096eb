"""An action that cannot be done now, and why."""

from __future__ import annotations

from collections.abc import Sequence

from reports.checks import Finding


class RefusedError(Exception):
    """The message says in Chinese what stands in the way; `findings` are those that block."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)
