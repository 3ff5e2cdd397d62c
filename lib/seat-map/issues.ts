/** What is wrong with a plan and where, e.g. `sections[3].rows[0].seats[12].x`. */
export type PlanIssue = { path: string; message: string }

/** Collects issues up to a limit, so that a hostile file cannot make a hostile answer. */
export class IssueList {
  readonly issues: PlanIssue[] = []

  constructor(private readonly maxIssues = 50) {}

  /** Notes one issue; beyond the limit it is only counted as "more". */
  add(path: string, message: string): void {
    if (this.issues.length < this.maxIssues) this.issues.push({ path, message })
  }

  get isEmpty(): boolean {
    return this.issues.length === 0
  }

  get isFull(): boolean {
    return this.issues.length >= this.maxIssues
  }
}
