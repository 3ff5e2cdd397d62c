/** A held seat that becomes a ticket. */
export type Sale = { performanceId: string; seatIndex: number; priceAmount: number; ticketId: string }
