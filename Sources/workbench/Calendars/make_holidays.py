"""Makes holidays.txt: the days that the PyPI package `holidays` knows for every calendar of Sources/workbench/Calendars/mapping.txt.

Run by `swift run workbench calendars --fetch`, which installs the pinned release.
Lines: `<calendar> <place> <year>:<mmdd>,<mmdd>... <year>:...`.
"""

import pathlib
import re

import holidays

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[2]
PIN = re.search(r"^holidays==(\S+)", (FOLDER / "requirements.txt").read_text(), re.M)
assert holidays.__version__ == PIN.group(1)
YEARS = range(2020, 2036)


def main():
    lines = []
    for line in (FOLDER / "mapping.txt").read_text().splitlines():
        line = line.split("#")[0].split()
        if not line:
            continue
        calendar, place, country, subdivision, *categories = line
        days = holidays.country_holidays(
            country, subdiv=None if subdivision == "-" else subdivision, years=list(YEARS),
            categories=categories[0].split(",") if categories else None)
        years = [
            f"{year}:" + ",".join(f"{day:%m%d}" for day in sorted(days) if day.year == year)
            for year in YEARS]
        lines.append(" ".join([calendar, place] + years))
    (ROOT / "Tests/Fixtures/holidays.txt").write_text(
        f"holidays {holidays.__version__}\n" + "\n".join(lines) + "\n")
    print(len(lines), "calendars and places")


main()
