import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lines, makePdf, rectangle, text } from './make-pdf.ts'

const jobs = [
  'Backend engineer, Northwind Systems',
  'March 2019 to present',
  'Built the order service that handles nine thousand',
  'requests a second and moved it to PostgreSQL.',
  'Led a team of four and introduced code review for',
  'every change that reaches production.',
  '',
  'Software engineer, Contoso Freight',
  'June 2015 to February 2019',
  'Wrote the routing engine in Go and kept its latency',
  'under fifty milliseconds while traffic doubled.',
]
const sidebar = [
  'SKILLS',
  'TypeScript',
  'PostgreSQL',
  'Kubernetes',
  'Go',
  '',
  'LANGUAGES',
  'English',
  'German',
  '',
  'CONTACT',
  'ada@example.com',
  'Bremen',
]

/** Every folder of `fixtures/`, by name: the file that a person would be sent. */
const fixtures: Record<string, { file: string; bytes: () => Buffer }> = {
  '001-one-column': {
    file: 'input.pdf',
    bytes: () => makePdf([{ content: text(72, 720, 'Ada Example', { size: 22, font: 'F2' }) + lines(72, 690, jobs) }]),
  },
  '002-sidebar-right': {
    file: 'input.pdf',
    bytes: () =>
      makePdf([
        {
          content:
            text(60, 735, 'Ada Example', { size: 22, font: 'F2' }) +
            lines(60, 700, jobs) +
            lines(430, 697, sidebar, { leading: 17 }),
        },
      ]),
  },
  '003-sidebar-left-dark': {
    file: 'input.pdf',
    bytes: () =>
      makePdf([
        {
          content:
            rectangle(0, 0, 170, 792, '0.1 0.2 0.35') +
            `1 1 1 rg ${lines(30, 690, sidebar, { leading: 16 })} 0 0 0 rg ` +
            text(200, 735, 'Ada Example', { size: 22, font: 'F2' }) +
            lines(200, 700, jobs),
        },
      ]),
  },
  '004-dates-beside-jobs': {
    file: 'input.pdf',
    bytes: () =>
      makePdf([
        {
          content:
            lines(72, 700, [
              'Backend engineer, Northwind Systems',
              'Built the order service.',
              '',
              'Software engineer, Contoso Freight',
              'Wrote the routing engine in Go.',
              '',
              'Trainee, Fabrikam',
              'Tested the billing system.',
            ]) + lines(450, 700, ['2019 - present', '', '', '2015 - 2019', '', '', '2014 - 2015']),
        },
      ]),
  },
  '005-same-grid-columns': {
    file: 'input.pdf',
    bytes: () =>
      makePdf([
        {
          content:
            lines(50, 700, jobs, { size: 9, leading: 12 }) +
            lines(
              320,
              700,
              [
                'University of Example',
                'Master of Science in computer science, 2015',
                'Thesis on the scheduling of freight trains under',
                'uncertain arrival times, graded with distinction.',
                'Bachelor of Science in computer science, 2013',
                'Thesis on the compression of sparse matrices for',
                'embedded devices without floating point.',
                '',
                'Volunteering',
                'Teaches programming to refugees every Saturday in',
                'the public library and organises their final fair.',
              ],
              { size: 9, leading: 12 },
            ),
        },
      ]),
  },
  '006-hyphens-and-footers': {
    file: 'input.pdf',
    bytes: () =>
      makePdf(
        [1, 2].map((page) => ({
          content:
            text(72, 760, 'Ada Example - curriculum vitae') +
            lines(
              72,
              700,
              page === 1
                ? ['Ten years of experi-', 'ence with full-', 'time teams and micro-', 'services.']
                : ['Second page of the same resume.'],
            ) +
            text(280, 30, `Page ${page} of 2`),
        })),
      ),
  },
  '007-spaced-heading': {
    file: 'input.pdf',
    bytes: () =>
      makePdf([
        {
          content: `BT /F2 14 Tf 4 Tc 1 0 0 1 72 700 Tm (EXPERIENCE) Tj ET\n${lines(72, 670, ['Backend engineer at Northwind Systems'])}`,
        },
      ]),
  },
  '009-contacts-over-columns': {
    file: 'input.pdf',
    bytes: () =>
      makePdf([
        {
          content:
            text(60, 750, 'Ada Example', { size: 22, font: 'F2' }) +
            text(60, 730, 'ada@example.com', { size: 9 }) +
            text(180, 730, '+49 421 555 0100', { size: 9 }) +
            text(430, 730, 'Bremen, Germany', { size: 9 }) +
            lines(60, 690, jobs) +
            lines(430, 687, sidebar, { leading: 17 }),
        },
      ]),
  },
  '008-rotated-page': {
    file: 'input.pdf',
    bytes: () =>
      makePdf([
        {
          entries: '/Rotate 90',
          content: ['Ada Example', 'Backend engineer', 'Northwind Systems']
            .map((row, i) => `BT /F1 11 Tf 0 1 -1 0 ${100 + i * 14} 100 Tm (${row}) Tj ET\n`)
            .join(''),
        },
      ]),
  },
}

const folder = join(import.meta.dirname, '..', 'fixtures')
for (const [name, { file, bytes }] of Object.entries(fixtures)) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, file), bytes())
}
