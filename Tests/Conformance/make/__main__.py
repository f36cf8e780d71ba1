"""Writes the cases: `python3 Tests/Conformance/make`."""
import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True
total = 0
for path in sorted(Path(__file__).resolve().parent.glob("*.py")):
    if path.stem in ("common", "__main__"):
        continue
    family = importlib.import_module(path.stem).cases()
    count = family.write()
    total += count
    print(f"{family.name}: {count}")
print(f"{total} cases")
