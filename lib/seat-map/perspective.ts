/** A point in the house: the plan's x and y, and the height above the ground. Centimetres. */
export type Place = readonly [x: number, y: number, z: number]

/** An eye, and where it looks, on a picture of `width` × `height` with its middle ahead. */
export type Eye = {
  at: Place
  width: number
  height: number
  /** Pixels of a centimetre seen from one centimetre away. */
  focal: number
  forward: Place
  right: Place
  up: Place
}

const HALF_ANGLE = Math.PI / 6
/** What is nearer than this is behind the picture. */
const NEAR_CM = 60

/** An eye at a place that looks at another; the plan's y points down, so right of north is east. */
export function openEye(at: Place, target: Place, width: number, height: number): Eye {
  const [dx, dy, dz] = [target[0] - at[0], target[1] - at[1], target[2] - at[2]]
  const length = Math.hypot(dx, dy, dz) || 1
  const flat = Math.hypot(dx, dy) || 1
  const forward: Place = [dx / length, dy / length, dz / length]
  return {
    ...{ at, width, height, forward },
    focal: width / 2 / Math.tan(HALF_ANGLE),
    right: [-dy / flat, dx / flat, 0],
    up: [(-dx / flat) * forward[2], (-dy / flat) * forward[2], flat / length],
  }
}

/** The polygon as it is seen: flat x,y list in pixels; empty where all of it lies behind. */
export function seePolygon(eye: Eye, polygon: readonly Place[]): number[] {
  const seen = polygon.map((place) => turnTo(eye, place))
  const points: number[] = []
  for (const [at, here] of seen.entries()) {
    const next = seen[(at + 1) % seen.length] as Place
    if (here[2] >= NEAR_CM) points.push(...onPicture(eye, here))
    if (here[2] >= NEAR_CM !== next[2] >= NEAR_CM) {
      const share = (NEAR_CM - here[2]) / (next[2] - here[2])
      const x = here[0] + (next[0] - here[0]) * share
      const y = here[1] + (next[1] - here[1]) * share
      points.push(...onPicture(eye, [x, y, NEAR_CM]))
    }
  }
  return points
}

/** Where the ground far away meets the air: pixels from the picture's upper edge. */
export function horizonOf({ forward, focal, height }: Eye): number {
  return height / 2 + (focal * forward[2]) / Math.hypot(forward[0], forward[1])
}

/** To the right, upwards, ahead. */
function turnTo({ at, right, up, forward }: Eye, [x, y, z]: Place): Place {
  const [dx, dy, dz] = [x - at[0], y - at[1], z - at[2]]
  const along = (axis: Place) => dx * axis[0] + dy * axis[1] + dz * axis[2]
  return [along(right), along(up), along(forward)]
}

function onPicture({ width, height, focal }: Eye, [x, y, ahead]: Place): [number, number] {
  return [width / 2 + (focal * x) / ahead, height / 2 - (focal * y) / ahead]
}
