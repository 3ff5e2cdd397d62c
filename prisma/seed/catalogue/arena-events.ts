import { FOR_FAMILIES, ONE_PRICE, priceList } from './prices'
import type { CatalogueEvent } from './types'

const headline = priceList(
  { 'Front floor': 24500, 'Price A': 16500, 'Price B': 11500, 'Price C': 7900, 'Price D': 4900 },
  ONE_PRICE,
  100,
)
const show = priceList(
  { 'Front floor': 14500, 'Price A': 9900, 'Price B': 7500, 'Price C': 5500, 'Price D': 3500 },
  FOR_FAMILIES,
  100,
)
const game = priceList(
  { 'Front floor': 18500, 'Price A': 12500, 'Price B': 8500, 'Price C': 5500, 'Price D': 2900 },
  FOR_FAMILIES,
  100,
)

export const ARENA_EVENTS: readonly CatalogueEvent[] = [
  {
    slug: 'marrow-and-tide-long-way-down',
    title: 'Marrow & Tide',
    subtitle: 'The Long Way Down Tour',
    category: 'concert',
    artists: ['Marrow & Tide', 'Calla Finch'],
    venue: 'arena',
    description: `They met on a night ferry, wrote ‘Saltlick’ before it docked, and have not played a room this large since the last one was pulled down around them. Marrow & Tide bring the Long Way Down to New York for two nights, with a string section, a rain machine and the songs people have been getting tattooed.

The stage has no screens. Come close, or bring opera glasses: there is a stall.

Doors at six, support from Calla Finch at seven, the long way down at eight.`,
    doorsMinutes: 120,
    prices: headline,
    performances: [
      { inDays: 15, time: '20:00', sell: 0.97 },
      { inDays: 16, time: '20:00', sell: 0.6 },
    ],
  },
  {
    slug: 'copper-parade',
    title: 'Copper Parade',
    subtitle: 'Twenty years of making a noise',
    category: 'concert',
    artists: ['Copper Parade', 'Tove Ashgrove'],
    venue: 'arena',
    description: `Twenty years, nine drummers, one key change. Copper Parade play every single they ever released in the order you first heard them on somebody else’s car stereo. Tove Ashgrove opens, alone.

It is a loud evening and a kind one. The band have asked that the tallest fans go to the back, and will be checking.`,
    doorsMinutes: 90,
    prices: headline,
    performances: [{ inDays: 37, time: '19:30', sell: 0.45 }],
  },
  {
    slug: 'whale-weather',
    title: 'Whale Weather',
    subtitle: 'A story on ice',
    category: 'family',
    artists: ['Palevale Ice Company'],
    venue: 'arena',
    description: `A whale swims up the river and parks under the bridge, and the weather of the whole city begins to follow her moods. Somebody small will have to ask her what is wrong.

Forty skaters, a hundred square metres of silk sea, and a whale that breathes over the first ten rows. Ninety minutes with a break for hot chocolate. Blankets can be borrowed at every entrance; the front floor is cold.`,
    doorsMinutes: 60,
    prices: show,
    performances: [
      { inDays: 29, time: '13:00', sell: 0.38 },
      { inDays: 29, time: '18:00', sell: 0.22 },
    ],
  },
  {
    slug: 'gantry-ferrymen-v-holloway-pines',
    title: 'Ferrymen v. Pines',
    subtitle: 'East Shore Basketball League',
    category: 'sport',
    artists: ['Gantry Ferrymen', 'Holloway Pines'],
    venue: 'arena',
    description: `The Gantry Ferrymen have not lost at home since the clocks changed. The Holloway Pines have not lost anywhere. One of these sentences ends tonight.

Tip-off at half past seven, with the junior final from five for anyone with a ticket. Children under twelve may shoot from the line at half-time: sign up at the main gate.`,
    doorsMinutes: 90,
    prices: game,
    performances: [{ inDays: 9, time: '19:30', sell: 0.83 }],
  },
  {
    slug: 'dez-okoro',
    title: 'Dez Okoro: Mostly Harmful',
    category: 'comedy',
    artists: ['Dez Okoro'],
    venue: 'arena',
    description: `Dez Okoro has sold out an arena to tell fifteen thousand people that he would rather be at home. He means it. He has brought his sofa.

Ninety minutes on fatherhood, airports and the neighbour’s leaf blower, recorded for nobody. Phones go into a pouch at the door and come back when he has gone to bed.

From 16.`,
    doorsMinutes: 90,
    prices: show,
    performances: [{ inDays: 22, time: '20:00', sell: 0.6 }],
  },
]
