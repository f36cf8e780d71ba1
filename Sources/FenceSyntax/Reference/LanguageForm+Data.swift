/// The one list of verbs and of the forms of expressions: reference, help and `list` are written from it.
extension LanguageForm {
  /// Verbs: predicates in which one word says what outreach law says over and over.
  public static let verbs = [
    LanguageForm(
      "consent",
      "consent LEVEL for [exactly] this AXIS[, AXIS …] [given [or renewed] within D] [where E]",
      "one consent on file of this level or a higher one covers the attempt on every axis named "
        + "(channel, purpose, technology, sender, number, time)",
      example: "consent written for this channel, purpose given within 2 years",
      chapter: "Consent"),
    LanguageForm(
      "opted out", "opted out [of any channel] [and purpose] [where E]",
      "an opt-out that concerns the attempt stands when it is made",
      example: "opted out of any channel", chapter: "Opt-outs"),
    LanguageForm(
      "honour opt-outs",
      "honour opt-outs [of any channel] [and purpose] at once | within D [for D2] [where E]",
      "the attempt is not later than the term after a standing opt-out, as long as that lasts",
      example: "honour opt-outs of any channel and purpose within 10 business days",
      chapter: "Opt-outs"),
    LanguageForm(
      "scrub", "scrub REGISTER [every D]",
      "the plan proves that the register was consulted no later than the attempt and within the "
        + "term, or the register's own",
      example: "scrub do_not_call every 31 days", chapter: "Registers"),
    LanguageForm(
      "listed on", "listed on REGISTER",
      "the number is on the register, by the contact's own fresh answer or the plan's scrub",
      example: "listed on do_not_call", chapter: "Registers"),
    LanguageForm(
      "permitted on", "permitted on REGISTER",
      "the register of permissions holds one for the number",
      example: "permitted on permissions", chapter: "Registers"),
    LanguageForm(
      "sender registered with", "sender registered with REGISTER [where E]",
      "the sender holds an entry of the register that is valid at the attempt",
      example: "sender registered with licences where id is sender.caller_id.name",
      chapter: "Registers"),
    LanguageForm(
      "hours",
      "hours [DAYS] T to T[, T to T] | closed [; [eves of] DAYS …] [in zone Z]",
      "the attempt lies in a window of its day, on every clock that the recipient may have",
      example: "hours monday to friday 08:00 to 20:00; sunday closed", chapter: "Hours"),
    LanguageForm(
      "cap",
      "cap N [by CHANNEL, …] in any D | per day | per week | per month | ever [where E]",
      "the contacts before this attempt, with it, are at most so many",
      example: "cap 3 by voice, sms in any 24 hours where subject is this subject",
      chapter: "Caps and pauses"),
    LanguageForm(
      "pause", "pause D | forever after T | LIST where E",
      "the attempt is not within the term after a point in time, or after any such row",
      example: "pause 7 days after history where outcome is refused", chapter: "Caps and pauses"),
    LanguageForm(
      "attempt answers recipient", "attempt answers recipient within D",
      "the recipient came to us within the term, and nothing went out since",
      example: "attempt answers recipient within 24 hours", chapter: "Caps and pauses"),
    LanguageForm(
      "message says", "message says ELEMENT[, …] [first] | script says ELEMENT[, …] [first]",
      "the step's text or script says it, in words that are known for it or as it declares",
      example: "message says identity, opt_out", chapter: "Messages"),
    LanguageForm(
      "erase", "erase DATA within D after EVENT | the later of EVENT, EVENT",
      "no judged contact is older, and the programme's schedule says so",
      example: "erase contact within 2 years after last_engaged_at", chapter: "Retention"),
    LanguageForm(
      "keep", "keep DATA for D after EVENT | the later of EVENT, EVENT",
      "the programme's schedule keeps it at least so long",
      example: "keep consent_evidence for 5 years after last_engaged_at", chapter: "Retention"),
  ]

  /// Connectives, comparisons, questions about lists, and functions.
  public static let expressions = [
    LanguageForm(
      "and, or, not", "A and B | A or B | not A",
      "both, one of them, the opposite; mixing `and` with `or` needs brackets, and what is unknown "
        + "decides only where the rest cannot",
      example: "minor is false and not (line is mobile or line is voip)", chapter: "Conditions"),
    LanguageForm(
      "is", "X is [not] Y", "the values are the same; of a set, `includes` is asked instead",
      example: "recipient is not business", chapter: "Conditions"),
    LanguageForm(
      "is one of", "X is [not] one of A, B, …", "the value is one of these",
      example: "place is one of US-TX, US-FL", chapter: "Conditions"),
    LanguageForm(
      "is none, is given", "X is [not] none | X is [not] given",
      "the value is known to be none, is known to be something",
      example: "line.ported_at is none", chapter: "Conditions"),
    LanguageForm(
      "at most, at least", "X at most Y | X at least Y",
      "order with the bound included: numbers, percentages, lengths of time, times of day, levels "
        + "of consent",
      example: "metrics.abandonment_rate.value at most 3%", chapter: "Conditions"),
    LanguageForm(
      "<, >", "X < Y | X > Y", "order without the bound",
      example: "preferences.max_per_month > 2", chapter: "Conditions"),
    LanguageForm(
      "before, after", "T before U | T after U", "one point in time comes first",
      example: "last_engaged_at after verified_at", chapter: "Time"),
    LanguageForm(
      "within", "T within D before U | T within D after U",
      "the point lies in the term that ends or begins with the other, both bounds included",
      example: "attempt within 6 months after last_engaged_at", chapter: "Time"),
    LanguageForm(
      "same day as", "T same day as U | T same week as U | T same month as U",
      "both lie in one day, week or month of the recipient's calendar",
      example: "last_engaged_at same month as attempt", chapter: "Time"),
    LanguageForm(
      "includes", "S includes A | S includes any of A, … | S includes all of A, …",
      "the set or list holds it, one of them, each of them",
      example: "technology includes any of automated_dialing, prerecorded", chapter: "Conditions"),
    LanguageForm(
      "starts with, ends with, contains", "X starts with A, … | X ends with A, … | X contains A, …",
      "the text begins with, ends with or holds one of these, letter by letter",
      example: "postal_code starts with \"331\", \"332\"", chapter: "Text"),
    LanguageForm(
      "length of", "length of X", "how many characters a text has",
      example: "length of message.text at most 160", chapter: "Text"),
    LanguageForm(
      "any, every, no", "any X in LIST where E | every X in LIST where E | no X in LIST where E",
      "the condition holds for a row, for all, for none",
      example: "no h in history where h.outcome is complained", chapter: "Lists"),
    LanguageForm(
      "count of", "count of X in LIST [where E]",
      "how many rows there are; an interval where some are undecided",
      example: "(count of h in history where h.outcome is answered) at most 3", chapter: "Lists"),
    LanguageForm(
      "latest", "latest FIELD of LIST [where E]",
      "the latest value of a field among the rows; none if there is none",
      example: "attempt within 30 days after latest at of history where outcome is answered",
      chapter: "Lists"),
    LanguageForm(
      "share of contacts", "share of contacts where E",
      "the part of the whole list for which the condition holds, as a percentage",
      example: "(share of contacts where not number.valid) at most 2%", chapter: "Lists"),
    LanguageForm(
      "the later of, the earlier of", "the later of A, B, … | the earlier of A, B, …",
      "the last or the first of several points in time",
      example: "attempt within 18 months after the later of last_engaged_at, verified_at",
      chapter: "Time"),
    LanguageForm(
      "+, -", "X + Y | X - Y",
      "sums of numbers and percentages, points in time and lengths of time",
      example: "attempt before last_engaged_at + 18 months", chapter: "Time"),
    LanguageForm(
      "this",
      "this channel | this purpose | this subject | this sender | this technology | this number",
      "the attempt's own value, where the bare word is a row's",
      example: "any r in requests where r.channel is this channel", chapter: "Lists"),
    LanguageForm(
      "listed_at", "REGISTER.listed_at | REGISTER.status | REGISTER.channels | REGISTER.categories",
      "what a register of numbers or permits answered for this contact itself",
      example: "last_engaged_at after do_not_call.listed_at", chapter: "Registers"),
    LanguageForm(
      "true, false", "true | false", "the two truths", example: "minor is false",
      chapter: "Conditions"),
  ]
}
