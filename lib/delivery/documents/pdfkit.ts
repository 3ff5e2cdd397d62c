import PDFDocument from 'pdfkit'
import { type FontFace, fontFile, printable, splitByFace, type Voice } from './fonts'

/**
 * The only file that knows pdfkit: A4 sheets, type that is measured, wrapped and never a missing glyph.
 * Units: points.
 */
export const A4 = { width: 595.28, height: 841.89 } as const

/** What the printer of letters takes; an A4 page is drawn on it a little smaller. */
const LETTER = { width: 612, height: 792 } as const

export type Paper = 'a4' | 'letter'

export type Pen = typeof PDFDocument.prototype

export type TypeStyle = {
  voice: Voice
  sizePt: number
  color: string
  /** Line to line, as a multiple of the size. */
  leading?: number
  trackingPt?: number
  align?: 'left' | 'right' | 'center'
}

export type TextBox = { x: number; y: number; width: number; maxLines?: number }

export type Sheet = {
  pen: Pen
  addPage: () => void
  /** Sets text with its top edge at `y`; returns the height it took. Text over `maxLines` ends in an ellipsis. */
  write: (text: string, box: TextBox, style: TypeStyle) => number
  /** The largest of the sizes at which the text fits `maxLines`; the last one when none does. */
  fitSize: (text: string, box: TextBox, style: TypeStyle, sizesPt: readonly number[]) => number
  /** Ends the file. */
  finish: () => Promise<Buffer>
}

/**
 * A new PDF without pages. Its bytes depend on nothing but what is drawn and `issuedAt`, so that drawing a
 * document again gives the same file.
 */
export function openSheet(facts: { title: string; issuedAt: string; paper?: Paper }): Sheet {
  const pen = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    font: '',
    lang: 'en',
    displayTitle: true,
    info: {
      Title: facts.title,
      Author: 'TicketBoss',
      Creator: 'TicketBoss',
      CreationDate: new Date(facts.issuedAt),
    },
  })
  const done = collect(pen)
  return {
    pen,
    addPage: () => addPage(pen, facts.paper ?? 'a4'),
    write: (text, box, style) => writeText(pen, text, box, style),
    fitSize: (text, box, style, sizesPt) =>
      sizesPt.find((sizePt) => fits(pen, text, box, { ...style, sizePt })) ?? sizesPt.at(-1) ?? style.sizePt,
    finish: () => {
      pen.end()
      return done
    },
  }
}

function addPage(pen: Pen, paper: Paper): void {
  if (paper === 'a4') return void pen.addPage({ size: 'A4', margin: 0 })
  const scale = LETTER.height / A4.height
  pen.addPage({ size: [LETTER.width, LETTER.height], margin: 0 })
  pen.translate((LETTER.width - A4.width * scale) / 2, 0).scale(scale)
}

function collect(pen: Pen): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    pen.on('data', (chunk: Buffer) => chunks.push(chunk))
    pen.on('end', () => resolve(Buffer.concat(chunks)))
    pen.on('error', reject)
  })
}

function fits(pen: Pen, text: string, box: TextBox, style: TypeStyle): boolean {
  const lines = breakLines(pen, printable(text, style.voice), box.width, style)
  // A word that had to be cut is not a fit: a smaller size may keep it whole.
  return lines.length <= (box.maxLines ?? 1) && !lines.some((line) => line.cut)
}

function writeText(pen: Pen, text: string, box: TextBox, style: TypeStyle): number {
  const lines = breakLines(pen, printable(text, style.voice), box.width, style).map((line) => line.text)
  const shown = box.maxLines && lines.length > box.maxLines ? clip(pen, lines, box, style) : lines
  const leadPt = style.sizePt * (style.leading ?? 1.25)
  const { widthPt, capPt } = { widthPt: box.width, capPt: style.sizePt * 0.74 }
  shown.forEach((line, i) => {
    const slack = widthPt - measure(pen, line, style)
    const shift = style.align === 'right' ? slack : style.align === 'center' ? slack / 2 : 0
    drawLine(pen, line, box.x + shift, box.y + capPt + i * leadPt, style)
  })
  return Math.max(0, shown.length - 1) * leadPt + style.sizePt
}

function clip(pen: Pen, lines: string[], box: TextBox, style: TypeStyle): string[] {
  const kept = lines.slice(0, box.maxLines)
  let last = `${kept.at(-1)}…`
  while (last.length > 1 && measure(pen, last, style) > box.width) last = `${last.slice(0, -2).trimEnd()}…`
  return [...kept.slice(0, -1), last]
}

function drawLine(pen: Pen, line: string, x: number, baseline: number, style: TypeStyle): void {
  let at = x
  pen.fillColor(style.color)
  for (const run of splitByFace(line, style.voice)) {
    take(pen, run.face).fontSize(style.sizePt)
    const options = { lineBreak: false, characterSpacing: style.trackingPt ?? 0 }
    pen.text(run.text, at, baseline, { ...options, baseline: 'alphabetic' })
    at += pen.widthOfString(run.text, options)
  }
}

function measure(pen: Pen, line: string, style: TypeStyle): number {
  let width = 0
  for (const run of splitByFace(line, style.voice)) {
    take(pen, run.face).fontSize(style.sizePt)
    width += pen.widthOfString(run.text, { characterSpacing: style.trackingPt ?? 0 })
  }
  return width
}

const registered = new WeakMap<Pen, Set<FontFace>>()

/** Takes up a face, which is put into the file when it is first needed. */
function take(pen: Pen, face: FontFace): Pen {
  const known = registered.get(pen) ?? new Set()
  if (!known.has(face)) pen.registerFont(face, fontFile(face))
  registered.set(pen, known.add(face))
  return pen.font(face)
}

type Line = { text: string; cut: boolean }

function breakLines(pen: Pen, text: string, width: number, style: TypeStyle): Line[] {
  const lines: Line[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((part) => cutWord(pen, part, width, style))) {
    const longer = line ? `${line} ${word.text}` : word.text
    if (line && (word.cut || measure(pen, longer, style) > width)) {
      lines.push({ text: line, cut: word.cut })
      line = word.text
    } else line = longer
  }
  if (line) lines.push({ text: line, cut: false })
  return lines
}

/** A word wider than the box, in pieces that fit; the pieces after the first are marked as cut. */
function cutWord(pen: Pen, word: string, width: number, style: TypeStyle): Line[] {
  if (measure(pen, word, style) <= width) return [{ text: word, cut: false }]
  const pieces: Line[] = []
  let piece = ''
  for (const char of word) {
    if (piece && measure(pen, piece + char, style) > width) {
      pieces.push({ text: piece, cut: pieces.length > 0 })
      piece = ''
    }
    piece += char
  }
  return [...pieces, { text: piece, cut: true }]
}
