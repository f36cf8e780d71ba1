"""Steps in a window: one attempt at an unknown instant of it."""
from datetime import timedelta

from common import Family, at, local, stamp, step


def day_spans(low, high, zone):
    """The parts of [low, high) in which it is 08:00 to 20:00 on a clock."""
    spans, day = [], local(low, zone).date() - timedelta(days=1)
    while day <= local(high, zone).date():
        start, end = (at(f"{day}T{hour}:00:00", zone) for hour in ("08", "20"))
        if max(start, low) < min(end, high):
            spans.append((max(start, low), min(end, high)))
        day += timedelta(days=1)
    return spans


def cut(spans, others):
    return [(max(a, c), min(b, d)) for a, b in spans for c, d in others if max(a, c) < min(b, d)]


def write(spans):
    return [[stamp(a), stamp(b)] for a, b in spans]


def verdict_of(permitted, low, high):
    whole = permitted == [(low, high)]
    return "pass" if whole else "fail"


def cases():
    family = Family("windows", "5")
    eastern, central = "America/New_York", "America/Chicago"
    miami = {"id": "c", "phone": "+13055550142", "history": [], "opt_outs": [],
             "consents": [{"channel": "voice", "level": "express", "granted_at": "2025-01-01T00:00:00Z"}]}
    panhandle = {**miami, "phone": "+18505550142"}
    for name, start, hours in [("day", "2026-03-02T08:00:00", 12), ("too-long", "2026-03-02T08:00:00", 13), ("early", "2026-03-02T07:00:00", 5),
                               ("night", "2026-03-02T21:00:00", 8), ("two-days", "2026-03-02T12:00:00", 30), ("change", "2026-03-07T12:00:00", 40),
                               ("back", "2026-10-31T12:00:00", 40), ("instant", "2026-03-02T12:00:00", 0.001)]:
        low = at(start, eastern)
        high = low + timedelta(hours=hours) if hours != 0.001 else low + timedelta(milliseconds=1)
        spans = day_spans(low, high, eastern)
        family.add(
            f"absolute-{name}", f"{hours} hours from {start} on: the rule must hold at every instant of the window; permitted are the parts in which it does.",
            [{"rule": "US.daytime", "verdict": verdict_of(spans, low, high)}, {"permitted": write(spans)},
             {"decision": "allowed" if spans == [(low, high)] else "blocked"}],
            plan=step(window={"from": stamp(low), "to": stamp(high)}), contacts=[miami])
    for name, start, hours in [("both", "2026-03-02T09:00:00", 11), ("one", "2026-03-02T08:00:00", 12), ("none", "2026-03-02T21:00:00", 3)]:
        low = at(start, eastern)
        high = low + timedelta(hours=hours)
        both = cut(day_spans(low, high, eastern), day_spans(low, high, central))
        here, there = (day_spans(low, high, zone) == [(low, high)] for zone in (eastern, central))
        word = "pass" if here and there else "unproven" if here or there else "fail"
        family.add(
            f"two-clocks-{name}", "An absolute window is judged on each possible clock; what is permitted is permitted on all of them.",
            [{"rule": "US.daytime", "verdict": word}, {"permitted": write(both)}], section="3",
            plan=step(window={"from": stamp(low), "to": stamp(high)}), contacts=[panhandle])
    for name, window, word in [
        ("in", {"dates": ["2026-03-02"], "local_from": "08:00", "local_to": "20:00"}, "pass"),
        ("minute", {"dates": ["2026-03-02"], "local_from": "08:00", "local_to": "20:01"}, "fail"),
        ("early", {"dates": ["2026-03-02"], "local_from": "07:59", "local_to": "12:00"}, "fail"),
        ("two-days", {"dates": ["2026-03-02", "2026-03-05"], "local_from": "09:00", "local_to": "17:00"}, "pass"),
        ("changes", {"dates": ["2026-03-08", "2026-11-01"], "local_from": "08:00", "local_to": "20:00"}, "pass"),
    ]:
        for who, contact in (("miami", miami), ("panhandle", panhandle), ("nowhere", {**miami, "phone": "+18005550142"})):
            family.add(
                f"local-{name}-{who}", "A window of local times is the sender's promise that the attempt falls into it on the recipient's true clock, "
                "whichever that is.", [{"rule": "US.daytime", "verdict": word if who != "nowhere" or word == "pass" else "unproven"}],
                plan=step(window=window), contacts=[contact])
    # What else changes within a window: the end of a pause, and of a consent.
    low, high = at("2026-03-02T09:00:00", eastern), at("2026-03-02T18:00:00", eastern)
    called = at("2026-03-01T12:00:00", eastern)
    for name, moment, word, spans in [
        ("pause", called, "fail", [(called + timedelta(hours=24), high)]), ("pause-over", low - timedelta(hours=24), "pass", [(low, high)]),
        ("pause-all", high - timedelta(hours=24), "fail", []),
    ]:
        family.add(
            f"within-{name}", "A pause of 24 hours forbids [event, event + 24 h).",
            [{"rule": "US.a_day_of_rest", "verdict": word}, {"permitted": write(spans)}], section="10",
            plan=step(window={"from": stamp(low), "to": stamp(high)}), contacts=[{**miami, "history": [{"at": stamp(moment), "channel": "voice"}]}])
    for name, expires, word in [("in", high - timedelta(hours=1), "fail"), ("at-the-end", high, "pass"), ("before-the-end", high - timedelta(milliseconds=1), "fail")]:
        family.add(
            f"within-expiry-{name}", "A consent is void from the instant of its end; the window's own end is not in it. A warning leaves the window permitted.",
            [{"rule": "US.before_the_end", "verdict": word}, {"permitted": write([(low, high)])}, {"decision": "allowed"}], section="10",
            plan=step(window={"from": stamp(low), "to": stamp(high)}),
            contacts=[{**miami, "consents": [{"channel": "voice", "level": "express", "granted_at": "2025-01-01T00:00:00Z", "expires_at": stamp(expires)}]}])
    return family
