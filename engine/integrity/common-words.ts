/** Words that only hold a sentence together: lists have none of them, and a paraphrase changes them first. */
export const grammarWords: ReadonlySet<string> = new Set(
  `the and of to in for with a on at as is an by from or that this all was were i my our their be are it not have has you we your
  will who which into than through while`.split(/\s+/),
)

/** Words that every posting and every list of skills holds: they prove nothing by themselves. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `experience experiences years year months month skills skill work working job team ability strong knowledge including responsible
  management manager business new other using use used company name city state certified certificate certification expert
  excellent good proficient level degree project projects system systems support service services development`.split(
    /\s+/,
  ),
)
