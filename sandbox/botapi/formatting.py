"""Texts and captions of the bot: parse mode or explicit entities, trimmed, measured after parsing."""

from sandbox.entities.detect import with_detected
from sandbox.entities.html import parse_html
from sandbox.entities.markdown import parse_markdown
from sandbox.entities.text import EntityError, FormattedText, trimmed
from sandbox.errors import bad_request
from sandbox.records import Json

MAX_TEXT = 4096  # characters after entity parsing
MAX_CAPTION = 1024


def read_text(params: Json) -> FormattedText:
    """The `text` of a message; raises ApiError when it is empty, too long or badly marked up."""
    if not params.get("text"):
        raise bad_request("message text is empty")
    formatted = _read(params, "text", "entities")
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if len(formatted.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return formatted


def read_caption(params: Json) -> Json:
    """Content fields of a caption, none for an empty one; raises ApiError when it is too long."""
    formatted = _read(params, "caption", "caption_entities")
    if len(formatted.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not formatted.text:
        return {}
    content: Json = {"caption": formatted.text, "caption_entities": formatted.entities}
    if params.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def text_content(formatted: FormattedText, params: Json) -> Json:
    """Content fields of a text message."""
    content: Json = {"text": formatted.text, "entities": formatted.entities}
    if "link_preview_options" in params:
        content["link_preview_options"] = params["link_preview_options"]
    return content


def _read(params: Json, name: str, entities_name: str) -> FormattedText:
    source = params.get(name, "")
    mode = params.get("parse_mode", "")
    try:
        match mode.lower():
            case "":
                formatted = FormattedText(source, params.get(entities_name, []))
            case "html":
                formatted = parse_html(source)
            case "markdownv2":
                formatted = parse_markdown(source)
            case "markdown":
                raise bad_request(
                    "the legacy Markdown parse_mode is not emulated by the sandbox; use MarkdownV2"
                )
            case _:
                raise bad_request("unsupported parse_mode")
    except EntityError as error:
        raise bad_request(f"can't parse entities: {error}") from None
    return with_detected(trimmed(formatted))
