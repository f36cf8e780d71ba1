"""Makes zones.txt: what Python's zoneinfo says of the pinned tzdata, for comparison with the compiled zones.

Run with `python3 make_zones.py` after `pip install -r Sources/workbench/Tables/requirements.txt`.
Lines: `history <zone> <offset at 1970> <instant>:<offset> ...` (all changes from 1970 up to the end of 2037) and
`reading <zone> <local time as if it were UTC> <earlier instant> <later instant>`; seconds since 1970 throughout.
In a gap both instants are the first after it.
Beside it, zonefiles.txt holds the TZif file of each of these zones: `<zone> <base64>`.
"""

import base64
import datetime
import importlib.resources
import pathlib
import random
import re
import zoneinfo

import tzdata

ROOT = pathlib.Path(__file__).resolve().parents[2]
PIN = re.search(r"^tzdata==(\S+)", (ROOT / "Sources/workbench/Tables/requirements.txt").read_text(), re.M)
assert tzdata.__version__ == PIN.group(1)
zoneinfo.reset_tzpath([])  # only the pinned package, never the machine's database

ZONES = """
Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Monrovia America/Adak America/Anchorage
America/Argentina/San_Luis America/Bogota America/Chicago America/Denver America/Goose_Bay America/Halifax
America/Havana America/Indiana/Petersburg America/Los_Angeles America/Mexico_City America/New_York America/Nuuk
America/Phoenix America/Santiago America/Sao_Paulo America/St_Johns Antarctica/Troll Asia/Gaza Asia/Kathmandu
Asia/Kolkata Asia/Tehran Asia/Tokyo Australia/Adelaide Australia/Lord_Howe Australia/Sydney Etc/GMT+5
Europe/Dublin Europe/London Europe/Moscow Europe/Paris Pacific/Apia Pacific/Auckland Pacific/Kiritimati US/Eastern
Africa/El_Aaiun America/Asuncion America/Caracas Asia/Jerusalem Asia/Pyongyang Asia/Ulaanbaatar
Australia/Perth Europe/Istanbul
""".split()
END = int(datetime.datetime(2038, 1, 1, tzinfo=datetime.timezone.utc).timestamp())
EPOCH = datetime.datetime(1970, 1, 1)


def offset(zone, instant):
    moment = datetime.datetime.fromtimestamp(instant, zone)
    return int(moment.utcoffset().total_seconds())


def changes(zone):
    found = []
    step = 3 * 3600
    before = offset(zone, 0)
    for instant in range(0, END, step):
        after = offset(zone, instant + step)
        if after != before:
            low, high = instant, instant + step
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(zone, middle) == before else (low, middle)
            if high < END:
                found.append((high, before, after))
        before = after
    return found


def reading(zone, local, change):
    """The instants at which the clock reads a local time: none in a gap, two in a fold."""
    naive = EPOCH + datetime.timedelta(seconds=local)
    instants = set()
    for fold in (0, 1):
        instant = int(naive.replace(tzinfo=zone, fold=fold).timestamp())
        if instant + offset(zone, instant) == local:
            instants.add(instant)
    return (min(instants), max(instants)) if instants else (change, change)


def main():
    generator = random.Random(2026)
    lines = []
    for name in ZONES:
        zone = zoneinfo.ZoneInfo(name)
        found = changes(zone)
        lines.append(" ".join(
            ["history", name, str(offset(zone, 0))] + [f"{instant}:{after}" for instant, _, after in found]))
        for change, before, after in generator.sample(found, min(8, len(found))):
            low, high = sorted((change + before, change + after))
            for local in (low - 1, low, generator.randrange(low, high), high - 1, high):
                earlier, later = reading(zone, local, change)
                lines.append(f"reading {name} {local} {earlier} {later}")
    (ROOT / "Tests/Fixtures/zones.txt").write_text(f"tzdata {tzdata.__version__}\n" + "\n".join(lines) + "\n")
    files = [
        f"{name} {base64.b64encode((importlib.resources.files(tzdata) / 'zoneinfo' / name).read_bytes()).decode()}"
        for name in ZONES]
    (ROOT / "Tests/Fixtures/zonefiles.txt").write_text(f"tzdata {tzdata.__version__}\n" + "\n".join(files) + "\n")
    print(len(lines), "lines,", len(files), "files")


main()
