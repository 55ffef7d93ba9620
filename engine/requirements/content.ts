/** Whether anything but connecting words is left. */
export const hasContent = (text: string): boolean =>
  [...text.matchAll(/[\p{L}\p{N}+#.]+/gu)].some(
    (w) =>
      !/^(?:and|or|the|a|an|in|of|to|with|for|skills?|addition|requirements?|other|following|must|have|plus|also|experience|this|is|are|deal|breaker|include|including|hey|hi|hello)$/i.test(
        w[0],
      ),
  )
