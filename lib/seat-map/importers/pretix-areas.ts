import { drawRectangle } from '../drawing/shapes'
import type { PlanDecor } from '../plan'
import { type Fields, JsonFields } from './json-fields'
import { type PretixPoint, type PretixZone, readPoint } from './pretix-plan'

const STAGE = /\b(stage|bühne|buehne|scene|scène|podium|screen|leinwand|altar)\b/i
const BAR = /\b(bar|theke|buffet)\b/i
const MAX_SIDE = 1_000_000

type Area = PretixZone['areas'][number]

/** What pretix draws besides seats, as decor in its pixels: named shapes and texts. Shapes it cannot read are issues. */
export function drawPretixAreas(zones: readonly PretixZone[], json: JsonFields): PlanDecor[] {
  return zones.flatMap((zone) => zone.areas.flatMap((area) => drawArea(area, json)))
}

function drawArea({ fields, origin, path }: Area, json: JsonFields): PlanDecor[] {
  const own =
    fields.position === undefined ? { x: 0, y: 0 } : readPoint(json, fields.position, `${path}.position`)
  if (!own) return []
  const at = { x: origin.x + own.x, y: origin.y + own.y }
  const label = readLabel(fields)
  const turn = typeof fields.rotation === 'number' && Number.isFinite(fields.rotation) ? fields.rotation : 0
  const outline = outlineArea(fields, path, json)
  if (!outline)
    return label
      ? [{ kind: 'text', x: at.x + label.x, y: at.y + label.y, size: label.size, text: label.text }]
      : []
  const kind = label && STAGE.test(label.text) ? 'stage' : label && BAR.test(label.text) ? 'bar' : 'floor'
  return [{ kind, outline: placeOutline(outline, at, turn), ...(label ? { label: label.text } : {}) }]
}

/** The old form of the schema has text, width and height right in the area, the current one an object a shape. */
function readLabel(fields: Fields): { text: string; x: number; y: number; size: number } | null {
  if (typeof fields.text === 'string') return cleanLabel(fields.text, 0, 0, 16)
  if (typeof fields.text !== 'object' || fields.text === null) return null
  const own = fields.text as Fields
  const point = readPoint(new JsonFields(), own.position, '') ?? { x: 0, y: 0 }
  const size = typeof own.size === 'number' && own.size > 0 && own.size < 1000 ? own.size : 16
  return typeof own.text === 'string' ? cleanLabel(own.text, point.x, point.y, size) : null
}

function cleanLabel(text: string, x: number, y: number, size: number) {
  const clean = text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 80)
  return clean === '' ? null : { text: clean, x, y, size }
}

/** The outline around the area's own position; null for a mere text. */
function outlineArea(fields: Fields, path: string, json: JsonFields): number[] | null {
  switch (fields.shape ?? 'rectangle') {
    case 'text':
      return null
    case 'polygon':
      return outlinePolygon(fields.polygon, `${path}.polygon`, json)
    case 'circle':
    case 'ellipse':
      return outlineEllipse(fields, path, json)
    case 'rectangle': {
      const [size, at] =
        fields.rectangle === undefined
          ? [fields, path]
          : [json.object(fields.rectangle, `${path}.rectangle`), `${path}.rectangle`]
      const width = size && json.number(size.width, `${at}.width`, MAX_SIDE)
      const height = size && json.number(size.height, `${at}.height`, MAX_SIDE)
      return width && height ? drawRectangle(width / 2, height / 2, width, height) : null
    }
    default:
      return json.add(`${path}.shape`, 'is not a known shape')
  }
}

function outlinePolygon(value: unknown, path: string, json: JsonFields): number[] | null {
  const polygon = json.object(value, path)
  const points = polygon && json.list(polygon.points, `${path}.points`)
  const flat = points?.slice(0, 2_000).flatMap((point, index) => {
    const read = readPoint(json, point, `${path}.points[${index}]`)
    return read ? [read.x, read.y] : []
  })
  return flat && flat.length >= 6 ? flat : null
}

function outlineEllipse(fields: Fields, path: string, json: JsonFields): number[] | null {
  const shape = fields.shape === 'circle' ? 'circle' : 'ellipse'
  const own = json.object(fields[shape], `${path}.${shape}`)
  if (!own) return null
  const radius = shape === 'circle' ? json.number(own.radius, `${path}.circle.radius`, MAX_SIDE) : null
  const both =
    shape === 'circle'
      ? radius !== null && { x: radius, y: radius }
      : readPoint(json, own.radius, `${path}.ellipse.radius`)
  if (!both) return null
  return Array.from({ length: 48 }, (_, step) => {
    const angle = (step / 48) * Math.PI * 2
    return [both.x * Math.cos(angle), both.y * Math.sin(angle)]
  }).flat()
}

function placeOutline(outline: readonly number[], at: PretixPoint, degrees: number): number[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const placed: number[] = []
  for (let index = 0; index + 1 < outline.length; index += 2) {
    const [x, y] = [outline[index] ?? 0, outline[index + 1] ?? 0]
    placed.push(at.x + x * cos - y * sin, at.y + x * sin + y * cos)
  }
  return placed
}
