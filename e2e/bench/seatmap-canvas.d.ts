/** The part of it that the bench uses; the package's own types are not where it says. */
declare module '@alisaitteke/seatmap-canvas' {
  export class SeatMapCanvas {
    constructor(selector: string, config: object)
    data: { replaceData(blocks: readonly object[]): unknown }
  }
}
