"""What a step says: declared, read in its words, left out, or not known."""
from common import F, T, U, Family, at, step

NOON = at("2026-03-02T12:00:00")


def cases():
    family = Family("messages", "19")

    def add(name, why, expect, channel="sms", words=None, programme=None, sender="Acme Shoes", **more):
        plan = step(NOON, channel=channel, sender={"name": sender}, **more)
        if words is not None:
            plan["steps"][0]["script" if channel == "voice" else "message"] = words
        parts = {"programme": programme} if programme else {}
        family.add(name, why, expect, plan=plan, contacts=[{"id": "c", "time_zone": "Europe/London"}], **parts)

    text = lambda words, language="en", **more: {"text": words, "language": language, **more}
    whole = "Whole words, case and width aside, in the language of the text."
    for name, words, value in [
        ("plain", "Boots! Reply STOP.", T), ("case", "boots! rePLY stop", T), ("wide", "Boots! Ｒｅｐｌｙ ＳＴＯＰ", T),
        ("two-blanks", "Boots! Reply   STOP", T), ("punctuation", "Boots! (Reply-STOP)", T), ("part-of-word", "Boots! Reply STOPPING", F),
        ("apart", "Reply now or STOP", F), ("second-phrase", "You may opt out.", T), ("none", "Boots!", F), ("empty", "", F),
    ]:
        add(f"text-{name}", whole, {"says_opt_out": value}, words=text(words))
    add("language-other", "Phrases are those of the text's own language.", {"says_opt_out": F}, words=text("Chaussures ! Reply STOP", "fr"))
    add("language-fr", "Accents count, and capitals with them do not.", {"says_opt_out": T}, words=text("Bottes ! RÉPONDEZ STOP", "fr"))
    add("language-unknown", "Without the language nobody knows how to read it.", {"says_opt_out": U}, words={"text": "Boots! Reply STOP"})
    add("language-without-phrases", "Where no phrase is known for a language, a text that declares nothing is unknown.",
        {"says_opt_out": U}, words=text("Stiefel! Antworte STOPP", "de"))
    add("element-without-phrases", "So it is with an element of which no phrase is known.", {"says_price": U, "without": U}, words=text("Boots for 20 USD"))
    add("text-unknown", "A language without words says nothing.", {"says_opt_out": U}, words={"language": "en"})
    add("nothing", "A step without message is unknown.", {"says_opt_out": U, "says_identity": U})
    for name, words, value in [("placeholder", "Boots! {{footer}}", U), ("placeholder-and-phrase", "Hi {{name}}! Reply STOP", T),
                               ("placeholder-within", "Reply {{word}}", U), ("placeholder-in-between", "Reply {{now}} STOP", T)]:
        add(f"text-{name}", "Placeholders are words that are not known; what stands around them is.", {"says_opt_out": value}, words=text(words))
    add("declared", "What a step declares it says.", {"says_opt_out": T, "says_both": T, "says_identity": U}, words=text("Boots!", says=["opt_out", "frequency"]))
    add("declared-alone", "Also without words; what it does not declare is then unknown.", {"says_opt_out": T, "says_both": U}, words={"says": ["opt_out"]})
    add("both-parts", "Several elements are each asked for.", {"says_both": T}, words=text("4 msgs a month. Reply STOP"))
    add("one-part", "One is missing.", {"says_both": F}, words=text("4 msgs a month."))
    for name, words, value in [("first", "Reply STOP to end. Boots!", T), ("later", "Boots! Reply STOP", F), ("line", "Hi there\nReply STOP", F)]:
        add(f"first-{name}", "`first` asks for it in the first sentence.", {"says_first": value, "says_opt_out": T}, words=text(words))
    add("first-declared", "A declaration does not tell the order.", {"says_first": U, "says_opt_out": T}, words=text("Boots! Reply STOP", says=["opt_out"]))
    add("identity-name", "A text that holds the sender's name says who it is.", {"says_identity": T}, words=text("ACME SHOES: boots!"))
    add("identity-part", "Only the whole name.", {"says_identity": U}, words=text("Acme: boots!"))
    for name, words, expect in [
        ("declared", {"omits": ["price"]}, {"says_price": F, "without": T}), ("other", {"omits": ["identity"]}, {"says_price": U, "without": U}),
        ("beats-words", text("Boots! Reply STOP", omits=["opt_out"]), {"says_opt_out": F, "says_first": F}),
        ("and-said", {"says": ["price"], "omits": ["price"]}, {"says_price": T, "without": F}),
        ("one-of-two", {"says": ["opt_out"], "omits": ["frequency"]}, {"says_both": F}),
    ]:
        add(f"omits-{name}", "What a step declares to leave out it does not say, whatever its words are read to hold; what it declares both ways it says.",
            expect, words=words)
    calls(add)
    add("length", "A text has so many characters.", {"short": T}, words=text("x" * 30))
    add("length-over", "One more is too many.", {"short": F}, words=text("x" * 31))
    add("length-unknown", "Of a text that is not known neither is the length.", {"short": U}, words={"language": "en"})
    return family


def calls(add):
    text = lambda words, **more: {"text": words, "language": "en", **more}
    add("call-script", "A call speaks by its script, a text by its message.", {"says_opt_out": T}, channel="voice", words=text("You may opt out."))
    add("call-message", "The message of a call is not heard.", {"says_opt_out": U}, channel="voice", message={"text": "Reply STOP", "language": "en"})
    add("call-first", "What a call says first it says within any time.", {"in_time": T}, channel="voice", words=text("Acme Shoes here. Boots?"))
    add("call-later", "What it says elsewhere it may say too late: no fact tells when.", {"in_time": U}, channel="voice", words=text("Boots? Acme Shoes here."))
    add("call-declared", "A declaration does not tell when either.", {"in_time": U}, channel="voice", words=text("Boots?", says=["identity"]))
    add("call-never", "What it declares to leave out comes in no time.", {"in_time": F}, channel="voice", words=text("Boots?", omits=["identity"]))
    add("text-in-time", "A text is there at once.", {"in_time": T}, words=text("Boots! By Acme Shoes"))
    script = {"id": "s-1"}
    entry = lambda **more: {"scripts": [{"id": "s-1", **more}]}
    add("script-known", "A script says what its entry in the programme declares.", {"says_opt_out": T}, channel="voice", words=script,
        programme=entry(says=["opt_out"]))
    add("script-unknown", "As long as the entry is not known, it may declare more.", {"says_opt_out": U}, channel="voice", words={**script, **text("Boots?")})
    add("script-not-found", "An entry that the programme's list lacks declares nothing.", {"says_opt_out": F}, channel="voice",
        words={**script, **text("Boots?")}, programme={"scripts": []})
    add("script-silent", "An entry that does not say what it declares may declare more.", {"says_opt_out": U}, channel="voice",
        words={**script, **text("Boots?")}, programme=entry())
    add("script-omits", "The step's word against an entry that is not known: it may be declared there.", {"says_opt_out": U}, channel="voice",
        words={**script, "omits": ["opt_out"]})
    add("script-omits-known", "The entry declares nothing of it.", {"says_opt_out": F}, channel="voice", words={**script, "omits": ["opt_out"]},
        programme=entry(says=[]))
