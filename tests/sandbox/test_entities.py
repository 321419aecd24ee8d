"""Formatted texts: parse modes and Telegram's own findings, with offsets in UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities.detect import with_detected
from sandbox.entities.html import parse_html
from sandbox.entities.markdown import parse_markdown
from sandbox.entities.text import FormattedText, entity, trimmed, utf16_length, utf16_slice

HTML = [
    ("Сә<b>лем</b>", "Сәлем", [entity("bold", 2, 3)]),
    ("🏟 <i>ұ🏟ң</i>!", "🏟 ұ🏟ң!", [entity("italic", 3, 4)]),
    ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
    ("<strong>a</strong><em>b</em>", "ab", [entity("bold", 0, 1), entity("italic", 1, 1)]),
    ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
    ("<s>a</s><del>b</del>", "ab", [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
    ("&lt;&amp;&quot;&gt;&nbsp;&#1240;&#x4d8;", '<&">&nbsp;ӘӘ', []),
    ('<a href="example.org">a</a>', "a", [entity("text_link", 0, 1, url="http://example.org/")]),
    ("<a href='https://a.kz/?x=1&amp;y'>a</a>", "a", [entity("text_link", 0, 1, url="https://a.kz/?x=1&y")]),
    ('<a href="tg://user?id=5">a</a>', "a", [entity("text_mention", 0, 1, user={"id": 5})]),
    ('<a href="javascript:x">a</a>', "a", []),
    ("<b></b>a", "a", []),
    ("<b>a</>", "a", [entity("bold", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
    (
        '<pre><code class="language-toml">a</code></pre>',
        "a",
        [entity("pre", 0, 1, language="toml")],
    ),
]

MARKDOWN = [
    (r"Сә*лем*\!", "Сәлем!", [entity("bold", 2, 3)]),
    ("🏟 _ұ🏟ң_", "🏟 ұ🏟ң", [entity("italic", 3, 4)]),
    ("_a __b___", "a b", [entity("italic", 0, 3), entity("underline", 2, 1)]),
    ("~a~||b||", "ab", [entity("strikethrough", 0, 1), entity("spoiler", 1, 1)]),
    ("`a*b`", "a*b", [entity("code", 0, 3)]),
    ("```toml\na = 1```", "a = 1", [entity("pre", 0, 5, language="toml")]),
    ("[a](https://a.kz/x)", "a", [entity("text_link", 0, 1, url="https://a.kz/x")]),
    (">a\n>b\nc", "a\nb\nc", [entity("blockquote", 0, 4)]),
]

DETECTED = [
    ("/start abc", [entity("bot_command", 0, 6)]),
    ("Ереже: https://t.me/x?start=a.", [entity("url", 7, 22)]),
    ("🏟 semey.gov.kz @akimat", [entity("url", 3, 12), entity("mention", 16, 7)]),
    ("a@b.kz #жоба", [entity("email", 0, 6), entity("hashtag", 7, 5)]),
    ("+7 701 000 00 01", [entity("phone_number", 0, 16)]),
    ("1/2 және а/б", []),
]


@pytest.mark.parametrize(("source", "text", "entities"), HTML)
def test_html_becomes_entities(source: str, text: str, entities: list[dict[str, object]]) -> None:
    """HTML is read into plain text and entities that count UTF-16 units [N1]."""
    assert parse_html(source) == FormattedText(text, entities)


@pytest.mark.parametrize(("source", "text", "entities"), MARKDOWN)
def test_markdown_becomes_entities(source: str, text: str, entities: list[dict[str, object]]) -> None:
    """MarkdownV2 is read into plain text and entities that count UTF-16 units [N1]."""
    assert parse_markdown(source) == FormattedText(text, entities)


@pytest.mark.parametrize(("text", "entities"), DETECTED)
def test_plain_text_is_searched(text: str, entities: list[dict[str, object]]) -> None:
    """Commands, links, mentions, e-mails, hashtags and phones are found without markup [N1]."""
    assert with_detected(FormattedText(text)).entities == entities


def test_code_and_links_are_not_searched() -> None:
    """Nothing is found inside code, nor inside a link that the bot made [N1]."""
    formatted = parse_html('<code>/start</code> <a href="https://a.kz">b.kz</a> /help')
    assert [item["type"] for item in with_detected(formatted).entities] == [
        "code",
        "text_link",
        "bot_command",
    ]


def test_blank_edges_are_cut_with_their_entities() -> None:
    """Blank edges of a message are cut and its entities move along [N1]."""
    assert trimmed(parse_html(" \n<b> ә </b> ")) == FormattedText("ә", [entity("bold", 0, 1)])


@given(st.text(alphabet='aә🏟&<>" \n', max_size=30), st.sampled_from(["b", "i", "u", "code"]))
def test_an_entity_covers_what_was_tagged(text: str, tag: str) -> None:
    """Whatever is escaped and put into a tag is covered by its entity to the unit [N1]."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    formatted = parse_html(f"ұ🏟<{tag}>{escaped}</{tag}>.")
    assert formatted.text == f"ұ🏟{text}."
    if text:
        (found,) = formatted.entities
        assert utf16_slice(formatted.text, found["offset"], found["length"]) == text
        assert found["length"] == utf16_length(text) == len(text.encode("utf-16-le")) // 2
