"""OPA's engine, the Go library itself, called by its own C functions with the bytes of each line."""

import ctypes
import json
import pathlib
import sys

from common import IDENTIFIER, plan_line, prepared

sys.path.insert(0, str(pathlib.Path(sys.prefix) / "opa"))
from opa_bindings import OpaEngine  # noqa: E402

engine = OpaEngine()
engine.add_policy("twelve.rego", pathlib.Path(__file__).with_name("twelve.rego").read_text())
engine.add_data(prepared(sys.argv[2]), "plan")
library, handle = engine._lib, engine._handle


def ask(document, record):
    answer = library.OpaEvalDocument(handle, document, record, 0, 0)
    text = ctypes.string_at(answer)
    library.OpaFreeString(answer)
    return json.loads(text)["result"][0]["expressions"][0]["value"]


with open(sys.argv[1], "rb") as lines, open(sys.argv[3], "w", buffering=1 << 20) as output:
    for line in lines:
        failed = sorted(ask(b"twelve.contact_failed", line))
        output.write(f"{IDENTIFIER.search(line.decode()).group(1)}\t{','.join(failed)}\t\n")
    output.write(plan_line(ask(b"twelve.plan_failed", b"{}")))
