"""The consent of an author: to the rules of the campaign, and to what is done with his name and phone (M1).

Separate from the consent before a verification, since another text is agreed to, and for another purpose.
"""

AUTHOR_CONSENT_VERSION = 1
"""The version of the texts ``proposal-consent-…``; a change of their meaning takes a new number."""
