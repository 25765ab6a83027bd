"""The files of a new pack: short, valid, and each saying what belongs in its place."""

# Every example cites a claim of this kind, so the check can tell what is still to be written.
STARTER = "WRITE"
TOPIC = "The treatment"
ROUTE = "At the clinic"

README = """\
# {title}

A new pack for Anteroom. It can be shown at once: `anteroom content preview {folder}`.
Every page is an example. Write over it, and keep the marks.

1. `evidence.toml`: write down what is known, and where you read it. Start here.
2. `en/` and each other language: write the pages. One sentence, one line, one claim.
3. `crisis.toml`: add the help lines of your region, if a page shows them.
4. `pack.toml`: the people, the dates, the chapters.

`anteroom content check {folder}` says what is wrong, and which files are still examples.
The format is explained in the README of Anteroom's `content` folder.
"""

PACK = """\
# What this pack is, who made it, and until when it may be used. Words go between "quotes".

id = {id}
version = "0.1.0"
title = {title}

# The files of each language, without .md, in the order they are shown.
# The last one is the questions chapter, and `faq` names it again.
chapters = ["mechanism", "side-effects", "your-choice", "questions"]
faq = "questions"
checks = "checks"

# The ways in which the treatment is given. A page can be for one of them: routes="clinic".
routes = ["clinic"]

# The points of your own consent check list, which pages then name: elements="C01".
# Without this line they are C01 to C38.
# elements = ["C01", "C02"]

# Stays "draft" until two people have approved it.
status = "draft"
authors = ["Write the names of those who wrote this"]

# The day the sources were last read, and the last day the pack may be used.
sources_date = {today}
review_by = {review_by}

# Who paid for the text, and when it is read again.
funding = "Write who paid for this text."
update_policy = "Write how often this text is read again."
{languages}
# What staff read for each of the routes.
[route_name.clinic]
{routes}
# The groups of the questions chapter. Add as many as you need.
[[topic]]
id = "topic-treatment"
[topic.name]
{topics}"""

LANGUAGE = """
# Who read this language is written here by: anteroom content review-language
[[language]]
tag = "{tag}"
name = "{name}"
title = {title}
reviewer = ""
reviewed_on = ""
"""

EVIDENCE = """\
# What is known, claim by claim. Every sentence of a page cites one: [^WRITE-01].
# An id is 2 to 6 capital letters, a dash, and 2 or 3 digits. Choose your own: HEART-01.
#
# verdict rates what is often said about this point: supported, supported with nuance,
# unsupported, wrong, missing, marketing, do not use. "missing" means: nobody has looked yet.

[[claim]]
id = "WRITE-01"
statement = "An example. Write what is known, with its numbers and its “not”."
verdict = "missing"
sources = ["EXAMPLE"]

[[claim]]
id = "WRITE-02"
statement = "An example of what a person may decide. Going through a text is not consent."
verdict = "missing"
sources = ["EXAMPLE"]
# The chapter about the choice must cite this one.
required = true

# Where the claims were read. Add one for each source, and cite its code above.
[[source]]
code = "EXAMPLE"
title = "Write the title, the authors and the year"
address = ""
mark = "general knowledge"
note = "An example. Nobody has read anything for it."
"""

CRISIS = """\
# The help lines of each region. Without a region the kiosk shows none, and is not ready for
# patients. Take the # away and write those of your country; check each number on that day.
# The numbers must stand in the statement of the claim.
#
# [[region]]
# id = "US"
# name = "United States"
# emergency = "911"
# checked_on = 2026-11-21
#
# [[region.line]]
# name = "Name of the help line"
# call = "988"
# text = "988"
# hours = "At any time"
# claims = ["WRITE-01"]
"""

MECHANISM = """\
# How it works {#mechanism minutes="1"}

## Write what this treatment is {#what-it-is claims="WRITE-01"}

This is an example page. [^WRITE-01]
Write one idea on each page, in short words. [^WRITE-01]

> [!NOTE]
> A box says what is good to know. [^WRITE-01]

## Write how it may work {#how-it-may-work claims="WRITE-01"}

> [!IDEA]
> This is an example of an idea that is still being studied. [^WRITE-01]
"""

SIDE_EFFECTS = """\
# Side effects {#side-effects minutes="1"}

## Write what people may feel {#may-feel claims="WRITE-01"}

This is an example page. [^WRITE-01]

- Write one thing people may feel. [^WRITE-01]
- Write another one, and how often it comes. [^WRITE-01]

## Write when to tell staff {#tell-staff claims="WRITE-01"}

> [!TELL]
> Write what staff need to know before the treatment. [^WRITE-01]
"""

YOUR_CHOICE = """\
# Your choice {#your-choice minutes="1"}

## Write what else there is {#what-else claims="WRITE-01"}

This is an example page. [^WRITE-01]
Write each other way in equal detail, and also waiting. [^WRITE-01]

## What the last button means {#last-button claims="WRITE-02"}

You can say no, wait, or stop at any time. [^WRITE-02]

```statement
id = "went-through"
text = "You went through this information. You have not agreed to treatment."
claims = ["WRITE-02"]
```
"""

QUESTIONS = """\
# Questions {#questions}

## Write a question that people ask {#a-question topic="topic-treatment" claims="WRITE-01"}

This is an example answer. [^WRITE-01]

## Write another question {#another-question topic="topic-treatment" claims="WRITE-01"}

Ask your clinician. [^WRITE-01]
"""

CHECKS = """\
# Check how well we explained {#checks}

## Write a question about one idea {#first-idea claims="WRITE-01"}

- [x] The right choice
- [ ] Another choice

### Explain the idea again

This is an example of other words for the same idea. [^WRITE-01]

### Explain it once more

Say it in a third way, for those who are not sure. [^WRITE-01]
"""

LESSON = {
    "mechanism.md": MECHANISM,
    "side-effects.md": SIDE_EFFECTS,
    "your-choice.md": YOUR_CHOICE,
    "questions.md": QUESTIONS,
    "checks.md": CHECKS,
}
