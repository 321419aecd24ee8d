"""A conversation as plain text for golden files: the same steps always give the same lines."""

from sandbox.records import Json

BOT = "bot"
INDENT = "    "
ACTS = {"blocked": "blocks the bot", "unblocked": "unblocks the bot", "cleared": "clears the chat"}


def render_transcript(person_name: str, steps: list[Json]) -> str:
    """Who said what, in order; buttons as rows of `[ label ]`, edits as steps that show the new state."""
    lines: list[str] = []
    numbers: dict[int, int] = {}
    for step in steps:
        lines += _step_lines(person_name, step, numbers)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def render_message(message: Json) -> list[str]:
    """The body of one bubble: what is attached, the text, the rows of buttons."""
    lines = []
    match message["kind"]:
        case "photo":
            lines.append(f"<photo {message['photo']['width']}x{message['photo']['height']}{_album(message)}>")
        case "document":
            lines.append(f"<document {message['document']['file_name']}{_album(message)}>")
        case "contact":
            lines.append(f"<contact {message['contact']['phone_number']} {message['contact']['first_name']}>")
        case "location":
            lines.append(f"<location {_place(message['location'])}>")
        case "venue":
            venue = message["venue"]
            lines.append(f"<venue {_place(venue['location'])} {venue['title']}, {venue['address']}>")
        case "text":
            pass
        case kind:
            lines.append(f"<{kind}>")
    lines += message["text"].split("\n") if message["text"] else []
    return lines + [" ".join(f"[ {button['label']} ]" for button in row) for row in message["buttons"]]


def _step_lines(person_name: str, step: Json, numbers: dict[int, int]) -> list[str]:
    """Messages are numbered by their order in the chat, so that ids never reach a golden file."""
    message = step.get("message", {})
    message_id = step.get("message_id", message.get("message_id", 0))
    number = numbers.setdefault(message_id, len(numbers) + 1) if message_id else 0
    author = BOT if message.get("from") == "bot" else person_name
    lines: list[str] = []
    match step["kind"]:
        case "message":
            via = " via the bot" if message["is_via_bot"] else ""
            lines = [f"#{number} {author}{via}:", *_indented(render_message(message))]
        case "edit":
            lines = [f"#{number} {author} edits to:", *_indented(render_message(message))]
        case "delete":
            lines = [f"({BOT} deletes #{number})"]
        case "tap":
            lines = [f"({person_name} taps [ {step['label']} ] under #{number})"]
        case "answer":
            lines = [f"({'alert' if step['is_alert'] else 'toast'}: {step['text']})"]
        case "keyboard":
            lines = _keyboard_lines(step["keyboard"])
        case "inline_query":
            lines = [f"({person_name} asks the bot inline: {step['query']})"]
        case "shared":
            lines = [f"{person_name} among the neighbours:", *_indented(render_message(message))]
        case act:
            lines = [f"({person_name} {ACTS[act]})"]
    return [*lines, ""]


def _album(message: Json) -> str:
    return " of an album" if message["media_group_id"] else ""


def _place(location: Json) -> str:
    return f"{location['latitude']:.6f},{location['longitude']:.6f}"


def _keyboard_lines(keyboard: Json | None) -> list[str]:
    if keyboard is None:
        return ["(keyboard removed)"]
    if "keyboard" not in keyboard:
        return ["(reply asked for)"]
    rows = [" ".join(f"[ {key['text']} ]" for key in row) for row in keyboard["keyboard"]]
    return ["keyboard:", *_indented(rows)]


def _indented(lines: list[str]) -> list[str]:
    return [INDENT + line for line in lines]
