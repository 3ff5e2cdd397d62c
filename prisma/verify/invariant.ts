/** Something that must be true of every TicketBoss database at every moment. Its SQL finds what contradicts it. */
export type Invariant = {
  name: string
  /** What it says, for the person who reads the finding. */
  says: string
  /** Read-only; one row a violation, with ids enough to look it up. */
  sql: string
}
