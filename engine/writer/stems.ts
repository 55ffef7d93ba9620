/**
 * What words have in common whatever their endings: their first letters. Only words of four letters and more that are not
 * in every resume.
 */
export function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []
  return new Set(
    words
      .filter((word) => word.length > 3 || /\d|[+#]/.test(word))
      .filter((word) => !everywhere.has(word))
      .map((word) => word.slice(0, 5)),
  )
}

const everywhere = new Set(
  `about after also and any been before both company daily during each every experience experienced first from have
  including into job knowledge level long manage managed management month months more most must name need new nice only
  other over per plus position preferred related required requirements responsible role same several skill skills strong
  such team teams that their them then these they this those three through time under until using various very week
  weekly weeks were what when where which while who will with within work worked working year years your ability able
  good great well must-have`.split(/\s+/),
)
