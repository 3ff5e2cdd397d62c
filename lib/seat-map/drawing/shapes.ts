/** Flat outlines x0,y0,x1,y1,… of simple shapes, for decor and standing areas. Centimetres, y down. */

/** A rectangle around its middle. */
export function drawRectangle(x: number, y: number, width: number, height: number): number[] {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2]
  return [left, top, right, top, right, bottom, left, bottom]
}

/** Points along an arc, clockwise from one angle to the other (radians), for outlines and lines. */
export function drawArc(
  x: number,
  y: number,
  radius: number,
  from: number,
  to: number,
  steps = Math.max(6, Math.ceil(Math.abs(to - from) * 12)),
): number[] {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = from + ((to - from) * step) / steps
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  }).flat()
}

/** A full circle as a closed outline. */
export function drawCircle(x: number, y: number, radius: number): number[] {
  return drawArc(x, y, radius, 0, Math.PI * 2, 48).slice(0, -2)
}

/** A rectangle around its middle with round corners. */
export function drawRoundedRectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): number[] {
  const [dx, dy] = [width / 2 - radius, height / 2 - radius]
  const quarter = Math.PI / 2
  return [
    ...drawArc(x + dx, y - dy, radius, -quarter, 0),
    ...drawArc(x + dx, y + dy, radius, 0, quarter),
    ...drawArc(x - dx, y + dy, radius, quarter, 2 * quarter),
    ...drawArc(x - dx, y - dy, radius, 2 * quarter, 3 * quarter),
  ]
}
