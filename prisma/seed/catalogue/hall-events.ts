import { priceList, WITH_CONCESSIONS } from './prices'
import type { CatalogueEvent } from './types'

const recital = priceList({ 'Front rows': 5200, Parterre: 4400, Gallery: 2900 }, WITH_CONCESSIONS)
const morning = priceList({ 'Front rows': 3200, Parterre: 2600, Gallery: 1800 }, WITH_CONCESSIONS)
const reading = priceList({ 'Front rows': 2400, Parterre: 2000, Gallery: 1400 }, WITH_CONCESSIONS)

export const HALL_EVENTS: readonly CatalogueEvent[] = [
  {
    slug: 'nocturnes-for-a-drowned-city',
    title: 'Nocturnes for a Drowned City',
    subtitle: 'Halloran Quartet',
    category: 'classical',
    artists: ['Halloran Quartet', 'Beata Lindqvar'],
    venue: 'hall',
    description: `When the valley was flooded for the dam, the church bells of Sankt Orlen were left hanging. In dry summers they can still be heard. Composer Beata Lindqvar wrote six nocturnes for string quartet around the three notes that remain.

The Halloran Quartet give the cycle its first performance in Vienna, by the light of the stands alone, and close with a late quartet that needs no introduction and will not get one.

Eighty minutes without an interval.`,
    doorsMinutes: 30,
    prices: recital,
    performances: [
      { inDays: 6, time: '19:30', sell: 0.97 },
      { inDays: 7, time: '19:30', sell: 0.78 },
    ],
  },
  {
    slug: 'five-preludes-to-rain',
    title: 'Five Preludes to Rain',
    subtitle: 'Sunniva Aalto, piano',
    category: 'classical',
    artists: ['Sunniva Aalto'],
    venue: 'hall',
    description: `Sunniva Aalto plays with the windows open. Her programme begins in the dust of August and ends in the first storm: five new preludes written for her, with the old weather music of the north between them.

If it does rain, she has been known to wait for it. The matinee on the second day is shorter, and grandparents are welcome to hum.`,
    doorsMinutes: 30,
    prices: recital,
    performances: [
      { inDays: 24, time: '19:30', sell: 0.42 },
      { inDays: 25, time: '11:00', sell: 0.17, prices: morning },
    ],
  },
  {
    slug: 'winterlight-twelve-voices',
    title: 'Winterlight',
    subtitle: 'Vespers for twelve voices',
    category: 'classical',
    artists: ['Capella Morgenrot'],
    venue: 'hall',
    description: `Twelve singers, no conductor, no amplification, and a hall that gives back every consonant. Capella Morgenrot sing music for the shortest days: plainsong, carols older than their tunes, and a new setting of a weather report.

The audience is asked to keep its applause until the last candle is out, and then to make up for it.`,
    doorsMinutes: 30,
    prices: recital,
    performances: [
      { inDays: 38, time: '18:00', sell: 0.25 },
      { inDays: 38, time: '20:30', sell: 0.1 },
    ],
  },
  {
    slug: 'slow-cities',
    title: 'Slow Cities',
    subtitle: 'A conversation with Jonas Pell and Mirjam Oduya',
    category: 'talk',
    artists: ['Jonas Pell', 'Mirjam Oduya'],
    venue: 'hall',
    description: `He designs crossings for people who take forty seconds to get over the road. She runs the trams of a city that has sworn off the car. They have disagreed in print for ten years and have never met.

Jonas Pell and Mirjam Oduya talk about benches, kerbs, noise and who gets to be in a hurry. The conversation is in English; questions may come in any language, slowly.`,
    doorsMinutes: 30,
    prices: reading,
    performances: [{ inDays: 20, time: '19:00', sell: 0.3 }],
  },
]
