import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, maxReadLength } from './clean-text.ts'
import { detectLanguage } from './language.ts'
import { quoter } from './quote-span.ts'

describe('cleanText', () => {
  it('leaves ordinary text as it is, with identical offsets', () => {
    const clean = cleanText('Senior engineer – Köln, 2019')
    expect(clean.text).toBe('Senior engineer – Köln, 2019')
    expect(clean.toSubmittedOffset(10)).toBe(10)
    expect(clean.warnings).toEqual([])
  })

  it('replaces NUL and lone surrogates by U+FFFD, with one warning', () => {
    const clean = cleanText('a\u0000b\ud800c')
    expect(clean.text).toBe('a\ufffdb\ufffdc')
    expect(clean.warnings.map((warning) => warning.code)).toEqual(['invalid_characters_replaced'])
  })

  it('reads 200,000 characters of a longer text and says so', () => {
    const clean = cleanText('x'.repeat(1_000_000))
    expect(clean.text.length).toBe(maxReadLength)
    expect(clean.warnings.map((warning) => warning.code)).toEqual(['text_truncated'])
  })

  it('takes invisible characters out of words and keeps the way back', () => {
    const clean = cleanText('Py\u200bth\u00adon')
    expect(clean.text).toBe('Python')
    expect(quoter(clean)({ start: 0, end: 6 }).quote).toBe('Py\u200bth\u00adon')
  })

  it('reads look-alike letters inside Latin words as Latin and leaves other scripts alone', () => {
    expect(cleanText('Pythоn and Яндекс').text).toBe('Python and Яндекс')
    expect(cleanText('Pythоn').homoglyphs).toEqual([4])
  })

  it('reads ligatures and full-width letters plainly', () => {
    expect(cleanText('eﬃcient ＳＱＬ').text).toBe('efficient SQL')
  })

  it('turns HTML into text, without what the page hides', () => {
    const clean = cleanText(
      '<div><p>Java &amp; SQL</p><p style="display:none">Kubernetes</p><ul><li>Led a team</li></ul></div>',
    )
    expect(clean.text.split('\n').filter((line) => line !== '')).toEqual(['Java & SQL', 'Led a team'])
    expect(clean.hidden_html).toHaveLength(1)
    expect(clean.warnings.map((warning) => warning.code)).toEqual(['html_removed'])
    const at = clean.text.indexOf('Java & SQL')
    expect(quoter(clean)({ start: at, end: at + 10 }).quote).toBe('Java &amp; SQL')
  })

  it('counts offsets in code points of the submitted text', () => {
    const clean = cleanText('😀😀 Java')
    expect(quoter(clean)({ start: 5, end: 9 })).toEqual({ quote: 'Java', start: 3, end: 7 })
  })

  it('gives quotes that stand in the submitted text at their offsets, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(60), (submitted, a, b) => {
        const clean = cleanText(submitted)
        const [start, end] = [Math.min(a, b, clean.text.length), Math.min(Math.max(a, b), clean.text.length)]
        const found = quoter(clean)({ start, end })
        expect([...submitted].slice(found.start, found.end).join('')).toBe(found.quote)
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

describe('detectLanguage', () => {
  it.each([
    ['Led the team that built the billing system for a large bank, and trained new staff in its use.', 'en'],
    ['Leitung des Teams für die Entwicklung der Software und Betreuung der Kunden in ganz Deutschland.', 'de'],
    ['Responsable de la gestion des projets et du développement des applications pour les clients.', 'fr'],
    ['Responsable de la gestión de los proyectos y del desarrollo de las aplicaciones para el cliente.', 'es'],
    ['Опыт работы в области разработки программного обеспечения и управления командой.', 'ru'],
    ['負責公司後端系統的開發與維護，並帶領五人團隊完成多個專案項目，熟悉資料庫設計。', 'zh'],
    ['Java SQL Docker Kubernetes Terraform AWS GCP Linux Git Jenkins Ansible', 'und'],
  ])('of %j is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })
})
