/** An invented interview for the tests, and the layouts in which exports write it. */

export type Line = readonly ['Q' | 'A', string]

export const INTERVIEW: readonly Line[] = [
  ['Q', 'Thanks for joining, Rosalind. Tell me what you are doing at the moment.'],
  [
    'A',
    'I run the goods-in desk of a book warehouse, five people, about nine hundred pallets a month. Before that I was a picker for two years.',
  ],
  ['Q', 'Tell me about a time when you had to fix something that kept going wrong.'],
  [
    'A',
    'Last March our returns were booked to the wrong supplier, around forty a week. It was my desk, so it was for me to solve. I printed one week of slips, I sorted them by carrier, and I found that two carriers used the same prefix. I wrote a new label rule and trained the early shift on it.',
  ],
  ['Q', 'And what came of it?'],
  ['A', 'Wrong bookings went from forty to three a week, and it has stayed there since the summer.'],
  ['Q', 'How would you plan staff for a peak such as Christmas?'],
  [
    'A',
    'First I would take the forecast by day, because the weekly total hides the Mondays. Then I would compare it with what one person unloads in an hour, about six pallets, and add a tenth for sickness. If the gap is small I use overtime rather than agency, since agency people need a day of training.',
  ],
  ['Q', 'Have you had a disagreement with a colleague?'],
  [
    'A',
    'Yes. A driver wanted to tip outside his slot every Friday. I was the shift lead. I asked him why, and I looked up his rota, and I moved his slot to noon. He agreed and he has been on time since.',
  ],
  ['Q', 'Do you have any questions for us?'],
  ['A', 'What does the team complain about most?'],
]

const clock = (i: number): string => `00:${String(i).padStart(2, '0')}:05`

/** The same interview in every layout that the parser must read; the candidate is Rosalind Achterberg. */
export const LAYOUTS: Record<string, (lines: readonly Line[]) => string> = {
  'Interviewer: and Candidate:': (lines) =>
    lines.map(([who, t]) => `${who === 'Q' ? 'Interviewer' : 'Candidate'}: ${t}`).join('\n'),
  'capitals and blank lines': (lines) =>
    lines.map(([who, t]) => `${who === 'Q' ? 'INTERVIEWER' : 'CANDIDATE'}: ${t}`).join('\n\n'),
  'Q: and A:': (lines) => lines.map(([who, t]) => `${who}: ${t}`).join('\n'),
  'INT: and RES:': (lines) => lines.map(([who, t]) => `${who === 'Q' ? 'INT' : 'RES'}: ${t}`).join('\n'),
  'I: and R:': (lines) => lines.map(([who, t]) => `${who === 'Q' ? 'I' : 'R'}: ${t}`).join('\n'),
  'real names': (lines) =>
    lines.map(([who, t]) => `${who === 'Q' ? 'Tobias Falk' : 'Rosalind Achterberg'}: ${t}`).join('\n'),
  'first names': (lines) => lines.map(([who, t]) => `${who === 'Q' ? 'Tobias' : 'Rosalind'}: ${t}`).join('\n'),
  initials: (lines) => lines.map(([who, t]) => `${who === 'Q' ? 'TF' : 'RA'}: ${t}`).join('\n'),
  'markdown bold': (lines) => lines.map(([who, t]) => `**${who === 'Q' ? 'Tobias' : 'Rosalind'}:** ${t}`).join('\n\n'),
  'Zoom, name in brackets': (lines) =>
    lines
      .map(([who, t], i) => `[${who === 'Q' ? 'Tobias Falk' : 'Rosalind Achterberg'}] ${clock(i)}\n${t}\n`)
      .join('\n'),
  'Zoom, name and time': (lines) =>
    lines
      .map(([who, t], i) => `${who === 'Q' ? 'Tobias Falk' : 'Rosalind Achterberg'} 09:${10 + i}\n${t}\n`)
      .join('\n'),
  'Teams, time after the name': (lines) =>
    lines
      .map(
        ([who, t], i) =>
          `${who === 'Q' ? 'Falk, Tobias' : 'Achterberg, Rosalind'}`.split(', ').reverse().join(' ') +
          `   0:${10 + i}\n${t}\n`,
      )
      .join('\n'),
  'Otter, numbered speakers': (lines) =>
    lines.map(([who, t], i) => `Speaker ${who === 'Q' ? 1 : 2}  ${i}:05\n${t}\n`).join('\n'),
  'time before the speaker': (lines) =>
    lines.map(([who, t], i) => `${clock(i)} Speaker ${who === 'Q' ? 'A' : 'B'}: ${t}`).join('\n'),
  'time in brackets': (lines) =>
    lines.map(([who, t], i) => `[${clock(i)}] ${who === 'Q' ? 'Tobias' : 'Rosalind'}: ${t}`).join('\n'),
  'name and bracketed time': (lines) =>
    lines.map(([who, t], i) => `${who === 'Q' ? 'Tobias' : 'Rosalind'} (${clock(i)}): ${t}`).join('\n'),
  'WebVTT with voices': (lines) =>
    `WEBVTT\n\n${lines.map(([who, t], i) => `${i + 1}\n${clock(i)}.000 --> ${clock(i + 1)}.000\n<v ${who === 'Q' ? 'Tobias Falk' : 'Rosalind Achterberg'}>${t}</v>\n`).join('\n')}`,
  'WebVTT with names': (lines) =>
    `WEBVTT\n\n${lines.map(([who, t], i) => `${clock(i)}.000 --> ${clock(i + 1)}.000\n${who === 'Q' ? 'Tobias Falk' : 'Rosalind Achterberg'}: ${t}\n`).join('\n')}`,
  SRT: (lines) =>
    lines
      .map(
        ([who, t], i) =>
          `${i + 1}\n${clock(i)},000 --> ${clock(i + 1)},000\n${who === 'Q' ? 'Tobias' : 'Rosalind'}: ${t}\n`,
      )
      .join('\n'),
  'one paragraph': (lines) => lines.map(([who, t]) => `${who === 'Q' ? 'Interviewer' : 'Candidate'}: ${t}`).join(' '),
  'one paragraph, Q and A': (lines) => lines.map(([who, t]) => `${who}: ${t}`).join(' '),
  'one paragraph, names': (lines) => lines.map(([who, t]) => `${who === 'Q' ? 'Tobias' : 'Rosalind'}: ${t}`).join(' '),
  'speaker changes': (lines) => lines.map(([, t]) => `>> ${t}`).join('\n'),
  'capital captions': (lines) => lines.map(([, t]) => `>> ${t.toUpperCase()}`).join('\n'),
  'Windows line ends': (lines) =>
    lines.map(([who, t]) => `${who === 'Q' ? 'Interviewer' : 'Candidate'}: ${t}`).join('\r\n'),
}
