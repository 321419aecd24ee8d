"""What a notice says: kind and facts of the outbox become a text and buttons in the person's language.

Separate from the sending, because facts are read anew at that moment and each kind has its own telling.
"""

from typing import assert_never

from core.language.locales import Locales
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.place import account
from core.usecases.services import Services
from messenger.notices import outcome, verification
from messenger.notices.rendered import Rendered


async def render(services: Services, locales: Locales, notice: Notice) -> Rendered | None:
    """Return the notice in its reader's language; ``None`` where there is nothing left to tell.

    Raises:
        RuleViolation: ``campaign-unknown`` or ``project-unknown``, where what it is about is gone.
    """
    viewer = await account.see(services, notice.account_id)
    words = locales.words(viewer.speaks)
    match notice.kind:
        case NoticeKind.LINK_MOVED:
            return await verification.render(services, words, notice)
        case NoticeKind.OUTCOME:
            return await outcome.render(services, words, notice)
        case _:
            assert_never(notice.kind)
