"""Prints, as JSON, what feedparser understands of the feed file named as the only argument.

It judges nothing: tests/it/referees.rs does.
"""

import json
import sys
import time

import feedparser


def date(thing, key):
    """The date as ISO text in UTC, None where it is absent, "unreadable: …" where it is not a date."""
    if key not in thing:
        return None
    parsed = thing.get(key + "_parsed")
    if parsed is None:
        return "unreadable: " + thing[key]
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)


def what(thing, text_keys, date_keys):
    """The named texts and dates of a feed or an entry; a text that is absent is empty."""
    return {key: thing.get(key, "") for key in text_keys} | {key: date(thing, key) for key in date_keys}


# Bytes, not a path: feedparser would fetch an argument that looks like an address.
with open(sys.argv[1], "rb") as file:
    parsed = feedparser.parse(file.read())

json.dump(
    {
        "broken": str(parsed.bozo_exception) if parsed.bozo else None,
        "version": parsed.version,
        "feed": what(parsed.feed, ["id", "title"], ["updated"]),
        "entries": [what(entry, ["id", "title", "link"], ["updated", "published"]) for entry in parsed.entries],
    },
    sys.stdout,
)
