"""What acts and looks of the logs are called; an act that has no words yet is shown by its slug."""

from collections.abc import Callable

_ACTS = (
    "sign-in",
    "password",
    "staff-add",
    "staff-change",
    "staff-block",
    "staff-reset",
    "staff-link",
    "staff-unlink",
    "register",
    "return",
    "refuse",
    "admit",
    "reopen",
    "overturn",
    "save-check",
    "change-cost",
    "site-check",
    "record-papers",
    "export",
    "export-notes",
    "enter-paper",
    "rework-paper",
    "issue-slip",
    "show-question",
    "hide-question",
    "show-answer",
    "hide-answer",
    "enter-appeal",
    "stage-register",
    "approve-register",
    "reject-register",
    "take-yards",
    "issue-codes",
    "appoint-member",
    "dismiss-member",
    "make-chair",
    "open-sitting",
    "move-sitting-term",
    "put-off",
    "give-opinion",
    "conclude",
    "close-sitting",
    "publish-sitting",
    "print-protocol",
    "mark-exclusive",
    "unmark-exclusive",
    "view-author",
    "view-file",
    "codes",
    "appeal",
    "decide-appeal",
    "author",
    "make-kit",
    "make-card",
    "look-at-case",
    "close-case",
    "look-at-report",
    "export-reports",
    "ask-vote",
)

LOG_TEXTS = tuple(f"log-{act}" for act in _ACTS)
"""The words of each act; whoever adds one to a log adds its words."""


def said(say: Callable[[str], str], act: str) -> str:
    """Return what an act is called."""
    return say(f"log-{act}") if f"log-{act}" in LOG_TEXTS else act
