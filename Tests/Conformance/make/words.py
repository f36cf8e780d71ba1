"""Relations between facts, one by one, over a known value, another one, none and nothing known."""
from common import F, T, U, Family, at, step

NOON = at("2026-03-02T12:00:00", "America/New_York")


def cases():
    family = Family("words", "9")

    def add(name, why, expect, section=None, plan=None, **facts):
        family.add(
            name, why, expect, section=section, plan=step(NOON, **(plan or {})),
            contacts=[{"id": "c", "time_zone": "America/New_York", **facts}])

    why = "A word is the same as itself; nothing equals none; what is not known is neither the same nor another."
    for name, value, expect in [
        ("consumer", "consumer", (T, F, T, F)), ("sole", "sole_trader", (F, T, T, F)), ("business", "business", (F, T, F, T)), ("none", None, (F, T, F, T)),
    ]:
        add(f"recipient-{name}", why, dict(zip(("is_word", "is_not_word", "is_one", "is_none_of"), expect)), recipient=value)
    add("recipient-unknown", why, dict.fromkeys(("is_word", "is_not_word", "is_one", "is_none_of"), U), section="B")
    for name, value, expect in [("club", "club", (T, T)), ("case", "Club", (F, T)), ("else", "new", (F, F)), ("none", None, (F, F))]:
        add(f"text-{name}", "Text is compared letter by letter.", dict(zip(("is_text", "holds"), expect)), journey=value)
    order = ("at_most", "at_least", "less", "more", "added", "taken")
    for name, value, expect in [
        ("2", 2, (T, F, T, F, T, F)), ("3", 3, (T, T, F, F, T, T)), ("4", 4, (F, T, F, T, F, T)), ("2.999999", 2.999999, (T, F, T, F, T, F)),
        ("none", None, (F, F, F, F, F, F)),
    ]:
        add(f"number-{name}", "Numbers are exact; any order with none is false.", dict(zip(order, expect)), preferences={"max_per_month": value})
    add("number-unknown", "Arithmetic on unknown is unknown.", dict.fromkeys(order, U))
    for rate, value in [("2.1%", T), ("2.100001%", F), ("2%", T), (None, F)]:
        add(f"rate-{rate}", "Percentages are exact.", {"rate": value}, plan={"metrics": {"bounce_rate": rate}})
    for length, value in [("2 seconds", T), ("2000 seconds", F), ("1 second", T)]:
        add(f"drop-{length.replace(' ', '-')}", "Lengths of time have an order.", {"drop": value}, plan={"dialler": {"drop_within": length}})
    sets = ("set_one", "set_some", "set_all")
    for name, value, expect in [
        ("one", ["prerecorded"], (T, T, F)), ("both", ["prerecorded", "ai_agent"], (T, T, T)), ("other", ["predictive"], (F, F, F)), ("manual", [], (F, F, F)),
        ("shorthand", "manual", (F, F, F)), ("word", "prerecorded", (T, T, F)), ("autodialed", "autodialed", (F, F, F)),
    ]:
        add(f"set-{name}", "A set holds its words; `manual` is the empty one, `autodialed` a set of two, a word a set of one.", dict(zip(sets, expect)),
            plan={"technology": value})
    add("set-unknown", "Of a set that is not known nothing is.", dict.fromkeys(sets, U))
    for name, value, expect in [("in", ["hats", "boots"], T), ("out", ["hats"], F), ("empty", [], F), ("none", None, F), ("unknown", U, U)]:
        facts = {} if value is U and name == "unknown" else {"interests": value}
        add(f"list-{name}", "A list that is given is complete.", {"list_text": expect}, **facts)
    for code, expect in [("33101", (T, T)), ("33299", (T, F)), ("90201", (F, T)), ("331", (T, F)), ("3", (F, F))]:
        add(f"postal-{code}", "A text begins and ends letter by letter.", dict(zip(("begins", "finishes"), expect)), postal_code=code)
    places(add)
    own(add)
    rows(add)
    return family


def places(add):
    for name, facts, expect in [
        ("florida", {"country": "US", "region": "US-FL"}, (T, T)), ("texas", {"country": "US", "region": "US-TX"}, (F, T)),
        ("ohio", {"country": "US", "region": "US-OH"}, (F, F)), ("number", {"phone": "+13055550142"}, (T, T)),
        ("two", {"phone": "+13055550142", "country": "US", "region": "US-TX"}, (U, T)), ("toll-free", {"phone": "+18005550142"}, (U, U)),
        ("two-outside", {"phone": "+13055550142", "country": "US", "region": "US-OH"}, (U, U)),
    ]:
        add(f"place-{name}", "True if every candidate of every piece of evidence lies within the list, false if none does, else unknown.",
            dict(zip(("is_place", "is_one_place"), expect)), section="1", **facts)
    for name, facts, expect in [("said", {"line": {"type": "mobile"}}, T), ("said-fixed", {"line": {"type": "fixed"}}, F), ("digits", {"phone": "+12125550142"}, U),
                                ("australian", {"phone": "+61491570156"}, T), ("french-fixed", {"phone": "+33199000142"}, F)]:
        add(f"line-{name}", "The contact's own answer, else what the digits tell; in the United States they do not, elsewhere they do.", {"is_line": expect}, section="1", **facts)


def own(add):
    names = ("own_choice", "own_number", "own_list", "own_percent", "own_date", "own_instant", "own_truth", "own_text")
    add("own-yes", "Own fields are read by their declared types.", dict.fromkeys(names, T), custom={
        "tier": "gold", "points": 10.5, "tags": ["vip"], "share": "50%", "since": "2026-03-01", "seen": "2026-03-02T16:59:59Z", "press": True, "nick": "Bo"})
    add("own-no", "Other values.", dict.fromkeys(names, F), custom={
        "tier": "silver", "points": 10, "tags": [], "share": "50.1%", "since": "2026-03-03", "seen": "2026-03-02T17:00:00Z", "press": False, "nick": "bo"})
    add("own-unknown", "A table lacks what it does not hold: unknown.", dict.fromkeys(names, U), custom={})
    add("own-today", "A day is some instant of it.", {"own_date": U}, section="8", custom={"since": "2026-03-02"})
    for value, expect in [(True, F), (False, T)]:
        add(f"define-{value}", "A define stands for its condition.", {"defined": expect, "constant_truth": T}, minor=value)


def rows(add):
    request = lambda **more: {"channel": "voice", "subject": "boots", **more}
    for name, requests, value in [
        ("same", [request()], T), ("other-subject", [request(subject="hats")], F), ("other-channel", [request(channel="sms")], F),
        ("crossed", [request(subject="hats"), request(channel="sms")], F), ("unknown", [{"channel": "voice"}], U), ("none", [], F),
    ]:
        add(f"row-{name}", "In `where` the row's fields are its own, and `this` is the attempt's; one row must meet everything.", {"of_row": value},
            plan={"offer": {"subject": "boots"}}, requests=requests)
    for name, history, value in [
        ("past", [{"at": "2026-03-01T00:00:00Z", "channel": "voice"}], T), ("none", [], F), ("text", [{"at": "2026-03-01T00:00:00Z", "channel": "sms"}], F),
        ("two", [{"at": "2026-03-01T00:00:00Z", "channel": "voice"}, {"at": "2026-03-09T00:00:00Z", "channel": "voice"}], F),
        ("unknown-row", [{"at": "2026-03-01T00:00:00Z"}], U),
    ]:
        add(f"latest-{name}", "The latest of no row is none, before which nothing comes.", {"latest_call": value}, history=history)
    for level, value in [("implied", F), ("presumed", F), ("express", T), ("written", T)]:
        add(f"level-{level}", "Levels rise from implied to written.", {"best_level": value}, section="11", consents=[{"level": level}])
