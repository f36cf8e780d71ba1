"""Packs numbering plans of the pinned `phonenumbers` wheel into Sources/OutreachFacts/Numbers/Numbers+Data.swift.

Layout: a first line with the lengths of the five parts in bytes, `|` between, then the parts.
  countries  <ISO 3166-1>|<calling code>|<international prefix>|<trunk prefix>    sorted by country
  codes      <calling code>|<countries, the main one first>                       sorted by code
  plans      <calling code>|<lengths>|<labels>|<states>|<first byte of the labels>|<of the states>
  areas      <calling code and area>|<places, with commas, or ->|<zones>          sorted
  automata   the labels and states of each plan:
    label    <country>=<kinds as letters> ...|<national form, # for a digit>      one a line
    state    label and ten targets, two characters of six bits each (from `0` on) one a line
State 0 is the end of what can be assigned; a plan's start is its last state. Label 0 is none.
"""

import itertools
import re
import sys

sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Tables")
sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Places")
import literal
from areas import areas
from automaton import Nfa, minimal

import phonenumbers
from phonenumbers import phonenumberutil
from phonenumbers.phonemetadata import PhoneMetadata

FOLDER = "Sources/workbench/Numbering"
PLANS = [1, 33, 44, 49, 61]

# In the library's order: the first kind whose pattern fits is the number's.
KINDS = [
    ("premium_rate", "p"), ("toll_free", "t"), ("shared_cost", "s"), ("voip", "v"),
    ("personal_number", "n"), ("pager", "g"), ("uan", "u"), ("voicemail", "x")]

# Codes of the library that ISO 3166-1 does not have, and the country they belong to.
FOLDED = {"AC": "SH", "TA": "SH"}


def descriptions(metadata):
    yield "general", metadata.general_desc
    yield "fixed", metadata.fixed_line
    yield "mobile", metadata.mobile
    for attribute, letter in KINDS:
        yield letter, getattr(metadata, attribute)


def kinds_of(found, same):
    """The library's `number_type`: what a number is whose patterns `found` fit."""
    if "general" not in found:
        return None
    for _, letter in KINDS:
        if letter in found:
            return letter
    if "fixed" in found:
        return "fm" if same or "mobile" in found else "f"
    return "m" if "mobile" in found else None


def national_forms(metadata):
    """[(leading digits or None, pattern, [(length, template)])] in the library's order."""
    for form in metadata.number_format:
        leading = form.leading_digits_pattern[-1] if form.leading_digits_pattern else None
        text = form.format
        if form.national_prefix_formatting_rule:
            text = text.replace("\\1", form.national_prefix_formatting_rule, 1)
        groups = re.findall(r"\(\\d(?:\{(\d+)(?:,(\d+))?\})?\)", form.pattern)
        bounds = [(int(low or 1), int(high or low or 1)) for low, high in groups]
        assert re.sub(r"\(\\d(?:\{\d+(?:,\d+)?\})?\)", "", form.pattern) == "", form.pattern
        templates = {}
        for length in range(sum(b[0] for b in bounds), sum(b[1] for b in bounds) + 1):
            rest = length
            counts = []
            for index, (low, high) in enumerate(bounds):
                count = min(high, rest - sum(b[0] for b in bounds[index + 1:]))
                counts.append(count)
                rest -= count
            template = text
            for index, count in enumerate(counts):
                template = template.replace(f"\\{index + 1}", "#" * count)
            assert "\\" not in template and "|" not in template
            templates[length] = template
        yield leading, templates


def plan(code):
    regions = phonenumberutil.COUNTRY_CODE_TO_REGION_CODE[code]
    nfa = Nfa()
    starts = []
    ends = {}
    lengths = set()
    for region in regions:
        metadata = PhoneMetadata.metadata_for_region(region)
        lengths.update(metadata.general_desc.possible_length)
        for kind, description in descriptions(metadata):
            if description is None or not description.national_number_pattern:
                continue
            start, end = nfa.add(description.national_number_pattern)
            starts.append(start)
            ends.setdefault(end, []).append((region, kind, set(description.possible_length)))
    forms = []
    for leading, templates in national_forms(PhoneMetadata.metadata_for_region(regions[0])):
        if leading is None:
            forms.append((None, templates))
        else:
            start, end = nfa.add(leading, open_end=True)
            starts.append(start)
            forms.append((end, templates))
    same = {
        region: PhoneMetadata.metadata_for_region(region).same_mobile_and_fixed_line_pattern
        for region in regions}

    def label(states, length):
        found = {}
        for state in states:
            for region, kind, possible in ends.get(state, ()):
                if length in possible:
                    found.setdefault(region, set()).add(kind)
        kinds = {}
        for region in found:
            letters = kinds_of(found[region], same[region])
            if letters:
                kinds[FOLDED.get(region, region)] = letters
        if not kinds:
            return None
        template = "#" * length
        for end, templates in forms:
            if length in templates and (end is None or end in states):
                template = templates[length]
                break
        return " ".join(f"{region}={letters}" for region, letters in sorted(kinds.items())) + "|" + template

    rows = minimal(nfa, starts, label, max(lengths))
    labels = sorted({row[0] for row in rows if row[0]})
    assert len(rows) < 4096 and len(labels) < 4096
    return sorted(lengths), labels, [
        cell((labels.index(row[0]) + 1) if row[0] else 0) + "".join(map(cell, row[1])) for row in rows]


def cell(number):
    return chr(0x30 + (number >> 6)) + chr(0x30 + (number & 63))


def prefixes(metadata):
    """The international prefix that people of a region dial, if it is one, and the trunk prefix."""
    international = metadata.preferred_international_prefix or metadata.international_prefix or ""
    return international if international.isdigit() else "", metadata.national_prefix or ""


def zones_of():
    """The zones of subdivisions, from the table of places, which is made before."""
    rows = (row.split("|") for row in literal.table("Sources/OutreachFacts/Places/Places+Data.swift"))
    places = {row[0]: row[2] for row in rows if len(row) == 4}
    return {code: set((places[code[:2]] if zones == "=" else zones).split()) for code, zones in places.items()}


def main():
    assert phonenumbers.__version__ == literal.pinned("phonenumbers")
    codes = phonenumberutil.COUNTRY_CODE_TO_REGION_CODE
    countries = []
    for code, regions in codes.items():
        for region in regions:
            if region not in FOLDED and region != "001":
                international, trunk = prefixes(PhoneMetadata.metadata_for_region(region))
                countries.append(f"{region}|{code}|{international}|{trunk}")
    of_code = []
    for code, regions in sorted(codes.items(), key=lambda item: str(item[0])):
        folded = dict.fromkeys(FOLDED.get(region, region) for region in regions if region != "001")
        of_code.append(f"{code}|{' '.join(folded)}")
    plans = []
    body = ""
    states = 0
    for code in sorted(PLANS, key=str):
        lengths, labels, rows = plan(code)
        at_labels = len(body)
        body += "".join(label + "\n" for label in labels)
        at_states = len(body)
        body += "".join(row + "\n" for row in rows)
        states += len(rows)
        plans.append(
            f"{code}|{' '.join(map(str, lengths))}|{len(labels)}|{len(rows)}|{at_labels}|{at_states}")
    parts = ["".join(line + "\n" for line in lines)
             for lines in (sorted(countries), of_code, plans, areas(zones_of()))] + [body]
    head = "|".join(str(len(part)) for part in parts)
    literal.write(
        "Sources/OutreachFacts/Numbers/Numbers+Data.swift", "CompiledNumbering", "table",
        "Countries, calling codes, plans and areas; the layout is described in `extract_numbering.py`.",
        [f"PyPI phonenumbers {phonenumbers.__version__} (libphonenumber metadata, Apache License 2.0)"],
        ["Sources/workbench/Tables/requirements.txt", f"{FOLDER}/extract_numbering.py",
         f"{FOLDER}/automaton.py", "Sources/workbench/Places/areas.py", "Sources/workbench/Places/areas.txt",
         "Sources/workbench/Places/subdivisions.txt"],
        {"countries": len(countries), "calling codes": len(of_code), "plans": len(plans),
         "states": states, "areas": parts[3].count("\n")},
        head + "\n" + "".join(parts).rstrip("\n"))


if __name__ == "__main__":
    main()
