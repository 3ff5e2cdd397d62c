/** When a ticket went in, and at which door if its people said so. */
export type Admission = { admittedAt: Date; door: string | null }

/** `void`: no such issue of the ticket lets anybody in (any more). */
export type AdmissionOutcome =
  | ({ outcome: 'admitted' | 'already_admitted' } & Admission)
  | { outcome: 'unknown_ticket' | 'wrong_performance' | 'void' }
