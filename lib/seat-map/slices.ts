const SLICE = 1_000

/**
 * A long column in pieces, each a view of it. A browser makes a function quick between two calls much sooner than within
 * one: what goes through a hundred thousand numbers before the first picture does so piece by piece.
 */
export function slicesOf<Column extends Uint8Array | Uint16Array | Int32Array>(column: Column): Column[] {
  const slices: Column[] = []
  for (let from = 0; from < column.length; from += SLICE) {
    slices.push(column.subarray(from, from + SLICE) as Column)
  }
  return slices
}
