/** Bytes as standard base64 text (padded). */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  // In slices: String.fromCharCode takes its bytes as arguments, and an engine's stack is finite.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(text)
}

/** The bytes of base64 text, or null where the text is not base64. Never throws. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const native = (Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64
    return native ? native(text) : bytesOf(atob(text))
  } catch {
    return null
  }
}

function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
