import { describe, expect, it } from 'vitest'
import { findDateSpans } from './date-spans.ts'

const read = (text: string) =>
  findDateSpans(text).map((span) => {
    const month = (n: number | undefined) =>
      n === undefined ? 'now' : `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
    return span.kind === 'single' ? month(span.first) : `${month(span.first)}..${month(span.last)}`
  })

describe('findDateSpans', () => {
  it.each([
    ['2019-Present', '2019-01..now'],
    ['03/2017 - 11/2019', '2017-03..2019-11'],
    ['Jan 2015 to Current', '2015-01..now'],
    ['January 2015\nto\nMarch 2016', '2015-01..2016-03'],
    ['Summer 2018', '2018-06'],
    ['Sept. 2014 – to date', '2014-09..now'],
    ['Feb 2017 - till date', '2017-02..now'],
    ['since 2016', '2016-01..now'],
    ["'09-'12", '2009-01..2012-01'],
    ['2015 – 2018', '2015-01..2018-01'],
    ['2015 - 2015', '2015-01..2015-12'],
    ['08/2010-06/2011', '2010-08..2011-06'],
    ['1/2004-7/2007', '2004-01..2007-07'],
    ['2015-16', '2015-01..2016-01'],
    ['2025-03-14 - 2025-11-02', '2025-03..2025-11'],
    ['2012/05 to 2013/07', '2012-05..2013-07'],
    ['05.2012–08.2014', '2012-05..2014-08'],
    ['01.05.2012 - 31.08.2014', '2012-05..2014-08'],
    ['from 01/2015 till now', '2015-01..now'],
    ['May - Aug 2010', '2010-05..2010-08'],
    ['Nov - Feb 2011', '2010-11..2011-02'],
    ['Q1 2019 - Q3 2020', '2019-01..2020-09'],
    ['Jan-15 to Mar-17', '2015-01..2017-03'],
    ['03/15 - 04/17', '2015-03..2017-04'],
    ["Jun'13 - Aug'15", '2013-06..2015-08'],
    ['1 May 2015 to 3rd June 2016', '2015-05..2016-06'],
    ['May 1, 2015 - June 3, 2016', '2015-05..2016-06'],
    ['März 2014 bis heute', '2014-03..now'],
    ['janvier 2012 à décembre 2013', '2012-01..2013-12'],
    ['enero de 2012 - actualidad', '2012-01..now'],
    ['gennaio 2012 - in corso', '2012-01..now'],
    ['janeiro de 2012 até março de 2013', '2012-01..2013-03'],
    ['Depuis septembre 2019', '2019-09..now'],
    ['Present - 2019', '2019-01..now'],
    ['JANUARY 2011 TO NOVEMBER 2015', '2011-01..2015-11'],
    ['03/2017 â€“ 11/2019', '2017-03..2019-11'],
    ['1995Ã¢â‚¬â€2003', '1995-01..2003-01'],
    ['05/2012 ï¼ 07/2013', '2012-05..2013-07'],
    ['AcmeGmbHJanuary 2015 - PresentLed a team', '2015-01..now'],
    ['Nov - 2013 to Jan - 2015', '2013-11..2015-01'],
    ['set/2015 - out/2016', '2015-09..2016-10'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected === '2018-06' ? ['2018-06'] : [expected])
  })

  it.each([
    '$2,015 in sales',
    'call 555-123-2019',
    'about 2015px wide',
    'room 2100',
    'may lead a team',
    'version 2.2015.3',
    'Windows Server 2008/2012',
    'Exchange 2003/2010',
    'worked it out',
    '1900 to 1930',
  ])('finds no date in %j', (text) => {
    expect(read(text)).toEqual([])
  })

  it('says when the end was written before the start', () => {
    expect(findDateSpans('06/2019 - 02/2015')[0]).toMatchObject({ isReversed: true })
  })
})
