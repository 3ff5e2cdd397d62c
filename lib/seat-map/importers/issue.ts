/** One thing wrong with an import: where (`line 12`, `zones[0].rows[2]`, `file`) and what, in words for people. */
export type ImportIssue = { path: string; message: string }

/** More are not listed: whoever gets fifty mends the file, not the lines. */
export const MAX_ISSUES = 50

/** The most seats an import may name; checked by counting, before a single seat is made. */
export const MAX_SEATS = 200_000
