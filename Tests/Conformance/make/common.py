"""What every family of cases shares: three-valued truth, times, and the writing of a case.

Nothing here asks Ringfence. The verdicts are worked out from the exact rules (Docs/language/meaning.md) by other means: tables, plain
arithmetic on dates, and the time zones of Python's standard library.
"""
import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).resolve().parent.parent
T, F, U = True, False, None
WORDS = {T: "pass", F: "fail", U: "unproven"}
UTC = timezone.utc


def both(*values):
    """Strong Kleene conjunction."""
    if F in values:
        return F
    return U if U in values else T


def either(*values):
    """Strong Kleene disjunction."""
    if T in values:
        return T
    return U if U in values else F


def negate(value):
    return U if value is U else not value


class Family:
    """A file of cases, judged by one shared policy unless a case has its own."""

    def __init__(self, name, section, policies=None):
        self.name, self.section = name, section
        self.policies = [name] if policies is None else policies
        self.cases, self.seen = [], set()

    def add(self, name, why, expect=None, section=None, **parts):
        """A case. `expect` is a list, or a dict from rule to verdict, where True, False and None stand for words."""
        assert (name, name) and name not in self.seen, name
        self.seen.add(name)
        case = {"id": f"{self.name}/{name}", "section": section or self.section, "why": why}
        if "policy" not in parts and self.policies:
            case["policies"] = self.policies
        case.update(parts)
        if isinstance(expect, dict):
            expect = [verdict(rule, value) for rule, value in expect.items()]
        if expect:
            case["expect"] = expect
        self.cases.append(case)

    def write(self):
        lines = [json.dumps(case, ensure_ascii=False, separators=(", ", ": ")) for case in self.cases]
        (FOLDER / "cases" / f"{self.name}.ndjson").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return len(lines)


def verdict(rule, value, **more):
    name = rule if "." in rule else f"acme.{rule}"
    return {"rule": name, "verdict": value if isinstance(value, str) else WORDS[value], **more}


def stamp(moment):
    """RFC 3339 in UTC, with milliseconds where there are any."""
    moment = moment.astimezone(UTC)
    text = moment.strftime("%Y-%m-%dT%H:%M:%S")
    if moment.microsecond:
        text += f".{moment.microsecond // 1000:03d}"
    return text + "Z"


def at(text, zone="UTC"):
    """An instant from a local reading; of a repeated hour the first."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(moment, zone):
    return moment.astimezone(ZoneInfo(zone))


MS = timedelta(milliseconds=1)


def shift_months(day, months):
    """The same day of another month, or the month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def step(moment=None, **more):
    """A plan of one call at an instant."""
    plan = {"campaign": "spring"}
    for key in ("purpose", "sender", "offer", "scrubs", "metrics", "programme", "targets", "audience", "custom", "kind"):
        if key in more:
            plan[key] = more.pop(key)
    only = {"id": "only", "channel": "voice", **more}
    if moment is not None:
        only["at"] = stamp(moment)
    plan["steps"] = [only]
    return plan
