import { askOrganizer, openShow, type Show } from '@/e2e/api/testing/organizer'
import type { DraftRow, PlanDraft } from '@/lib/seat-map/plan'
import { newName } from './names'

const ROWS = 5
const SEATS = 12

function drawRows(startX: number): DraftRow[] {
  return Array.from({ length: ROWS }, (_, row) => ({
    name: String(row + 1),
    seats: Array.from({ length: SEATS }, (_, seat) => ({
      number: String(seat + 1),
      x: startX + seat * 55,
      y: 600 + row * 90,
      category: row < 2 ? 0 : 1,
      // The last row begins with a wheelchair place and its companion's seat.
      flags: row === ROWS - 1 && seat < 2 ? seat + 1 : 0,
    })),
  }))
}

/** Two stands with an aisle between them: sections 5 and 6, named by numbers as in a stadium. */
function twoStands(): PlanDraft {
  const width = 2400
  return {
    name: 'Two stands',
    ...{ width, height: 1300, focus: [width / 2, 250] },
    categories: [
      { id: 'cat-1', name: 'Front', color: '#435ce6' },
      { id: 'cat-2', name: 'Back', color: '#cc7200' },
    ],
    decor: [{ kind: 'stage', label: 'Stage', outline: [700, 100, 1700, 100, 1700, 250, 700, 250] }],
    sections: [
      { name: '5', zone: 'West stand', kind: 'seated', rows: drawRows(300) },
      { name: '6', zone: 'East stand', kind: 'seated', rows: drawRows(1450) },
    ],
  }
}

/** A performance between two stands, on sale: €45 in front, €30 behind. */
export async function openTwoStands(): Promise<Show> {
  const venue = { name: newName('Stands'), city: 'Vienna', country: 'AT', timezone: 'Europe/Vienna' }
  const { id: venueId } = await askOrganizer<{ id: string }>('POST', '/venues', { json: venue })
  const path = `/venues/${venueId}/seat-maps`
  const { id: seatMapId } = await askOrganizer<{ id: string }>('POST', path, { json: twoStands() })
  const prices = ['Front', 'Back'].map((category, at) => ({
    category,
    ticketTypes: [{ name: 'Adult', amount: 4500 - at * 1500 }],
  }))
  return openShow({ venueId, seatMapId, prices })
}
