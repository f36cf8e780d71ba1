"""Makes subdivisions.txt: the codes of ISO 3166-2 by PyPI's pycountry, for comparison with the compiled places.

Run with `python3 make_subdivisions.py` after `pip install pycountry==26.2.16`.
Lines: `<country> <code>[<<code of the subdivision around it>] ...`, codes without the country, sorted.
"""

import importlib.metadata
import pathlib

import pycountry

lines = [f"pycountry {importlib.metadata.version('pycountry')}"]
for country in sorted({part.country_code for part in pycountry.subdivisions}):
    parts = sorted(pycountry.subdivisions.get(country_code=country), key=lambda part: part.code)
    lines.append(" ".join([country] + [
        part.code[3:] + (f"<{part.parent_code[3:]}" if part.parent_code else "") for part in parts]))
pathlib.Path(__file__).with_name("subdivisions.txt").write_text("\n".join(lines) + "\n")
print(len(lines), "lines")
