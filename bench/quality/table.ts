import type { Figure } from './experience.ts'

const show = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(3))

/** The figures as a Markdown table. */
export function renderTable(figures: readonly Figure[]): string {
  const rows = figures.map((f) =>
    [
      f.figure,
      f.set,
      String(f.n),
      f.ci95 ? `${show(f.value)} (${f.ci95.map((v) => v.toFixed(2)).join('-')})` : show(f.value),
      f.aim,
      Object.entries(f.baselines)
        .map(([name, value]) => `${name} ${show(value)}`)
        .join(', '),
    ].join(' | '),
  )
  return [
    '# Quality figures',
    '',
    'Written by `npm run bench:quality -- --data <folder>`. Values in brackets are 95% bootstrap intervals. Fitted models are',
    'measured on job descriptions that they were not fitted to (10 folds).',
    '',
    '| figure | set | n | value | aim | beside it |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
}
