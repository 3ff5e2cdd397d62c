/** Whether an `Accept-Encoding` header lets an answer be packed with brotli (RFC 9110, section 12.5.3). */
export function acceptsBrotli(header: string | null | undefined): boolean {
  return (header ?? '').split(',').some((each) => {
    const [name, weight] = each.trim().split(/\s*;\s*q=/)
    return name === 'br' && Number(weight ?? 1) > 0
  })
}
