package twelve

import data.plan as plan

# input: a contact. data.plan: the prepared plan. Both engines of Rego read this file.
registered := {"US", "GB", "FR", "AU"}

contact_failed contains "r01" if not regex.match(`^\+[1-9][0-9]{7,14}$`, input.phone)

contact_failed contains "r02" if {
	some index, step in plan.steps
	some refusal in input.opt_outs
	refusal.at <= step.at
	not lifted(refusal, index)
}

contact_failed contains "r03" if {
	input.country == "US"
	plan.purpose == "marketing"
	some index, step in plan.steps
	automated(step)
	not written(index)
}

contact_failed contains "r04" if {
	some index, step in plan.steps
	count(active[index]) > 0
	not recent(index, step)
}

contact_failed contains "r05" if {
	input.country in registered
	some step in plan.steps
	register := step.registers[input.country]
	not scrubbed(register, step)
}

contact_failed contains "r06" if {
	input.country in registered
	some index, step in plan.steps
	register := step.registers[input.country]
	count(active[index]) == 0
	answer := input.registers[register.name]
	answer.status == "listed"
	register.since <= answer.checked_at
	answer.checked_at <= step.at
	not after(answer.listed_at, step.at)
}

contact_failed contains "r07" if {
	some step in plan.steps
	some country in ["US", "GB", "FR", "AU"]
	input.country == country
	[hour, minute, _] := time.clock([step.nanoseconds, input.time_zone])
	day := time.weekday([step.nanoseconds, input.time_zone])
	not open(country, (hour * 60) + minute, day)
}

contact_failed contains "r08" if {
	some step in plan.steps
	limit := step.caps[cap]
	found := count([1 |
		some row in input.history
		row.channel != "email"
		row.at > limit.since
		row.at <= step.at
	])
	found > limit.room
}

contact_failed contains "r09" if {
	some step in plan.steps
	not engaged(step)
}

contact_failed contains "r10" if input.origin.kind == "purchased"

plan_failed contains "r11" if {
	some step in plan.steps
	step.channel == "sms"
	not regex.match(`\b(stop to end|reply stop|opt out|unsubscribe)\b`, step.text)
}

plan_failed contains "r12" if plan.abandonment > 3

active[index] := found if {
	some index, step in plan.steps
	found := [consent |
		some consent in input.consents
		consent.channel == step.channel
		consent.purpose == plan.purpose
		consent.granted_at <= step.at
		not at_or_before(consent.withdrawn_at, step.at)
		not ended(consent, step)
	]
}

ended(consent, step) if {
	some refusal in input.opt_outs
	refusal.at <= step.at
	consent.granted_at <= refusal.at
}

lifted(refusal, index) if {
	some consent in active[index]
	consent.level in {"express", "written"}
	consent.granted_at > refusal.at
}

written(index) if {
	some consent in active[index]
	consent.level == "written"
}

recent(index, step) if {
	some consent in active[index]
	consent.granted_at >= step.recent_since
}

automated(step) if step.channel == "sms"

automated(step) if step.technology in {"autodialed", "prerecorded"}

scrubbed(register, step) if {
	some scrub in plan.scrubs
	scrub.register == register.name
	scrub.at <= step.at
	scrub.at >= register.since
}

engaged(step) if {
	input.last_engaged_at != null
	input.last_engaged_at <= step.at
	input.last_engaged_at >= step.engaged_since
}

at_or_before(instant, bound) if {
	instant != null
	instant <= bound
}

after(instant, bound) if {
	instant != null
	instant > bound
}

workday(day) if not day in {"Saturday", "Sunday"}

open(country, minute, _) if {
	country in {"US", "GB"}
	minute >= 480
	minute < 1260
}

open("FR", minute, day) if {
	workday(day)
	minute >= 600
	minute < 780
}

open("FR", minute, day) if {
	workday(day)
	minute >= 840
	minute < 1200
}

open("AU", minute, day) if {
	workday(day)
	minute >= 540
	minute < 1200
}

default cap := "other"

cap := "florida" if input.region == "US-FL"

cap := "france" if input.country == "FR"
