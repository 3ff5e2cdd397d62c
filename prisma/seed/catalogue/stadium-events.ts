import { FOR_FAMILIES, ONE_PRICE, priceList } from './prices'
import type { CatalogueEvent } from './types'

// The yen has no minor unit: these are yen.
const match = priceList(
  { Club: 14000, 'Category 1': 8800, 'Category 2': 6500, 'Category 3': 4800, 'Category 4': 3200 },
  FOR_FAMILIES,
  100,
)
const athletics = priceList(
  { Club: 9800, 'Category 1': 6500, 'Category 2': 4800, 'Category 3': 3500, 'Category 4': 2200 },
  FOR_FAMILIES,
  100,
)
const concert = priceList(
  { Club: 28000, 'Category 1': 18500, 'Category 2': 14500, 'Category 3': 11000, 'Category 4': 7800 },
  ONE_PRICE,
  100,
)

export const STADIUM_EVENTS: readonly CatalogueEvent[] = [
  {
    slug: 'aoba-herons-v-kuroshio-united',
    title: 'Aoba Herons v. Kuroshio United',
    subtitle: 'Cup semi-final',
    category: 'sport',
    artists: ['Aoba Herons', 'Kuroshio United'],
    venue: 'stadium',
    description: `Three hundred and eighty kilometres of railway lie between these two clubs, and on semi-final day both ends of it are painted. The Herons come unbeaten in eleven; United knocked the holders out on penalties, in fog, with ten.

Gates open two hours before kick-off. The north end sings; the family stand is in the west, where drums are left at the door. If it is level after ninety minutes, there is extra time, and trains will wait.`,
    doorsMinutes: 120,
    prices: match,
    performances: [{ inDays: 18, time: '14:00', sell: 0.6 }],
  },
  {
    slug: 'night-of-the-mile',
    title: 'Night of the Mile',
    subtitle: 'Athletics under the lights',
    category: 'sport',
    artists: [
      'Sefu Barasa-Lind',
      'Yuna Hoshikawa',
      'Callum Ferrowby',
      'Ingrid Vasslund',
      'Teodor Blaga-Quinn',
      'Amadi Okwurie',
      'Rosalind Peck',
      'Kenta Mizushiro',
      'Lucía Montealba',
      'Odd Sverdlund',
      'Anjali Thornvale',
      'The Aoba Taiko Watch',
    ],
    venue: 'stadium',
    description: `Twelve races over one distance: school champions, masters over seventy, wheelchair racers, and at nine o’clock the fastest field ever brought to Tokyo for a mile. The pace is set by lamps on the kerb, and the record is four decimals away.

Between the races the infield belongs to the jumpers and to a taiko group who will not be told when to stop. Bring a cushion and a coat.`,
    doorsMinutes: 90,
    prices: athletics,
    performances: [{ inDays: 31, time: '18:30', sell: 0.1 }],
  },
  {
    slug: 'hikari-line-aoba',
    title: 'Hikari Line',
    subtitle: 'Last Train — stadium finale',
    category: 'concert',
    artists: ['Hikari Line', 'Calla Finch'],
    venue: 'stadium',
    description: `Nine sold-out months, forty-one cities, and the tour ends where the band first played, on a loading ramp behind gate four. Hikari Line close ‘Last Train’ at home, with the full orchestra of the record and every light the stadium owns. Calla Finch, who supported their first tour, opens the last night of it.

The concert lasts three hours and ends in time for the actual last train. There is one encore, and you know which.`,
    doorsMinutes: 150,
    prices: concert,
    performances: [{ inDays: 46, time: '18:00', sell: 0.35 }],
  },
]
