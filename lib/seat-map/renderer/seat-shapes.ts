import { SEAT_FLAG } from '../plan'
import type { Context2D } from './scene'

const TURN = Math.PI * 2
const CUT_FROM = -0.2 * Math.PI
const CUT_TO = 1.2 * Math.PI

/** Adds a free seat to the path: a disc; a wheelchair place is square; a restricted view has its top cut off. */
export function traceFree(ctx: Context2D, x: number, y: number, r: number, flags: number): void {
  if (flags & SEAT_FLAG.wheelchair) {
    ctx.roundRect(x - r, y - r, 2 * r, 2 * r, r * 0.35)
  } else if (flags & SEAT_FLAG.restrictedView) {
    ctx.moveTo(x + r * Math.cos(CUT_FROM), y + r * Math.sin(CUT_FROM))
    ctx.arc(x, y, r, CUT_FROM, CUT_TO)
    ctx.closePath()
  } else {
    ctx.moveTo(x + r, y)
    ctx.arc(x, y, r, 0, TURN)
  }
}

/** Adds a seat held by someone else, to be stroked: hollow and struck through. */
export function traceHeld(ctx: Context2D, x: number, y: number, r: number): void {
  const inner = r * 0.8
  ctx.moveTo(x + inner, y)
  ctx.arc(x, y, inner, 0, TURN)
  ctx.moveTo(x - inner * 0.7, y + inner * 0.7)
  ctx.lineTo(x + inner * 0.7, y - inner * 0.7)
}

/** Adds a free seat outside the filter, to be stroked: a thin small ring. */
export function traceUnwanted(ctx: Context2D, x: number, y: number, r: number): void {
  const small = r * 0.6
  ctx.moveTo(x + small, y)
  ctx.arc(x, y, small, 0, TURN)
}

/** Adds a sold seat: a small dot. */
export function traceSold(ctx: Context2D, x: number, y: number, r: number): void {
  const small = r * 0.36
  ctx.moveTo(x + small, y)
  ctx.arc(x, y, small, 0, TURN)
}

/** Adds a blocked seat: a small dash. */
export function traceBlocked(ctx: Context2D, x: number, y: number, r: number): void {
  ctx.rect(x - r * 0.45, y - r * 0.16, r * 0.9, r * 0.32)
}

/** The tick of a chosen seat, to be stroked. */
export function traceTick(ctx: Context2D, x: number, y: number, r: number): void {
  ctx.moveTo(x - r * 0.42, y + r * 0.04)
  ctx.lineTo(x - r * 0.1, y + r * 0.36)
  ctx.lineTo(x + r * 0.46, y - r * 0.32)
}

/** A wheelchair user, to be stroked with round caps. */
export function traceWheelchair(ctx: Context2D, x: number, y: number, r: number): void {
  ctx.moveTo(x - r * 0.07, y - r * 0.56)
  ctx.arc(x - r * 0.12, y - r * 0.56, r * 0.05, 0, TURN)
  ctx.moveTo(x - r * 0.12, y - r * 0.3)
  ctx.lineTo(x - r * 0.06, y + r * 0.12)
  ctx.lineTo(x + r * 0.3, y + r * 0.12)
  ctx.lineTo(x + r * 0.46, y + r * 0.52)
  ctx.moveTo(x + r * 0.21, y + r * 0.34)
  ctx.arc(x - r * 0.1, y + r * 0.24, r * 0.34, 0.3, Math.PI + 0.9)
}

/** Someone beside you: head and shoulders of a companion, to be filled. */
export function traceCompanion(ctx: Context2D, x: number, y: number, r: number): void {
  ctx.moveTo(x + r * 0.24, y - r * 0.28)
  ctx.arc(x, y - r * 0.28, r * 0.24, 0, TURN)
  ctx.moveTo(x + r * 0.46, y + r * 0.5)
  ctx.arc(x, y + r * 0.5, r * 0.46, 0, Math.PI, true)
  ctx.closePath()
}
