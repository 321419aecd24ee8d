"""Words of which the commonest passwords are made, in the letters in which people type them (L1)."""

COMMON_PASSWORDS = (
    "password",
    "parol",
    "пароль",
    "құпиясөз",
    "qwerty",
    "йцукен",
    "123456",
    "1234567890",
    "987654321",
    "qazwsx",
    "administrator",
    "admin",
    "akimat",
    "әкімдік",
    "акимат",
    "kazakhstan",
    "казахстан",
    "қазақстан",
    "qazaqstan",
    "qatysu",
    "letmein",
    "welcome",
)
"""Repeated, or with a few digits and signs behind, they are what is tried first."""
