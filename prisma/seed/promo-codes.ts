import { createPromoCode } from '@/lib/coordinator/create-promo-code'

/** What a demo code takes off: one code an organizer, its name says whose and that it is made up. */
const CODES: Readonly<Record<string, object>> = {
  halcyon: { code: 'DEMO-HALCYON', percentOff: 10 },
  nordlicht: { code: 'DEMO-NORDLICHT', amountOff: 500, currency: 'EUR', minimumAmount: 3000 },
  eastline: { code: 'DEMO-EASTLINE', percentOff: 15, scope: 'ticket', maxPerCustomer: 2 },
  aoba: { code: 'DEMO-AOBA', percentOff: 20, maxUses: 500 },
}

/** Gives each organizer a promo code to try, by the catalogue's keys. */
export async function seedPromoCodes(organizerIds: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, organizerId] of Object.entries(organizerIds)) {
    const made = await createPromoCode({ organizerId, input: CODES[key] })
    if (!made.ok) throw new Error(`the code of ${key} was refused: ${JSON.stringify(made)}`)
  }
}
