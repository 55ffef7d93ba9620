import { loosePhraseSet } from './text/phrases.ts'

/** A reason is given for a choice or an effect. */
export const REASONS = loosePhraseSet(`
because
since
so that
otherwise
or else
which means
that means
the reason
that's why
in order to
due to
therefore
so as to
as a result
in case
the point (is|of)
the risk is
that way
caused by
it (tells|gives|shows|lets) (me|us|you)
tells (me|us|you)
`)
/** Conditions, cases and limits: the answer distinguishes. */
export const CONDITIONS = loosePhraseSet(`
if
unless
whether
depending on
depends on
in that case
except
only (if|when|where|for)
provided
until
by (type|size|number|month|week|team|site|customer|channel|country|harm|risk|cost|value|severity)
`)
/** Another way is named, weighed or turned down. */
export const ALTERNATIVES = loosePhraseSet(`
rather than
instead (of|)
in place of
as opposed to
versus
either
or else
alternative(ly|)
alternatives
option
options
on the other hand
trade-off
trade-offs
tradeoff
the downside
(but|and) not
not (just|only|from|the|a|an|by|after|before)
better to
worse
cheaper
quicker
one or
compared (with|to)
against
(could|can) also
`)
/** Steps in order. */
export const SEQUENCE = loosePhraseSet(`
first
firstly
second
secondly
third
then
next
after (that|this)
before
finally
once
start with
started with
begin with
start from
step
steps
two things
three things
`)
/** Something is checked, measured or tried before it is believed. */
export const VERIFICATION = loosePhraseSet(`
check
checks
checked
checking
test
tests
tested
testing
measure
measured
measures
compare
compared
confirm
confirmed
verify
verified
validate
validated
look at
looked at
see (if|whether|what|how|where)
count
counted
trace
logs
audit
audited
monitor
monitored
track
tracked
evidence
sample
pilot
baseline
reproduce
reproduced
inspect
inspected
review
reviewed
split
ask (for|him|her|them|what)
asked (what|for|her|him|them|one)
alert
before and after
find out
found out
`)
/** Something was learned or made to last. */
export const LEARNING = loosePhraseSet(`
i've since
since then
(next|from then) (time|on)
i learned
i learnt
taught me
(i|we) now
now i
now we
every (day|week|month|monday|friday|time)
so it (doesn't|wouldn't|won't|couldn't)
(added|wrote|put|made|set) (a|an|the|up|in) (rule|check|alert|test|checklist|note|template|reminder|process|guide|list|step)
hasn't happened
in hindsight
i should have
i'd do differently
never again
`)
/** Owned-up gaps of knowledge: honest, yet no depth on that point. */
export const UNKNOWING = loosePhraseSet(`
i don't know
don't really know
i couldn't (explain|tell|say|configure)
i (can't|couldn't) (remember|recall|explain)
i'm not sure
not sure
i'd be guessing
i'm guessing
i guess
i suppose
i think so
i've (never|not|only) (used|done|seen|worked|had|been|heard)
i haven't (used|done|worked|run|got|tested|had|written|been)
i've not (done|used|been|had|worked)
not really
no idea
i'd (have|need) to (look|check|ask|see|google|read|get|think|learn|find)
(look|go and look) (it|that) up
(need|needs) (a bit of|some|more) (support|help|training)
get up to speed
there's probably
i didn't (know|study|learn)
never (used|heard|done|worked)
i'm not (an expert|a statistician|familiar)
could be
i'd probably
it depends
the usual
and (that|stuff|things|so on)
whatever
`)
/** Big words that any candidate could say of any job. */
export const GENERIC = loosePhraseSet(`
hard-working
hard worker
team player
passionate
passion
mindset
people person
people-first
perfectionist
go the extra mile
(think|thinking) outside the box
110 percent
fast learner
quick learner
i love
i believe in
at the end of the day
synergy
best practice(s|)
state of the art
world-class
cutting edge
next level
game changer
low-hanging fruit
move the needle
right (person|people|message) at the right time
the right message
fail fast
go big
be bold
communication is (key|everything|important)
is everything
the key is
it's all about
it was all about
everybody has
results-driven
strategic
leverage
holistic
amazing
huge
everything
everywhere
great at
very (good|organised|organized|strong|experienced)
really (good|great|strong)
the best
one of the (top|best)
door's always open
my door is
gut feel(ing|)
you can feel
comfortable with
`)
/** The speaker leaves the question, and says so. */
export const DIGRESSIONS = loosePhraseSet(`
where was i
that's another story
another story
that's by the by
by the by
it's a long story
long story
i'll tell you another
another thing about
i digress
to cut a long story
what was (i saying|the question|it)
sorry what was
anyway
the other one i said
no not
a different story
one or the other
i forget
i can't remember (his|her|the|which)
you wouldn't (credit|believe)
don't get me started
you've got to understand
what i'd say is
if that makes sense
going back to
`)
