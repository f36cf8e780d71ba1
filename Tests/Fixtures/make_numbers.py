"""Makes numbers.txt: what the pinned phonenumbers library says of 20,000 numbers, for comparison with the compiled plans.

Run with `python3 make_numbers.py` after `pip install -r Sources/workbench/Tables/requirements.txt`.
Lines: `<digits after +> <country>=<type>,... <national form>`; `-` for a number that is valid nowhere, and `@n` for the nth of the
sets of countries listed at the head, because the North American ones are long. Types are the library's `PhoneNumberType`.
A third of the numbers are random, a third end randomly after the beginning of an example, a third lie one digit beside an example
or are one digit too short or too long.
"""

import itertools
import pathlib
import random
import re

import phonenumbers
from phonenumbers import PhoneMetadata, phonenumberutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
PIN = re.search(r"^phonenumbers==(\S+)", (ROOT / "Sources/workbench/Tables/requirements.txt").read_text(), re.M)
assert phonenumbers.__version__ == PIN.group(1)

CODES = [1, 33, 44, 49, 61]
EACH = 4000


def examples(code):
    found = []
    for region in phonenumberutil.COUNTRY_CODE_TO_REGION_CODE[code]:
        metadata = PhoneMetadata.metadata_for_region(region)
        for kind in ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number",
                     "voip", "pager", "uan", "voicemail"):
            description = getattr(metadata, kind)
            if description is not None and description.example_number:
                found.append(description.example_number)
    return found


def candidates(code, generator):
    known = examples(code)
    lengths = sorted({len(number) for number in known})
    area = (lambda: str(generator.randrange(200, 1000)) + str(generator.randrange(200, 1000))) if code == 1 else (lambda: "")
    found = set()
    for attempt in itertools.count():
        if len(found) == EACH:
            return sorted(found)
        kind = attempt % 3
        if kind == 0:
            start = area() or str(generator.randrange(1, 10))
            digits = start + "".join(generator.choices("0123456789", k=generator.choice(lengths) - len(start)))
        elif kind == 1:
            example = generator.choice(known)
            keep = generator.randrange(1, len(example))
            digits = example[:keep] + "".join(generator.choices("0123456789", k=len(example) - keep))
        else:
            example = generator.choice(known)
            at = generator.randrange(len(example) + 1)
            digit = generator.choice("0123456789")
            digits = generator.choice([example[:at] + digit + example[at + 1:], example[:at] + digit + example[at:],
                                       example[:-1], example])
        if digits and digits[0] != "0" and 3 <= len(digits) <= 15 - len(str(code)):
            found.add(digits)


def main():
    generator = random.Random(2026)
    sets = []
    lines = []
    for code in CODES:
        for digits in candidates(code, generator):
            number = phonenumbers.PhoneNumber(country_code=code, national_number=int(digits))
            types = []
            for region in sorted(phonenumberutil.COUNTRY_CODE_TO_REGION_CODE[code]):
                if phonenumbers.is_valid_number_for_region(number, region):
                    metadata = PhoneMetadata.metadata_for_region(region)
                    types.append(f"{region}={phonenumberutil._number_type_helper(digits, metadata)}")
            assert bool(types) == phonenumbers.is_valid_number(number), digits
            national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
            text = ",".join(types) or "-"
            if len(types) > 3:
                if text not in sets:
                    sets.append(text)
                text = f"@{sets.index(text)}"
            lines.append(f"{code}{digits} {text} {national if types else '-'}")
    head = [f"phonenumbers {phonenumbers.__version__}", f"sets {len(sets)}"] + sets
    (ROOT / "Tests/Fixtures/numbers.txt").write_text("\n".join(head + lines) + "\n")
    print(len(lines), "numbers,", sum(" - -" not in line for line in lines), "valid")


main()
