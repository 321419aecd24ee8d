"""The webhook that a bot may set instead of polling: settings, last error and what Telegram checks."""

import ipaddress
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from sandbox.clock import MovableClock
from sandbox.delivery import Delivery, Outcome
from sandbox.errors import bad_request, too_many
from sandbox.records import Json
from sandbox.signal import Signal
from sandbox.timing import Timing
from sandbox.updates import UpdateQueue
from sandbox.webhook_reply import Reply

LONGEST_SECRET = 256
PORTS = (80, 88, 443, 8443)
GONE_SECONDS = 23 * 3600.0  # of nothing but 410 Gone close the webhook
GONE = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where updates are sent; what Telegram compares to tell whether anything was changed."""

    url: str
    ip_address: str
    secret_token: str
    max_connections: int


class Webhooks:
    """At most one webhook at a time; while there is one, updates are delivered to it and not polled."""

    def __init__(self, updates: UpdateQueue, clock: MovableClock, timing: Timing, changed: Signal) -> None:
        self._updates = updates
        self._changed = changed
        self._clock = clock
        self._timing = timing
        self._delivery: Delivery | None = None
        self._next_call = -math.inf
        self._gone_since: float | None = None
        self._error: tuple[int, str] | None = None
        self.current: Webhook | None = None
        self.is_failing = False
        self.run_reply: Callable[[Reply], None] = lambda _: None  # the Bot API, once it is there

    async def set(
        self, url: str, secret: str, connections: int, allowed: list[str] | None, *, is_afresh: bool
    ) -> str:
        """Take a webhook, or none for an empty URL, and say what was done; raises ApiError.

        A webhook that is refused has already taken the place of the former one, as with Telegram.
        """
        if not url:
            return await self.delete(is_afresh=is_afresh)
        if self._timing.now() < self._next_call:
            raise too_many(1)
        self._next_call = self._timing.now() + self._timing.set_webhook_pause
        if self._is_same(url, secret, connections) and not is_afresh:
            self._updates.allow(allowed)
            return "Webhook is already set"
        self._updates.end_polls()
        await self.delete(is_afresh=is_afresh)
        address = read_address(url)
        _check_secret(secret)
        self._updates.allow(allowed)
        self.current = Webhook(url=url, ip_address=address, secret_token=secret, max_connections=connections)
        self._delivery = Delivery(
            self._updates, self._timing, url, secret, connections, self._note, self._take_reply
        )
        self._delivery.start()
        return "Webhook was set"

    async def delete(self, *, is_afresh: bool) -> str:
        """Deliver no more; what is in flight stays unconfirmed. Says what was done."""
        had_one = self.current is not None
        await self.close()
        if is_afresh:
            self._updates.drop_all()
        return "Webhook was deleted" if had_one else "Webhook is already deleted"

    async def close(self) -> None:
        """Forget the webhook and end its deliveries."""
        delivery, self._delivery = self._delivery, None
        self.current = self._error = self._gone_since = None
        self.is_failing = False
        if delivery is not None:
            await delivery.stop()

    def info(self) -> Json:
        """The Bot API `WebhookInfo`."""
        info: Json = {
            "url": self.current.url if self.current else "",
            "has_custom_certificate": False,
            "pending_update_count": self._updates.pending,
        }
        if self._error is not None:
            info["last_error_date"], info["last_error_message"] = self._error
        if self.current is not None:
            info["max_connections"] = self.current.max_connections
            info["ip_address"] = self.current.ip_address
        allowed = self._updates.allowed_updates
        return info | ({"allowed_updates": allowed} if allowed else {})

    def _is_same(self, url: str, secret: str, connections: int) -> bool:
        now = self.current
        return now is not None and (now.url, now.secret_token, now.max_connections) == (
            url,
            secret,
            connections,
        )

    def _take_reply(self, reply: Reply) -> None:
        self.run_reply(reply)

    async def _note(self, outcome: Outcome) -> None:
        """Keep the last error; a webhook that has been gone for 23 hours is closed."""
        self.is_failing = outcome.error is not None
        if outcome.error is not None:
            self._error = (self._clock.timestamp(), outcome.error)
        if outcome.status != GONE:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = self._timing.now()
        elif self._timing.now() > self._gone_since + GONE_SECONDS:
            await self.close()
        self._changed.notify()


def read_address(url: str) -> str:
    """The IP address of a webhook on this machine; raises ApiError for any other and for what is no URL."""
    split = _read_url(url)
    address = split.hostname or ""
    if re.fullmatch(r"[0-9.]+|.*:.*", address) and _is_loopback(address):
        return address
    if split.scheme == "http":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (split.port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    raise bad_request("bad webhook: the sandbox calls only addresses of this machine")


def _read_url(url: str) -> SplitResult:
    refusal = bad_request("invalid webhook URL specified")
    try:
        split = urlsplit(url if "://" in url else f"https://{url}")
        is_url = split.scheme in ("http", "https") and bool(split.hostname) and split.port != 0
    except ValueError:
        raise refusal from None
    if not is_url or re.search(r"\s", url):
        raise refusal
    return split


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _check_secret(secret: str) -> None:
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
