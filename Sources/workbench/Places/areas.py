"""Where the numbers of an area may ring: +1 area codes by libphonenumber's names and zones, then areas.txt."""

import datetime
import zoneinfo

import literal

from phonenumbers.geodata import GEOCODE_DATA
from phonenumbers.tzdata import TIMEZONE_DATA

FILE = "Sources/workbench/Places/areas.txt"
SUBDIVISIONS = "Sources/workbench/Places/subdivisions.txt"


zoneinfo.reset_tzpath([])  # only the pinned package, never the machine's database
DAYS = [datetime.datetime(year, month, 15) for year in range(2020, 2038) for month in range(1, 13)]


def reads(zone):
    """What a clock reads in the middle of each month: equal for zones that have agreed since 2020."""
    return [day.replace(tzinfo=zoneinfo.ZoneInfo(zone)).utcoffset() for day in DAYS]


def kept(zones, place, own):
    """The library's zones by the names of a place's own: it calls Michigan's America/New_York."""
    for zone in zones:
        alike = {zone} & own or {one for one in own if reads(one) == reads(zone)}
        assert alike, f"{place} does not keep {zone}"
        yield from alike


def zones_of():
    """The zones of countries and subdivisions, from the table of places, which is made before."""
    rows = (row.split("|") for row in literal.table("Sources/OutreachFacts/Places/Places+Data.swift"))
    places = {row[0]: row[2] for row in rows if len(row) == 4}
    return {code: set((places[code[:2]] if zones == "=" else zones).split()) for code, zones in places.items()}


def corrections():
    replaced, groups, placed = {}, [], {}
    for line in literal.lines(FILE):
        assert line.startswith("in ") or "#" in line, f"areas.txt: {line} has no source"
        word, *rest = line.split("#")[0].split()
        if word == "like":
            groups.append(rest)
        elif word == "in":
            placed.update((area, rest[0]) for area in rest[1:])
        else:
            assert word == "set", line
            replaced[rest[0]] = (rest[1], set(rest[2:]))
    return replaced, groups, placed


def areas():
    """Lines `<calling code and area>|<places, with commas, or ->|<zones>`, sorted."""
    kept_in = zones_of()
    replaced, groups, placed = corrections()
    names = {"Washington State": "US-WA", "Washington D.C.": "US-DC", "British Colombia": "CA-BC"}
    for line in literal.lines(SUBDIVISIONS):
        code, name, _ = line.split("|")
        if code.startswith(("US-", "CA-")) and name:
            names[name] = names[code[3:]] = code
    found = {}
    for number in range(1200, 2000):
        area = str(number)
        zones = set()
        for prefix, values in TIMEZONE_DATA.items():
            if prefix.startswith(area):
                zones.update(values)
        titles = [GEOCODE_DATA.get(area)] if area in GEOCODE_DATA else [
            title for prefix, title in GEOCODE_DATA.items() if prefix.startswith(area)]
        places = {names.get(title.get("en", "").split(", ")[-1]) for title in titles} - {None}
        if zones:
            found[area] = [",".join(sorted(places)) or "-", zones]
    for area, (place, zones) in replaced.items():
        before = found.get(area, ["-", set()])
        assert before != [place, zones], f"areas.txt: {area} is no longer needed"
        found[area] = [place if place != "=" else before[0], zones]
    for group in groups:
        union = set().union(*(found[area][1] for area in group))
        assert any(found[area][1] != union for area in group), f"areas.txt: {group} is no longer needed"
        for area in group:
            found[area][1] = set(union)
    for area, (place, zones) in found.items():
        assert not area.startswith("1") or "," not in place or area in replaced, (area, place)
        if place != "-":
            own = set().union(*(kept_in[one] for one in place.split(",")))
            found[area][1] = set(kept(zones, f"{area} in {place}", own))
    for area, place in placed.items():
        assert area not in found, area
        found[area] = [place, set().union(*(kept_in[one] for one in place.split(",")))]
    return [f"{area}|{place}|{' '.join(sorted(zones))}" for area, (place, zones) in sorted(found.items())]
