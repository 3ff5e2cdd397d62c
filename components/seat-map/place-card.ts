type Size = { width: number; height: number }

const GAP_PX = 22
const EDGE_PX = 8

/**
 * Where the card of a seat stands: above the seat, or below it where there is more room; never over the map's sides.
 * `left` is the card's middle; `top` its lower edge, or its upper one where `isBelow`. CSS pixels.
 */
export function placeCard(
  at: { x: number; y: number },
  card: Size,
  room: Size,
): { left: number; top: number; isBelow: boolean } {
  const half = card.width / 2 + EDGE_PX
  const left = Math.max(half, Math.min(room.width - half, at.x))
  const above = at.y - GAP_PX
  const below = room.height - at.y - GAP_PX
  const isBelow = above < card.height + EDGE_PX && below > above
  return { left, top: isBelow ? at.y + GAP_PX : above, isBelow }
}
