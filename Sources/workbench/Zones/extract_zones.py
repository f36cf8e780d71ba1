"""Packs the zones of the pinned `tzdata` wheel into Sources/OutreachFacts/Zones/Zones+Data.swift.

Layout, one line each:
  <release of the IANA database>
  <number of names> <bytes that the index takes>
  <name> <first byte of its history, counted from the first history, six digits>   sorted by name
  <offsets> <transitions> <rules>                                                  one a distinct history

offsets: seconds east of Greenwich, comma separated; the first is in force at the start of 1970.
transitions: each the seconds since the one before (the first: since 1970) in base 36, then the
  offset from there on as a capital letter, A for the first of the list; `-` if there are none.
rules: what repeats every year (the POSIX rule of the TZif file): the instant after which, in base 36, then twice
  month.week.weekday/local seconds:offset from there on, comma separated; `-` if nothing changes any more.
Changes of name or of the daylight flag alone are left out: local time does not see them.
"""

import re
import struct
import sys
import tzdata
import importlib.resources

sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Tables")
import literal

# `Factory` is the database's word for "not set" and no place's clock.
LEFT_OUT = {"Factory"}


def base36(number):
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if number == 0:
            return digits


def read_tzif(data):
    """Transitions [(instant, offset)], the offset before the first, and the POSIX footer (RFC 9636)."""
    def header(at):
        assert data[at:at + 4] == b"TZif"
        return struct.unpack(">6l", data[at + 20:at + 44])
    isut, isstd, leap, times, types, chars = header(0)
    second = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isut
    isut, isstd, leap, times, types, chars = header(second)
    at = second + 44
    instants = struct.unpack(f">{times}q", data[at:at + 8 * times])
    at += 8 * times
    kinds = data[at:at + times]
    at += times
    offsets = [struct.unpack(">lBB", data[at + 6 * i:at + 6 * i + 6])[0] for i in range(types)]
    at += 6 * types + chars + leap * 12 + isstd + isut
    footer = data[at:].strip().decode()
    return [(instant, offsets[kind]) for instant, kind in zip(instants, kinds)], offsets[0], footer


NAME = r"(?:<[^>]+>|[A-Za-z]+)"
TIME = r"[-+]?\d+(?::\d+)?(?::\d+)?"


def seconds(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    return sign * sum(part * unit for part, unit in zip(parts, (3600, 60, 1)))


def read_footer(footer):
    """The offset of a footer without a rule, or its two yearly changes."""
    match = re.fullmatch(
        rf"{NAME}({TIME})(?:{NAME}({TIME})?,M(\d+\.\d\.\d)(?:/({TIME}))?,M(\d+\.\d\.\d)(?:/({TIME}))?)?",
        footer)
    assert match, footer
    standard = -seconds(match[1])
    if match[3] is None:
        return standard, []
    saving = -seconds(match[2]) if match[2] else standard + 3600
    changes = [
        (match[3], seconds(match[4] or "2"), saving),
        (match[5], seconds(match[6] or "2"), standard)]
    return None, changes


def pack(data):
    transitions, initial, footer = read_tzif(data)
    fixed, changes = read_footer(footer)
    kept = []
    for instant, offset in transitions:
        if instant <= 0:
            initial = offset
        elif offset != (kept[-1][1] if kept else initial):
            kept.append((instant, offset))
    offsets = [initial]
    text = ""
    last = 0
    for instant, offset in kept:
        if offset not in offsets:
            offsets.append(offset)
        text += base36(instant - last) + chr(ord("A") + offsets.index(offset))
        last = instant
    assert fixed is None or fixed == (kept[-1][1] if kept else initial), footer
    since = base36(max([0] + [instant for instant, _ in transitions]))
    rules = ",".join([since] + [f"{rule}/{at}:{offset}" for rule, at, offset in changes]) if changes else ""
    return " ".join((",".join(map(str, offsets)), text or "-", rules or "-"))


def main():
    root = importlib.resources.files(tzdata)
    assert tzdata.__version__ == literal.pinned("tzdata")
    names = sorted(set((root / "zones").read_text().split()) - LEFT_OUT)
    histories = {}
    of_name = {}
    at = 0
    for name in names:
        history = pack((root / "zoneinfo" / name).read_bytes())
        if history not in histories:
            histories[history] = at
            at += len(history) + 1
        of_name[name] = histories[history]
    assert at < 1_000_000
    index = [f"{name} {of_name[name]:06}" for name in names]
    size = sum(len(line) + 1 for line in index)
    text = "\n".join([tzdata.IANA_VERSION, f"{len(names)} {size}"] + index + list(histories))
    literal.write(
        "Sources/OutreachFacts/Zones/Zones+Data.swift", "CompiledZones", "table",
        "Names and histories; the layout is described in `extract_zones.py`.",
        [f"PyPI tzdata {tzdata.__version__} (IANA {tzdata.IANA_VERSION}, public domain)"],
        ["Sources/workbench/Tables/requirements.txt", "Sources/workbench/Zones/extract_zones.py"],
        {"names": len(names), "histories": len(histories)}, text)


main()
