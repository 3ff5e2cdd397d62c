/** A map may have this many seats and no more; counted before a single one is made. */
export const MAX_SEATS = 200_000

/** More issues are not listed: whoever gets fifty mends the file, not the lines. */
export const MAX_ISSUES = 50
