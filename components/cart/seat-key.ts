/** Names a seat among those of several performances. */
export function seatKey(performanceId: string, index: number): string {
  return `${performanceId}/${index}`
}
