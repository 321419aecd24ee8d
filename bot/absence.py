"""Tells what has to come again, because database or Redis were away, from what failed for good.

Separate because receiving and the errors' router must be of one opinion: what is not answered with an apology
is brought again.
"""

from redis.exceptions import ConnectionError as RedisAway
from redis.exceptions import TimeoutError as RedisSlow

from core.usecases.absence import is_database_away


def is_away(error: BaseException) -> bool:
    """Say whether what an update needs could not be reached, so that it may be handled later."""
    return isinstance(error, RedisAway | RedisSlow) or is_database_away(error)
