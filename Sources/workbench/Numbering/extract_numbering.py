"""Packs the numbering plans of the pinned `phonenumbers` wheel into Sources/OutreachFacts/Numbers/Numbers+Data.swift.

Layout: a first line with the lengths of the parts in bytes, `|` between, then the parts, lines each.
  countries  <ISO 3166-1>|<calling code>|<rule for international prefixes>|<rule for trunk prefixes>|<local lengths>   sorted
  codes      <calling code>|<countries, the main one first>|<lengths>|<start>|<sets of countries, with commas>|<first form>
  rules      <what the rule puts before the digits>|<program>
  fictional  <calling code and digits of a range kept for drama>                              sorted
  areas      <calling code and area>|<places, with commas, or ->|<zones>                       sorted
  labels     <kinds of line as letters>|<number of the set of countries>
  templates  a national form: # is a digit, ~ a digit that is left out
  forms      <length>:<template> ...
  states     the rows of one automaton for all plans, then those of another for all forms; no lines, but broken at will
Numbers in `rules`' programs and in `states` are cells: two bytes in base 91. A row is its label (0 is none), the digits at which
another target begins (a bit each, 1 for digit 1), and the targets. Row 0 of the plans accepts nothing; in the forms target 0 is the
end, where the label counts. A program is a list of operations, a letter and a cell each; see `rules.py`.
"""

import sys

sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Tables")
sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Places")
import literal
from areas import areas
from automaton import Nfa, Rows
from forms import form_start, national_forms
from rules import program

import phonenumbers
from phonenumbers import phonenumberutil
from phonenumbers.phonemetadata import PhoneMetadata

FOLDER = "Sources/workbench/Numbering"

# In the library's order: the first kind whose pattern fits is the number's.
KINDS = [
    ("premium_rate", "p"), ("toll_free", "t"), ("shared_cost", "s"), ("voip", "v"),
    ("personal_number", "n"), ("pager", "g"), ("uan", "u"), ("voicemail", "x")]

# Codes of the library that ISO 3166-1 does not have, and the country they belong to.
FOLDED = {"AC": "SH", "TA": "SH"}

# ITU-T E.164, 6.2.1: an international number has at most fifteen digits.
MOST_DIGITS = 15


def metadata(code, region):
    return PhoneMetadata.metadata_for_region_or_calling_code(code, region)


def descriptions(data):
    yield "general", data.general_desc
    yield "fixed", data.fixed_line
    yield "mobile", data.mobile
    for attribute, letter in KINDS:
        yield letter, getattr(data, attribute)


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


def plan(code, rows):
    """Adds the plan of a calling code to the rows; returns its lengths, its start and its sets of countries."""
    regions = phonenumberutil.COUNTRY_CODE_TO_REGION_CODE[code]
    nfa = Nfa()
    starts = []
    ends = {}
    lengths = set()
    for region in regions:
        for kind, description in descriptions(metadata(code, region)):
            if description is None or not description.national_number_pattern:
                continue
            start, end = nfa.add(description.national_number_pattern)
            starts.append(start)
            possible = set(description.possible_length)
            ends.setdefault(end, []).append((region, kind, possible))
            lengths.update(possible)
    lengths = sorted(length for length in lengths if 0 < length <= MOST_DIGITS - len(str(code)))
    same = {region: metadata(code, region).same_mobile_and_fixed_line_pattern for region in regions}
    sets = []

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
        # Countries that share a number agree on its kind, or the table could not say which country has which.
        assert len(set(kinds.values())) == 1, (code, kinds)
        countries = "" if "001" in kinds else " ".join(sorted(kinds))
        if countries not in sets:
            sets.append(countries)
        return next(iter(kinds.values())), sets.index(countries)

    start = rows.add(nfa, starts, label, max(lengths))
    return lengths, start, sets


def fictional():
    """Ranges of fictional.txt; a range whose numbers the plan holds for valid needs no line."""
    found = []
    for line in (literal.ROOT / FOLDER / "fictional.txt").read_text().splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        prefix, count = line.split()
        for digit in "0059":
            number = phonenumbers.parse("+" + prefix + digit * int(count))
            assert not phonenumbers.is_valid_number(number), f"fictional.txt: {prefix} is no longer needed"
        found.append(prefix)
    return sorted(found)


def main():
    assert phonenumbers.__version__ == literal.pinned("phonenumbers")
    codes = phonenumberutil.COUNTRY_CODE_TO_REGION_CODE
    rules = ["|"]

    def rule(pattern, template=None):
        if not pattern:
            return 0
        line = program(pattern, template)
        if line not in rules:
            rules.append(line)
        return rules.index(line)

    countries = []
    regions_of = sorted(codes.items(), key=lambda item: str(item[0]))
    for code, regions in regions_of:
        for region in regions:
            data = metadata(code, region)
            trunk = rule(data.national_prefix_for_parsing, data.national_prefix_transform_rule)
            abroad = rule(data.international_prefix)
            local = " ".join(map(str, data.general_desc.possible_length_local_only))
            name = str(code) if region == "001" else region
            if region not in FOLDED:
                countries.append(f"{name}|{code}|{abroad}|{trunk}|{local}")

    plans = Rows()
    forms = Rows()
    templates = []
    of_code = []
    for code, regions in regions_of:
        lengths, start, sets = plan(code, plans)
        main_forms = list(national_forms(metadata(code, regions[0])))
        folded = dict.fromkeys(FOLDED.get(region, region) for region in regions if region != "001")
        of_code.append("|".join([
            str(code), " ".join(folded), " ".join(map(str, lengths)), str(start), ",".join(sets),
            str(form_start(main_forms, forms, templates))]))
    labels = plans.labels
    parts = [
        sorted(countries), of_code, rules, fictional(), areas(),
        [f"{letters}|{number}" for letters, number in labels],
        templates,
        [" ".join(f"{length}:{template}" for length, template in form) for form in forms.labels]]
    texts = ["".join(line + "\n" for line in lines) for lines in parts]
    texts += [literal.broken(plans.packed()) + "\n", literal.broken(forms.packed())]
    literal.write(
        "Sources/OutreachFacts/Numbers/Numbers+Data.swift", "CompiledNumbering", "table",
        "Countries, calling codes, plans, forms and areas; the layout is described in `extract_numbering.py`.",
        [f"PyPI phonenumbers {phonenumbers.__version__} (libphonenumber metadata, Apache License 2.0)"],
        ["Sources/workbench/Tables/requirements.txt"]
        + [f"{FOLDER}/{name}" for name in (
            "extract_numbering.py", "automaton.py", "rules.py", "forms.py", "fictional.txt")]
        + ["Sources/workbench/Places/areas.py", "Sources/workbench/Places/areas.txt",
           "Sources/workbench/Places/subdivisions.txt"],
        {"countries": len(countries), "calling codes": len(of_code), "states": len(plans.rows),
         "states of forms": len(forms.rows), "rules": len(rules), "templates": len(templates),
         "areas": len(parts[4])},
        "|".join(str(len(text)) for text in texts) + "\n" + "".join(texts))


if __name__ == "__main__":
    main()
