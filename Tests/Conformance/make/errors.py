"""Policies that must not load, each with the code of its mistake: the wrong examples of the reference's pages on diagnostics."""
import re

from common import FOLDER, Family

PREAMBLE = 'policy US "Example"\nsource act "The Act" { cite "Act 1" reviewed 2026-11-22 evidence secondary }\n'
# Pages whose examples are several files, bytes that JSON cannot hold, or warnings.
PAGES = FOLDER.parent.parent / "Docs" / "language" / "diagnostics"


def cases():
    family = Family("errors", "diagnostics", [])
    for page in sorted(PAGES.glob("F*.md")):
        text = page.read_text(encoding="utf-8")
        code = page.stem
        wrong = re.search(rf"```fence fails={code}\n(.*?)```", text, re.S)
        if not wrong or code in SKIPPED or wrong[1].startswith("// ---- "):
            continue
        title = text.splitlines()[0].split(": ", 1)[1]
        body = wrong[1] if code in WHOLE else PREAMBLE + wrong[1]
        family.add(code, f"{title}: see its page in the reference.", policy=body, errors=[code])
    return family


WHOLE = {"F0213"}
SKIPPED = {"F0103", "F0104", "F0105", "F0106", "F0107", "F0316", "F0341", "F0346", "F0351", "F0352", "F0372", "F0384"}
