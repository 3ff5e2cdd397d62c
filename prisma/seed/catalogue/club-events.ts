import { ONE_PRICE, priceList } from './prices'
import type { CatalogueEvent } from './types'

const gig = priceList({ Table: 4200, Mezzanine: 3600, Standing: 2600, 'Bar stool': 3400 }, ONE_PRICE)
const bigGig = priceList({ Table: 5800, Mezzanine: 4900, Standing: 3600, 'Bar stool': 4600 }, ONE_PRICE)
const night = priceList({ Table: 3200, Mezzanine: 2400, Standing: 1600, 'Bar stool': 2200 }, ONE_PRICE)
const standUp = priceList({ Table: 2900, Mezzanine: 2400, Standing: 1500, 'Bar stool': 2200 }, ONE_PRICE)

export const CLUB_EVENTS: readonly CatalogueEvent[] = [
  {
    slug: 'low-lanterns-lamplighters-debt',
    title: 'The Low Lanterns',
    subtitle: 'with Tove Ashgrove',
    category: 'concert',
    artists: ['The Low Lanterns', 'Tove Ashgrove'],
    venue: 'club',
    description: `Six people, two drum kits and a harmonium that survived a flood: the Low Lanterns have spent three winters playing barns and boats, and come to Berlin with a second record, ‘Lamplighter’s Debt’, that sounds like all of them.

They play it once through, in order, and then whatever the room asks for. Tove Ashgrove opens alone at half past eight with a nylon-string guitar and no microphone, so please be on time and quiet.`,
    doorsMinutes: 60,
    prices: gig,
    performances: [
      { inDays: 2, time: '20:30', sell: 0.97 },
      { inDays: 3, time: '20:30', sell: 0.66 },
    ],
  },
  {
    slug: 'oda-velk-glass-weather',
    title: 'Oda Velk',
    subtitle: 'Glass Weather',
    category: 'concert',
    artists: ['Oda Velk'],
    venue: 'club',
    description: `Oda Velk builds songs out of tuned bottles, radio static and a voice that seems to come from the next room. ‘Glass Weather’ is her first tour in four years and the first with a band, if a band can be a percussionist and a glazier.

The show is quiet for a long time and then very suddenly not. Earplugs are free at the bar, and so is tap water.`,
    doorsMinutes: 60,
    prices: bigGig,
    performances: [{ inDays: 16, time: '21:00', sell: 0.6 }],
  },
  {
    slug: 'brass-heron-society-bus-ticket',
    title: 'Brass Heron Society',
    subtitle: 'Eleven horns and a bus ticket',
    category: 'concert',
    artists: ['Brass Heron Society', 'The Amalgamated Accordion & Spoons Orchestra of Lower Penwhistle'],
    venue: 'club',
    description: `A brass band that learned its repertoire at weddings and lost its manners at football grounds. The Brass Heron Society play second-line, cumbia and the odd polka at the speed of a late train, walking through the floor because the stage is too small for eleven.

Come to dance. If you would rather sit, take a table on the terraces, where the tubas cannot reach you.`,
    doorsMinutes: 45,
    prices: gig,
    performances: [{ inDays: 23, time: '20:30', sell: 0.33 }],
  },
  {
    slug: 'basement-hours',
    title: 'Basement Hours',
    subtitle: 'Osmium Kin · Ilka Morn · Ferrow Lux B2B Tamsin Ray',
    category: 'club',
    artists: ['Osmium Kin', 'Ilka Morn', 'Ferrow Lux', 'Tamsin Ray'],
    venue: 'club',
    description: `The boiler room of the old dye works, a sound system built by people who read manuals, and no lights but the ones that keep you from falling over. Basement Hours runs from eleven until the first tram.

Osmium Kin plays live from one. Ilka Morn opens, Ferrow Lux and Tamsin Ray close together and decide between them when that is. No phones on the floor: there is a sticker for your camera at the door.

From 18. Re-entry until three.`,
    doorsMinutes: 30,
    prices: night,
    performances: [
      { inDays: 7, time: '23:00', sell: 0.74 },
      { inDays: 28, time: '23:00', sell: 0.12 },
    ],
  },
  {
    slug: 'velvet-circuit-all-night',
    title: 'Velvet Circuit',
    subtitle: 'All night long',
    category: 'club',
    artists: ['Velvet Circuit'],
    venue: 'club',
    description: `One DJ, seven hours, vinyl only. Velvet Circuit has not repeated a record in eight years of these nights, and keeps a notebook behind the booth to prove it.

It begins slow enough for the tables and ends where it ends. The kitchen serves dumplings until two, and the mezzanine is for sitting down and looking at the dancers as if they were the sea.

From 18.`,
    doorsMinutes: 30,
    onSaleInDays: 5,
    prices: night,
    performances: [{ inDays: 41, time: '22:30', sell: 0 }],
  },
  {
    slug: 'nobody-asked',
    title: 'Nobody Asked',
    subtitle: 'Five comedians and a bell',
    category: 'comedy',
    artists: ['Rafi Tolliver', 'Greta Munk', 'Sol Abernathy-Price', 'Hedda Quist', 'Boz Fennimore'],
    venue: 'club',
    description: `Five comedians give advice that nobody asked for, on subjects drawn from a hat by the front row. When an audience member does the opposite, on stage, within the time it takes to boil an egg, the bell is rung and everybody gets the egg.

In English, mostly. The line-up is announced at the door and has never once been what was printed.`,
    doorsMinutes: 45,
    prices: standUp,
    performances: [
      { inDays: 10, time: '20:00', sell: 0.52 },
      { inDays: 17, time: '20:00', sell: 0.1 },
    ],
  },
]
