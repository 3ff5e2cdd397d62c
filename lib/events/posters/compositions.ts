import { drawArcs, drawBows, drawStrings } from './art/classical'
import { drawEcho, drawHalftone, drawMoire, drawTunnel } from './art/club'
import { drawDisguise, drawGrin, drawLegs, drawTumble } from './art/comedy'
import { drawGrooves, drawLevels, drawRays, drawRibbon, drawWaves } from './art/concert'
import { drawBird, drawWhale } from './art/creatures'
import { drawBlocks, drawCutouts, drawHills } from './art/family'
import { drawLanes, drawPennants, drawPitch, drawVersus, drawVolley } from './art/sport'
import { drawDialogue, drawGlyph, drawPages, drawTiles } from './art/talk'
import { drawCurtain, drawDoor, drawEye, drawFaces, drawStair } from './art/theatre'
import type { Composition } from './sheet'

/** The compositions that suit each category; a seed picks one of them. */
export const COMPOSITIONS: Readonly<Record<string, Readonly<Record<string, Composition>>>> = {
  concert: { drawGrooves, drawRays, drawRibbon, drawWaves, drawLevels, drawHalftone, drawMoire },
  theatre: { drawCurtain, drawDoor, drawEye, drawStair, drawFaces },
  comedy: { drawGrin, drawTumble, drawDisguise, drawLegs, drawFaces },
  classical: { drawArcs, drawStrings, drawBows, drawWaves },
  sport: { drawPitch, drawLanes, drawVersus, drawVolley, drawPennants },
  family: { drawBird, drawWhale, drawCutouts, drawHills, drawBlocks },
  club: { drawEcho, drawTunnel, drawHalftone, drawMoire, drawTiles },
  talk: { drawGlyph, drawPages, drawDialogue, drawTiles },
}

const ANY = { drawGlyph, drawTiles, drawArcs, drawRibbon, drawHalftone, drawCutouts, drawRays, drawBlocks }

/** What a category may look like (`club night` as `club`); one of the organizer's own gets what suits everything. */
export function compositionsFor(category: string): Readonly<Record<string, Composition>> {
  const words = category.toLowerCase().match(/\p{L}+/gu) ?? []
  const known = words.find((word) => Object.hasOwn(COMPOSITIONS, word))
  return known ? COMPOSITIONS[known]! : ANY
}
