/** A family of job titles that mean much the same work. */
export interface TitleGroup {
  /** O*NET-SOC code (`15-1252.00`) or, where O*NET has no match, ESCO's ISCO group (`isco-2166`). */
  id: string
  /** The occupation's name in the singular: `Software Developer`. */
  title: string
}

/** 0 intern or trainee, 1 junior or assistant, 2 not said, 3 senior, 4 lead or supervisor, 5 manager or head, 6 director and above. */
export type Seniority = 0 | 1 | 2 | 3 | 4 | 5 | 6

export interface ResolvedTitle {
  group: TitleGroup
  /** The title as lists write it: `Backend Engineer` for "Sr. Back-End Engineer II". */
  title: string
  /** Other names of that same title, most usual first; never the title itself. */
  alternates: readonly string[]
  /**
   * `exact`: a listed title; `part`: listed once words at its ends are left out ("Payments Backend Engineer"), which says
   * less about the rest.
   */
  match: 'exact' | 'part'
  seniority: Seniority
}

export interface TitleLexicon {
  /** The occupation that a job title names, if it is known. Text after a comma, bar or "at" is not needed. */
  resolve(title: string): ResolvedTitle | undefined
  /** Whether a word stands in any known title: "pastry" and "cook" do, "Mary" does not. */
  hasWord(word: string): boolean
  /** Seniority that the words of a title tell, known title or not. */
  seniority(title: string): Seniority
  /**
   * How near two occupations are, 0-1: 1 the same group, 0.7 closely related by O*NET, 0.4 loosely, 0.2 the same major
   * group, else 0. Symmetric.
   */
  nearness(a: TitleGroup, b: TitleGroup): number
}
