"""The receipt: a signed promise that an entry stays in the roll, with nothing of the choice (ledger 7)."""

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from core.model.encoding import entry
from core.model.vote import Receipt, RollEntry

_CONTROL_DIGITS = 16
_GROUP = 4


def control_number(token: bytes) -> str:
    """Return the beginning of a token in groups: enough to find one's entry in the published roll (E5)."""
    digits = token.hex()[:_CONTROL_DIGITS].upper()
    return " ".join(digits[place : place + _GROUP] for place in range(0, len(digits), _GROUP))


def roll_leaf(campaign: str, item: RollEntry) -> str:
    """Return the roll's leaf: number, token, channel and territory, no time and no account (ledger 2)."""
    return entry(
        "roll",
        campaign,
        n=item.number,
        token=item.token.hex(),
        channel=item.channel.value,
        territory=item.territory,
    )


def promise(campaign: str, item: RollEntry) -> str:
    """Return the text that a receipt signs."""
    return entry("promise", campaign, leaf=roll_leaf(campaign, item))


def make_receipt(signing_key: bytes, campaign: str, item: RollEntry) -> Receipt:
    """Sign the promise for an entry; Ed25519 signs alike, so a repeated receipt is the same one."""
    return Receipt(entry=item, signature=sign(signing_key, promise(campaign, item)))


def sign(signing_key: bytes, text: str) -> bytes:
    """Return the campaign's Ed25519 signature over a canonical text (ledger 1)."""
    return bytes(SigningKey(signing_key).sign(text.encode()).signature)


def printed_receipt(campaign: str, receipt: Receipt) -> str:
    """Return the receipt as a QR code carries it: the leaf, and the signature over its promise (ledger 7)."""
    leaf = roll_leaf(campaign, receipt.entry)
    return entry("receipt", campaign, leaf=leaf, signature=receipt.signature.hex())


def is_genuine(public_key: bytes, campaign: str, receipt: Receipt) -> bool:
    """Say whether the campaign's key signed this receipt."""
    return is_signed(public_key, promise(campaign, receipt.entry), receipt.signature)


def is_signed(public_key: bytes, text: str, signature: bytes) -> bool:
    """Say whether the campaign's key signed a canonical text."""
    try:
        VerifyKey(public_key).verify(text.encode(), signature)
    except BadSignatureError:
        return False
    return True


def verifying_half(signing_key: bytes) -> bytes:
    """Return the public half of a signing key."""
    return bytes(SigningKey(signing_key).verify_key)
