import { MAX_ISSUES } from './limits'

/**
 * One thing wrong with a plan or an import: where (`sections[3].rows[0].seats[12].x`, `line 12`, `file`) and what, in
 * words for people.
 */
export type PlanIssue = { path: string; message: string }

/** Collects issues up to a limit, so that a hostile file cannot make a hostile answer. */
export class IssueList {
  readonly issues: PlanIssue[] = []

  /** Notes one issue; beyond the limit none. Answers null, for readers that have nothing else to answer then. */
  add(path: string, message: string): null {
    if (!this.isFull) this.issues.push({ path, message })
    return null
  }

  get isEmpty(): boolean {
    return this.issues.length === 0
  }

  get isFull(): boolean {
    return this.issues.length >= MAX_ISSUES
  }
}
