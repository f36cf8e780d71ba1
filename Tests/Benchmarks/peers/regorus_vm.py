"""regorus, Rego in Rust, by its virtual machine."""

import json
import pathlib
import sys

import regorus

from common import prepared, stream

data = json.dumps({"plan": prepared(sys.argv[2])})
module = ("twelve.rego", pathlib.Path(__file__).with_name("twelve.rego").read_text())


def machine(rule):
    program = regorus.Program.compile_from_modules(data, [module], [f"data.twelve.{rule}"])
    result = regorus.Rvm()
    result.load_program(program)
    result.set_data_json(data)
    return result


contact_machine = machine("contact_failed")


def ask(machine, record):
    machine.set_input_json(record)
    return json.loads(machine.execute())


stream(lambda line: ask(contact_machine, line), ask(machine("plan_failed"), "{}"))
