/** A text of foreign origin for a terminal: control characters, which could rewrite the screen, become spaces. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
