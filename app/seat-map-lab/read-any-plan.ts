import { decodePlan, PlanError, type SeatMap } from '@/lib/seat-map/decode-plan'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { importManifest } from '@/lib/seat-map/importers/manifest'
import { importPretix } from '@/lib/seat-map/importers/pretix'
import type { PlanIssue } from '@/lib/seat-map/issues'
import type { Plan, PlanDraft } from '@/lib/seat-map/plan'

export type AnyPlan = { ok: true; map: SeatMap } | { ok: false; issues: PlanIssue[] }

/**
 * The map of whatever plan the text is: a published plan, a draft, a pretix plan (JSON), or a stadium's manifest
 * (CSV); else what is wrong with it. Never throws for bad input.
 */
export function readAnyPlan(text: string): AnyPlan {
  const parsed = parse(text)
  if (parsed === undefined) {
    const imported = importManifest(text)
    return imported.ok ? readDraft(imported.draft) : imported
  }
  if (isFields(parsed) && 'seats' in parsed) return readPublished(parsed)
  if (isFields(parsed) && 'zones' in parsed) {
    const imported = importPretix(parsed)
    return imported.ok ? readDraft(imported.draft) : imported
  }
  return readDraft(parsed)
}

function readPublished(plan: unknown): AnyPlan {
  try {
    return { ok: true, map: decodePlan(plan as Plan) }
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
    return { ok: false, issues: [{ path: '', message: error.message }] }
  }
}

function readDraft(draft: unknown): AnyPlan {
  const encoded = encodePlan(draft as PlanDraft, { id: 'lab', version: 1 })
  return encoded.ok ? readPublished(encoded.plan) : encoded
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A manifest, or nothing at all: its reader will tell.
    return undefined
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
