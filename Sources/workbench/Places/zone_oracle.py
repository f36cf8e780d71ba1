"""Prints in which zones the pinned `phonenumbers` library says that numbers may ring, for comparison with the compiled areas.

    python3 zone_oracle.py

A line for each beginning of numbers that the library's zones or areas.txt tell apart, with a number that begins so:
  <beginning>  <digits after +>  <PhoneNumberType>  <zones>
Fields have tabs between them; beginnings of which no number is valid are left out.
"""

import random
import sys

sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Tables")
sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/Numbering")
import literal
from oracle import Plan

import phonenumbers
from phonenumbers import phonenumberutil, timezone
from phonenumbers.tzdata import TIMEZONE_DATA

AREAS = "Sources/workbench/Places/areas.txt"


def beginnings():
    found = set(TIMEZONE_DATA)
    for line in literal.lines(AREAS):
        found.update(word for word in line.split("#")[0].split() if word.isdigit())
    return sorted(found)


def number(plan, beginning, generator):
    """A number of a plan with a beginning behind its code; None if there is none."""
    state = plan.start
    for digit in beginning:
        state = plan.rows[state][1][int(digit)]
        if not state:
            return None
    digits = beginning
    while True:
        label, targets = plan.rows[state]
        live = [digit for digit in range(10) if targets[digit]]
        if label and (not live or generator.random() < 0.7):
            return digits
        if not live:
            return None
        digit = generator.choice(live)
        digits += str(digit)
        state = targets[digit]


def main():
    assert phonenumbers.__version__ == literal.pinned("phonenumbers")
    generator = random.Random(2026)
    plans = {}
    print(f"phonenumbers {phonenumbers.__version__}")
    for beginning in beginnings():
        code = next(
            (size for size in (1, 2, 3) if int(beginning[:size]) in phonenumberutil.COUNTRY_CODE_TO_REGION_CODE), None)
        if code is None:
            continue
        code = int(beginning[:code])
        plan = plans.setdefault(code, None) or Plan(code)
        plans[code] = plan
        for _ in range(20):
            digits = number(plan, beginning[len(str(code)):], generator)
            if digits is None:
                break
            parsed = phonenumbers.parse(f"+{code}{digits}")
            if phonenumbers.is_valid_number(parsed) and phonenumbers.format_number(
                    parsed, phonenumbers.PhoneNumberFormat.E164) == f"+{code}{digits}":
                zones = sorted(zone for zone in timezone.time_zones_for_number(parsed) if zone != timezone.UNKNOWN_TIMEZONE)
                print("\t".join([beginning, f"{code}{digits}", str(phonenumbers.number_type(parsed)), " ".join(zones)]))
                break


if __name__ == "__main__":
    main()
