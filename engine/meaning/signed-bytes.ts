/** The numbers from -128 to 127 that a fit has written as base64. */
export function signedBytes(base64: string): Int8Array {
  const text = atob(base64)
  const bytes = new Int8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
