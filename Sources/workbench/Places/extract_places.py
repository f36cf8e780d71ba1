"""Packs countries, subdivisions, zones and postal codes into Sources/OutreachFacts/Places/Places+Data.swift.

Countries and their zones come from the pinned `tzdata` wheel, subdivisions and postal codes from the files beside this one.
Layout: a first line `<bytes>|<bytes>|<bytes>` with the lengths of the parts, then the parts.
  places     <ISO 3166-1 or 3166-2>|<English name>|<zones>              sorted by code
  zones      <zone or alias>|<ISO 3166-1 codes>                         sorted by zone
  postal     <country><beginning of the postal code>|<place or ->       sorted
"""

import importlib.resources
import pathlib
import sys

sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Tables")
import literal
import tzdata

FOLDER = "Sources/workbench/Places"

# Names of iso3166.tab that say less than the usual English one.
NAMES = {
    "AS": "American Samoa", "GB": "United Kingdom", "KP": "North Korea", "KR": "South Korea",
    "VG": "British Virgin Islands", "VI": "US Virgin Islands", "WS": "Samoa"}

# Kosovo's user-assigned code is the one that telephone numbering uses; ISO 3166-1 has none.
EXTRA = {"XK": ("Kosovo", ["Europe/Belgrade"])}


def rows(name, separator="\t"):
    text = (importlib.resources.files(tzdata) / "zoneinfo" / name).read_text()
    return [line.split(separator) for line in text.splitlines() if line and not line.startswith("#")]


def lines_of(name):
    text = (literal.ROOT / FOLDER / name).read_text()
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def postal():
    for line in lines_of("postal.txt"):
        country, beginning, place = line.split()
        first, _, last = beginning.partition("-")
        for number in range(int(first), int(last) + 1) if last else [first]:
            yield f"{country}{str(number).zfill(len(first))}", place


def main():
    assert tzdata.__version__ == literal.pinned("tzdata")
    known = set((importlib.resources.files(tzdata) / "zones").read_text().split())
    places = {code: (NAMES.get(code, name), set()) for code, name in rows("iso3166.tab")}
    countries = len(places)
    places.update({code: (name, set(zones)) for code, (name, zones) in EXTRA.items()})
    kept_in = {zone: {code} for code, (_, zones) in EXTRA.items() for zone in zones}
    for table in ("zone.tab", "zone1970.tab"):
        for codes, _, zone, *_ in rows(table):
            for code in codes.split(","):
                kept_in.setdefault(zone, set()).add(code)
                if table == "zone.tab":
                    places[code][1].add(zone)
    for kind, target, *alias in rows("tzdata.zi", " "):
        if kind == "L" and target in kept_in and alias[0] not in kept_in:
            kept_in[alias[0]] = kept_in[target]
    for line in lines_of("subdivisions.txt"):
        code, name, zones = line.split("|")
        places[code] = (name, set(zones.split()))
    assert all(zone in known for _, zones in places.values() for zone in zones)
    beginnings = dict(postal_checked(places))
    parts = [
        [f"{code}|{name}|{' '.join(sorted(zones))}" for code, (name, zones) in sorted(places.items())],
        [f"{zone}|{' '.join(sorted(codes))}" for zone, codes in sorted(kept_in.items())],
        [f"{beginning}|{place}" for beginning, place in sorted(beginnings.items())]]
    parts = ["".join(line + "\n" for line in lines) for lines in parts]
    literal.write(
        "Sources/OutreachFacts/Places/Places+Data.swift", "CompiledPlaces", "table",
        "Places, zones and postal codes; the layout is described in `extract_places.py`.",
        [f"PyPI tzdata {tzdata.__version__} (IANA {tzdata.IANA_VERSION}, public domain)",
         "subdivisions.txt and postal.txt (hand-kept, sources within)"],
        ["Sources/workbench/Tables/requirements.txt", f"{FOLDER}/extract_places.py",
         f"{FOLDER}/subdivisions.txt", f"{FOLDER}/postal.txt"],
        {"countries": countries, "places": len(places), "zones": len(kept_in),
         "postal beginnings": len(beginnings)},
        "|".join(str(len(part.encode())) for part in parts) + "\n" + "".join(parts).rstrip("\n"))


def postal_checked(places):
    for beginning, place in postal():
        assert place == "-" or place in places, place
        yield beginning, place


main()
