import { phraseSet } from './text/phrases.ts'

/** Words that place a story: when, where, who. */
export const SETTING = phraseSet(`
there (was|were) (a|an|one|this)
we had (a|an|one|this|two|three)
i had (a|an|one|this|two)
last (year|month|week|summer|spring|autumn|winter|quarter|christmas|january|february|march|april|may|june|july|august|september|october|november|december)
in (january|february|march|april|may|june|july|august|september|october|november|december)
(january|february|march|april|june|july|august|september|october|november|december)
(monday|tuesday|wednesday|thursday|friday|saturday|sunday)
at (christmas|easter|night)
(when|before|after) i (joined|started|took|was|got|arrived)
when we (were|had|launched|moved|opened|changed)
(a|one) (customer|client|patient|supplier|colleague|account|company|group|registrar|lady|gentleman|man|woman|lad|girl|teacher|parent|child|student|pupil|tenant|resident|guest|driver|contractor)
(years|months|weeks|days) ago
the (biggest|worst|last|first) one
that (day|week|month|year|morning|night|afternoon)
my (last|previous|old|former) (job|company|role|place|school|team|manager)
the one (that|i'm|i)
wanted (to|the|a|their|own)
`)

/** Own duty or aim, stated. */
export const DUTY_STATED = phraseSet(`
(was|is|were|are|it's|that's|being) (mine|my)
(handed|given|passed|assigned|left|delegated) (over|) to me
(inherited|took over|took on)
(it's|its|that's) (mine|my call|my job)
my (account|accounts|department|area|job|responsibility|task|role|call|project|patient|patients|class|shift|site|ward|decision|fault|remit|duty|goal|aim|target|line|section|client|customer|release|budget|ticket|brief|part|team)
(fell|came|comes|was|up) (down|) to me
(it was|was) (for|on) me to
for me to (raise|support|solve|fix|decide|do|sort|deal|make|handle|get|tell|find|run|lead)
i was the (one|person|lead|manager|owner|only|duty|ward|project|incident|shift|team|account|nurse|engineer|analyst|teacher|designer|pm|site|named|senior)
i was (duty|owner|manager|lead|in charge|on call|responsible|accountable|asked to|tasked|assigned|given|covering|leading|running|meant to|supposed to|incident|shift|the)
i'd be the one
i'd been (asked|given|told to|put in charge)
i (am|was|i'm) (the|) (owner|responsible|accountable|in charge|on call|lead)
i'm (the owner|responsible|in charge)
i (own|owned|led|lead|managed|ran) (the|that|this|it|our|a)
i (had|needed|have|wanted) to (get|make|find|fix|tell|deliver|decide|reduce|bring|cut|improve|sort|keep|work|move|reach|finish|rebuild|replace|present|hire|persuade|train|cover|hit|ship|solve|win|save|teach|write|build|prove)
i should (have|know)
i thought i should
i'd signed it off
(the|my) (goal|aim|target|task|brief|job|objective) was
one of my (accounts|customers|clients|budget|patients|team|reports|pupils|students|tenants)
in my (area|department|care|class)
i (pushed|asked) for it
i book
landed (on|with) me
(i'm|i am|i was) (his|her|their|its|your)
(i'm|i am|i was) the only
i was on (the|call|duty|shift)
(i was|i'd been) (asked|told|sent|put|acting|handling|doing)
(asked|told|wanted|sent|gave|put|had) me (to|on|for|this|that|the|in)
i (had to|must)
(no one|nobody) else to
my (own|name|section|code|file|files|kitchen|floor|desk|van|bay|stand)
(down|left) to me
as (the|a) (lead|manager|duty|ward|team|project|site|owner|head|secretary)
`)

/** An effect that someone could check. */
export const OUTCOME = phraseSet(`
from (about|around|roughly|) # (percent|) to
(went|fell|dropped|rose|came|grew|got|cut|reduced|down|up|increased|brought) (it|them|back|in|out|down|up|) (to|from|by|at) (about|around|roughly|under|over|nearly|below|) #
(down|up|back|stayed|settled|finished|ended) (to|at|around|on|in|by) #
it (has|) (went|came) (back|) to (normal|#)
(overspend|saving|rate|score|time|number|figure|cost|waste|level|total) (at|was|is|went|fell|came|dropped|now) (year|down|to|#)
(they|she|he|it|customer|client|we) (renewed|agreed|stayed|signed|accepted|approved|paid|passed|recovered|returned|improved|won|bought|changed|adopted|apologised|apologized|thanked|came back|let me|had it|had the|did it|made her|made his|made it|went live|shipped|launched|closed)
(renewed|signed|resolved|solved|recovered|restored|reopened)
(it|that|this) (all|) (worked|stopped|held|passed|fixed)
and it worked
i (booked|won|closed|secured|landed) (the|a|an|it)
got (it|them|him|her|us) (back|to|out|sorted|working|down)
get it back
hasn't (happened|come|failed|been|broken|gone) (again|since|back)
(not|never|no) (happened|one|any|been|fired|had) (since|again)
was never
(none|nothing|zero|no) (since|again)
(ever since|since then)
use it (for|now|every|still)
(still|now) (use|used|in use|standard)
(they|she|he|everyone|nobody) (dropped|switched|moved|filled|opens|uses|rang to say|left us|gave us)
no repeat
(line|site|shop|ward|school) (stopped|closed|opened|ran) (for|again)
for (two|three|four|five|six|seven|eight|nine|ten|a) (years|months|quarters|weeks)
after (this|that) (we|it|there|they|nobody|no)
(as a result|the result was|which meant|and so we)
(wrote|sent) (in|to me|a letter|a nice|back) (to|)
said (thanks|thank|yes|sorry|move|okay we|ok we|it was the|that i'd|i'd)
(in|on) time
on (time|budget|schedule)
used it as (an example|the)
(ended|finished) on
(saved|saving|cut|reduced|increased|doubled|halved|tripled)
(customer|client|manager|team|family|patient|she|he|they) (was|were) (happy|pleased|relieved|delighted|fine|grateful|safe)
gave (us|me) (a|an) (#|nine|ten|good|five)
one (cluster|fewer|less)
(less|fewer) to
only (one|two|three) (refused|error|complaint|of)
(now|it's) (stayed|standard|used|running|the standard)
(fifty|sixty|twenty|thirty|forty)-(one|two|three|four|five|six|seven|eight|nine) (people|percent)
`)

/** An end that is told without substance, or not known. */
export const VAGUE_OUTCOME = phraseSet(`
still going
settled down
(i think|think) so
(we|they|it|it's|everything's|things) (are|is|was|) (okay|ok|fine|alright|all right|good) (now|again|)
taken into
there was a (discussion|process|meeting|chat|review)
back and forth
mostly
alright
everything was (up|fine|okay|good|great|better)
hope(fully|)
(roadmap|pipeline|pilot)
can't tell you
went (well|viral|fine|okay)
was a (success|hit|big success|great success)
(it|that) was (huge|great|amazing|good|fine|alright)
flourished
people still talk
(didn't|did not|don't) (follow up|know what|hear|know if|find out)
(in the end|eventually|after a while|over time|at the end)
(it|that) (got|became) better
got (better|sorted|resolved|done)
nobody (hurt|complained)
better (than|now)
out of her shell
uncomfortable
had to find it elsewhere
`)

/** Said of the future or of habits: no story, so no parts of one. */
export const HABIT = new Set(['always', 'usually', 'normally', 'generally', 'tend', 'never', 'typically', 'often'])

/** The interviewer asks how it ended. */
export const ASKS_RESULT = phraseSet(`
what (came|became) of (it|that|them)
what (happened|was the (result|outcome|effect|impact))
(the|your|any) (result|outcome|effect|impact)
(so|and|but|) did (it|they|that|she|he|anyone|people|anything)
what was (decided|agreed|the (result|outcome|effect))
was it (upheld|approved|accepted|delivered|solved|resolved|fixed|successful|worth)
did you (hear|find out|see|get)
how did (it|that|they|she|he|this) (end|go|turn|take|work|react|land)
how'd (it|that) (end|go|turn)
where (is|are|did) (it|that|they|things) (now|end|stand)
(do you|you) have now
and now
in the end
how do you know it
where did (it|that|they|things|the|this|your) 
(how|what) did (the|your|their|this) 
how long (before|until|till|did)
what (difference|effect|impact|became|changed|came)
(did|has|have) (the|your|their|this|anything|that|it) (work|close|improve|change|drop|go|get|last|stick|help|come|recover|sign|pass|stay|hold|land|make)
(is|are) (it|they|that) (still|now) 
any (sign|change|difference|improvement|effect)
what('s| is| was) the (balance|position|state|situation|saving|score|figure|gain|total) 
what was the (upshot|outcome|difference|effect|change|end|verdict)
and (afterwards|after|since|then|now)
`)

/** The candidate does not know, or leaves open, how it ended. */
export const UNKNOWN_END = phraseSet(`
i'm not sure
not sure
i don't know
i never (heard|found out|knew)
(didn't|did not) (follow up|hear|find out)
i (moved|had moved|was moved|rotated|left) (on|to|onto|before)
i think so
i'd have to (check|look|ask)
it went through
haven't (had|heard|got)
waiting (to hear|for)
under review
take it up
still (going|open|ongoing|being|in|under)
(was|were) going to be
(hearing|someone|somebody|another) (manager|else|team) dealt
(never|didn't|don't|haven't|hadn't|couldn't|can't|wasn't|won't) (really|actually|) (find|found|hear|heard|see|saw|know|knew|told|tell|follow|followed|check|checked|measure|measured|look|looked|ask|asked|track|tracked|get|got|learn|learned|say|said|finish|finished|stay|been|seen|had)
(never|not) (been|got|went) (back|told|any)
(no|without) (feedback|figures|numbers|idea|news|word|data)
i'd (moved|left|gone|changed|rotated|handed)
(maternity|paternity|parental|sick|annual) leave
i (went|was) (on|off) (leave|holiday|sick|maternity)
(after|by|before) (that|then) i
i (handed|passed) (it|that|them) (over|on|to)
(someone|somebody) (else|from) (took|picked|has|finished)
(too|still) early to
that's (with|for) (the|them|finance|management|him|her|head|someone|it)
the (project|programme|contract) (ended|stopped|was stopped|was cancelled)
presumably
(never|not) (been |)(shared|told|published|measured|tracked|passed on)
no idea
(on|in) (another|a different|someone else's) (patch|team|site|ward|project|department)
(i|i'd) (imagine|assume|guess|hope|believe)
as far as i know
`)
