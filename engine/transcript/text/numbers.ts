const WORDS = new Map(
  (
    'one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 ' +
    'sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ' +
    'ninety:90 hundred:100 thousand:1000 million:1000000'
  )
    .split(' ')
    .map((pair) => {
      const [word, value] = pair.split(':')
      return [word!, Number(value)] as const
    }),
)

/** The value of one number token ("forty-five", "54,000"); undefined where it has none ("double"). */
export function numberValue(text: string): number | undefined {
  const digits = text.replaceAll(',', '')
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(digits)) return Number(digits)
  let sum = 0
  for (const part of text.split('-')) {
    const value = WORDS.get(part)
    if (value === undefined) return undefined
    sum += value
  }
  return sum
}
