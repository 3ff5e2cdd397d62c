/**
 * Which Tailwind classes say the same thing, so that `cn` can let the later win. tailwind-merge knows all of Tailwind,
 * which is 8 kB on every page; this knows what the house uses, and a test beside it holds both to the same answers.
 */

const any = () => true
const one = (pattern: RegExp) => (value: string) => pattern.test(value)

const size = one(/^(xs|sm|base|lg|xl|2xl|3xl|\[[\d.]+(em|rem|px)\])$/)
const align = one(/^(start|end|center|left|right|justify)$/)
const wrap = one(/^(wrap|nowrap|balance|pretty)$/)
const width = one(/^(\d+|\[[\d.]+(px|rem|em)\])$/)
const style = one(/^(solid|dashed|dotted|double|hidden|none)$/)
const weight = one(/^(thin|light|normal|medium|semibold|bold|extrabold|black|\[.+\])$/)
const offset = one(/^\[-?[\d.]+(px|rem|em)\]$/)

const simple = (...names: string[]) => Object.fromEntries(names.map((name) => [name, [{ [name]: [any] }]]))

const SIDES = ['x', 'y', 's', 'e', 't', 'r', 'b', 'l']
const sided = (name: string) => SIDES.map((side) => `${name}${side}`)

export const CLASS_GROUPS = {
  ...simple('p', ...sided('p'), 'm', ...sided('m')),
  ...simple(
    'w',
    'h',
    'size',
    'min-w',
    'min-h',
    'max-w',
    'max-h',
    'z',
    'opacity',
    'aspect',
    'gap',
    'gap-x',
    'gap-y',
  ),
  ...simple('inset', 'inset-x', 'inset-y', 'start', 'end', 'top', 'right', 'bottom', 'left'),
  ...simple('bg', 'leading', 'tracking', 'grid-cols', 'grid-rows', 'cursor', 'duration'),
  rounded: [{ rounded: ['', any] }],
  shadow: [{ shadow: ['', 'none'] }],
  'shadow-colour': [{ shadow: [any] }],
  transition: [{ transition: ['', any] }],
  filter: [{ filter: ['', 'none'] }],
  ...simple(
    'basis',
    'columns',
    'fill',
    'scale',
    'delay',
    'animate',
    'will-change',
    'caret',
    'resize',
    'indent',
    'align',
  ),
  'text-decoration': ['underline', 'overline', 'line-through', 'no-underline'],
  'text-overflow': ['truncate', 'text-ellipsis', 'text-clip'],
  'text-transform': ['uppercase', 'lowercase', 'capitalize', 'normal-case'],
  'screen-reader': ['sr-only', 'not-sr-only'],
  visibility: ['visible', 'invisible', 'collapse'],
  'figure-spacing': ['proportional-nums', 'tabular-nums'],
  'font-style': ['italic', 'not-italic'],
  'snap-align': [{ snap: ['start', 'end', 'center', 'align-none'] }],
  'snap-strictness': [{ snap: ['mandatory', 'proximity'] }],
  'snap-type': [{ snap: ['none', 'x', 'y', 'both'] }],
  'divide-y': [{ 'divide-y': ['', any] }],
  'divide-colour': [{ divide: [any] }],
  display: [
    'block',
    'inline-block',
    'inline',
    'flex',
    'inline-flex',
    'grid',
    'inline-grid',
    'contents',
    'hidden',
  ],
  position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
  'text-size': [{ text: [size] }],
  'text-align': [{ text: [align] }],
  'text-wrap': [{ text: [wrap] }],
  'text-colour': [{ text: [any] }],
  'font-weight': [{ font: [weight] }],
  'font-family': [{ font: [any] }],
  'border-width': [{ border: ['', width] }],
  ...Object.fromEntries(SIDES.map((side) => [`border-width-${side}`, [{ [`border-${side}`]: ['', width] }]])),
  'border-style': [{ border: [style] }],
  'border-colour': [{ border: [any] }],
  'outline-style': [{ outline: [one(/^(none|hidden|dashed|dotted|double)$/)] }],
  'outline-width': [{ outline: ['', width] }],
  'outline-offset': [{ 'outline-offset': [any, offset] }],
  'outline-colour': [{ outline: [any] }],
  'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
  'flex-wrap': [{ flex: ['wrap', 'nowrap', 'wrap-reverse'] }],
  flex: [{ flex: [any] }],
  shrink: [{ shrink: ['', any] }],
  grow: [{ grow: ['', any] }],
  'justify-content': [
    { justify: ['start', 'end', 'center', 'between', 'around', 'evenly', 'stretch', 'normal'] },
  ],
  ...simple('justify-items', 'justify-self', 'place-content', 'place-items', 'items', 'self'),
  'align-content': [
    { content: ['start', 'end', 'center', 'between', 'around', 'evenly', 'stretch', 'normal'] },
  ],
  ...simple(
    'overflow',
    'overflow-x',
    'overflow-y',
    'whitespace',
    'row-span',
    'col-span',
    'pointer-events',
    'select',
  ),
  ...simple(
    'line-clamp',
    'translate-x',
    'translate-y',
    'translate',
    'rotate',
    'ease',
    'col-start',
    'row-start',
  ),
  ...simple('order', 'object', 'accent', 'list', 'float', 'hyphens', 'appearance', 'touch', 'auto-cols'),
  ...simple(
    'grid-flow',
    'underline-offset',
    'field-sizing',
    'overscroll',
    'scroll-mt',
    'scroll-mb',
    'scroll-px',
    'space-y',
    'break',
    'wrap',
  ),
}

const whole = (name: string) => [name, ...sided(name)].slice(1)

/** A class of the first group takes the place of earlier ones of the others. */
export const CONFLICTS: Record<string, string[]> = {
  p: whole('p'),
  px: ['ps', 'pe', 'pr', 'pl'],
  py: ['pt', 'pb'],
  m: whole('m'),
  mx: ['ms', 'me', 'mr', 'ml'],
  my: ['mt', 'mb'],
  size: ['w', 'h'],
  gap: ['gap-x', 'gap-y'],
  inset: ['inset-x', 'inset-y', 'start', 'end', 'top', 'right', 'bottom', 'left'],
  'inset-x': ['start', 'end', 'right', 'left'],
  'inset-y': ['top', 'bottom'],
  flex: ['basis', 'grow', 'shrink'],
  overflow: ['overflow-x', 'overflow-y'],
  'text-size': ['leading'],
  'border-width': SIDES.map((side) => `border-width-${side}`),
  'border-width-x': ['s', 'e', 'r', 'l'].map((side) => `border-width-${side}`),
  'border-width-y': ['t', 'b'].map((side) => `border-width-${side}`),
  'line-clamp': ['display', 'overflow'],
}

/** Variants whose place among others matters. */
export const ORDER_SENSITIVE = [
  '*',
  '**',
  'after',
  'before',
  'file',
  'first-letter',
  'marker',
  'placeholder',
  'selection',
]
