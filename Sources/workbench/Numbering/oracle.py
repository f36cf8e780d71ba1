"""Prints what the pinned `phonenumbers` library says of numbers, for comparison with the compiled plans.

    python3 oracle.py COUNT SEED

Half of the lines are canonical numbers, half typed forms; fields have tabs between them.
  n  <digits after +>  <PhoneNumberType, or ->  <countries>  <national form>
  t  <country, or ->  <text>  <digits after + if valid, ->  <extension, or ->
  d  as t, for each example of differences.txt; these come first
A third of the canonical numbers are drawn from the plans, at the edges of their ranges; a third lie a digit beside those, or
are one digit too short or too long; a third are random. Everything else of the first line is the release.
"""

import random
import sys

sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Tables")
import literal
from automaton import Nfa, Rows

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberFormat, phonenumberutil

# Codes of the library that ISO 3166-1 does not have, and the country they belong to.
FOLDED = {"AC": "SH", "TA": "SH"}
KINDS = ("general_desc", "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip",
         "pager", "uan", "voicemail")
DIGITS = ["０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]


def metadata(code, region):
    return PhoneMetadata.metadata_for_region_or_calling_code(code, region)


class Plan:
    """A calling code, and an automaton by which numbers are chosen; what is true of them only the library says."""

    def __init__(self, code):
        self.code = code
        self.regions = phonenumberutil.COUNTRY_CODE_TO_REGION_CODE[code]
        nfa = Nfa()
        starts, ends, self.lengths = [], {}, set()
        for region in self.regions:
            for kind in KINDS[1:]:
                description = getattr(metadata(code, region), kind)
                if description is not None and description.national_number_pattern:
                    start, end = nfa.add(description.national_number_pattern)
                    starts.append(start)
                    ends[end] = set(description.possible_length)
                    self.lengths.update(description.possible_length)
        self.lengths = sorted(length for length in self.lengths if length > 0)
        rows = Rows()
        self.start = rows.add(
            nfa, starts,
            lambda states, length: True if any(length in ends.get(state, ()) for state in states) else None,
            max(self.lengths))
        self.rows = rows.rows

    def edge(self, generator):
        """A number at the edges of the plan's ranges."""
        state, digits = self.start, ""
        while True:
            label, targets = self.rows[state]
            live = [digit for digit in range(10) if targets[digit]]
            if not live or (label and generator.random() < 0.5):
                return digits
            edges = [digit for digit in live if digit in (0, 9) or targets[digit - 1] != targets[digit]
                     or targets[digit + 1] != targets[digit]]
            digit = generator.choice(edges if edges and generator.random() < 0.7 else live)
            digits += str(digit)
            state = targets[digit]

    def beside(self, generator):
        digits = self.edge(generator)
        at = generator.randrange(len(digits))
        digit = str((int(digits[at]) + generator.choice((1, 9))) % 10)
        return generator.choice((
            digits[:at] + digit + digits[at + 1:], digits[:at] + digit + digits[at + 1:], digits[:-1],
            digits + digit))

    def any(self, generator):
        return "".join(generator.choices("0123456789", k=generator.choice(self.lengths)))


def number(code, digits):
    zeros = len(digits) - len(digits.lstrip("0"))
    zeros = min(zeros, len(digits) - 1)
    return phonenumbers.PhoneNumber(
        country_code=code, national_number=int(digits), italian_leading_zero=True if zeros else None,
        number_of_leading_zeros=zeros if zeros > 1 else None)


def canonical(plan, digits):
    parsed = number(plan.code, digits)
    kinds, countries = set(), set()
    for region in plan.regions:
        # What `is_valid_number_for_region` asks, with its answer.
        kind = phonenumberutil._number_type_helper(digits, metadata(plan.code, region))
        if kind != phonenumbers.PhoneNumberType.UNKNOWN:
            kinds.add(kind)
            if region != "001":
                countries.add(FOLDED.get(region, region))
    assert bool(kinds) == phonenumbers.is_valid_number(parsed), digits
    if not kinds:
        # With a trunk prefix behind the calling code it may still be read.
        return form(None, f"+{plan.code}{digits}") if reads(f"+{plan.code}{digits}", None)[0] != "-" else "\t".join(
            ["n", f"{plan.code}{digits}", "-", "-", "-"])
    national = phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL)
    return "\t".join([
        "n", f"{plan.code}{digits}", "/".join(map(str, kinds)), " ".join(sorted(countries)) or "-", national])


def reads(text, country):
    """The number that the library reads from a text, and its extension."""
    try:
        found = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return "-", "-"
    if not phonenumbers.is_valid_number(found):
        return "-", "-"
    return phonenumbers.format_number(found, PhoneNumberFormat.E164)[1:], found.extension or "-"


def form(country, text):
    return "\t".join(["t", FOLDED.get(country, country) or "-", text, *reads(text, country)])


def spaced(digits, generator):
    text = ""
    for index, digit in enumerate(digits):
        text += digit
        if generator.random() < 0.3:
            text += generator.choice((" ", "-", ".", " - ", "\u00a0", "\u2011", "/" if 1 < len(text) < 6 and index < len(digits) - 4 else " "))
    return text.rstrip(" -.\u00a0\u2011")


def typed(plan, digits, generator):
    parsed = number(plan.code, digits)
    region = generator.choice(plan.regions)
    abroad = generator.choice([name for name in sorted(phonenumbers.SUPPORTED_REGIONS)])
    abroad = FOLDED.get(abroad, abroad)
    country = abroad if region == "001" else region
    data = metadata(plan.code, plan.regions[0])
    trunk = data.national_prefix or "0"
    shape = generator.randrange(16)
    plus = f"+{plan.code}{digits}"
    national = phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL)
    if region == "001" or region in FOLDED:
        # Of no country, or of one whose national form is another's.
        shape = generator.choice((0, 1, 2, 3, 11, 12))
    if shape == 0:
        text, country = plus, generator.choice((None, abroad))
    elif shape == 1:
        text, country = phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL), None
    elif shape == 2:
        text, country = phonenumbers.format_number(parsed, PhoneNumberFormat.RFC3966), None
    elif shape == 3:
        text = phonenumbers.format_out_of_country_calling_number(parsed, abroad)
        country = abroad
    elif shape in (4, 5):
        text = national
    elif shape == 6:
        text = digits
    elif shape == 7:
        text = f"{plan.code}{digits}"
    elif shape == 8:
        text, country = f"+{plan.code} ({trunk}){digits}", None
    elif shape == 9:
        text = f"{trunk}{digits}"
    elif shape == 10:
        mark = generator.choice((" ext. ", " x", " ext ", " extn. ", " extension: ", " #", " Ext.", " доб. ", " anexo "))
        text = national + mark + str(generator.randrange(10, 10000))
    elif shape == 11:
        text = plus.translate(dict(zip(map(ord, "0123456789"), generator.choice(DIGITS))))
        country = None
    elif shape == 12:
        text, country = "+" + spaced(plus[1:], generator), None
    elif shape == 13:
        text = phonenumbers.format_national_number_with_carrier_code(parsed, generator.choice(("15", "31", "5", "1")))
    elif shape == 14:
        text = spaced(digits, generator)
    else:
        text = generator.choice(("00", "011 ", "0", "8", "1", "9", "")) + digits
    return form(country, text)


def main():
    assert phonenumbers.__version__ == literal.pinned("phonenumbers")
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    generator = random.Random(seed)
    plans = {code: Plan(code) for code in phonenumberutil.COUNTRY_CODE_TO_REGION_CODE}
    # Every country has the same share.
    codes = [code for code in plans for _ in plans[code].regions]
    print(f"phonenumbers {phonenumbers.__version__}")
    for line in (literal.ROOT / "Sources/workbench/Numbering/differences.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            _, country, text, _, _ = line.split(" | ")
            print("d" + form(None if country == "-" else country, text)[1:])
    for index in range(count):
        plan = plans[generator.choice(codes)]
        digits = (plan.edge, plan.beside, plan.any)[index // 2 % 3](generator)
        while len(digits) < 3:
            digits = plan.edge(generator)
        if index % 2:
            print(typed(plan, plan.edge(generator) if index % 3 else digits, generator))
        else:
            print(canonical(plan, digits))


if __name__ == "__main__":
    main()
