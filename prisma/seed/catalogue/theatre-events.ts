import { FOR_FAMILIES, ONE_PRICE, priceList, WITH_CONCESSIONS } from './prices'
import type { CatalogueEvent } from './types'

const play = priceList(
  { Premium: 8900, 'Band A': 6800, 'Band B': 4900, 'Band C': 2800, Boxes: 7500 },
  WITH_CONCESSIONS,
)
const matinee = priceList(
  { Premium: 6900, 'Band A': 5200, 'Band B': 3800, 'Band C': 2000, Boxes: 5800 },
  WITH_CONCESSIONS,
)
const musical = priceList(
  { Premium: 12500, 'Band A': 9200, 'Band B': 6500, 'Band C': 3500, Boxes: 9800 },
  WITH_CONCESSIONS,
)
const family = priceList(
  { Premium: 4800, 'Band A': 3800, 'Band B': 2900, 'Band C': 1800, Boxes: 4200 },
  FOR_FAMILIES,
)
const comedy = priceList(
  { Premium: 5400, 'Band A': 4200, 'Band B': 3200, 'Band C': 2200, Boxes: 4600 },
  ONE_PRICE,
)
const talk = priceList(
  { Premium: 3600, 'Band A': 2800, 'Band B': 2200, 'Band C': 1500, Boxes: 3000 },
  WITH_CONCESSIONS,
)

export const THEATRE_EVENTS: readonly CatalogueEvent[] = [
  {
    slug: 'the-cartographers-daughter-a-play',
    title: 'The Cartographer’s Daughter',
    subtitle: 'A new play by Imre Sallow',
    category: 'theatre',
    artists: ['Ottilie Vane', 'Bram Saltmarsh', 'Delphine Roake', 'Corin Ashgate', 'Ludo Pemberwick'],
    venue: 'theatre',
    description: `Ines Harrow has inherited a house full of maps and one instruction: find the island that is on all of them and on no ship’s log. Her father drew it for forty years. Nobody has ever set foot on it, and three people have drowned trying.

Imre Sallow’s new play is a detective story in which the only suspect is a coastline. It is told over one night, in one room, by five actors and several thousand sheets of paper, and it asks what we owe to the places our parents made up.

Directed by Thessaly Crane, with a set that is drawn in front of you. Two hours and ten minutes with an interval. Suitable from 12.`,
    doorsMinutes: 45,
    prices: play,
    performances: [
      { inDays: 4, time: '19:30', sell: 0.97 },
      { inDays: 5, time: '14:30', sell: 0.62, prices: matinee },
      { inDays: 5, time: '19:30', sell: 1 },
      { inDays: 6, time: '19:30', sell: 0.58 },
      { inDays: 11, time: '19:30', sell: 0.34 },
      { inDays: 12, time: '19:30', sell: 0.21 },
    ],
  },
  {
    slug: 'a-house-with-no-north-a-ghost-story',
    title: 'A House With No North',
    subtitle: 'Winner of the Quill & Lantern Prize',
    category: 'theatre',
    artists: ['Delphine Roake', 'Corin Ashgate', 'Winifred Toll', 'Jasper Nightingall'],
    venue: 'theatre',
    description: `Four siblings come home to sell the house they grew up in. By breakfast, two of the doors have moved. By lunch, nobody can agree on how many children there were.

Odile Marchetti’s award-winning ghost story has no ghost in it, only a family that has been polite for too long. It is funny until it is not, and the last ten minutes are played in complete darkness.

One hour and forty minutes without an interval. There is no readmission once the lights go out.`,
    doorsMinutes: 45,
    prices: play,
    performances: [
      { inDays: 19, time: '19:30', sell: 0.6 },
      { inDays: 20, time: '19:30', sell: 0.44 },
      { inDays: 21, time: '20:00', sell: 0.1 },
    ],
  },
  {
    slug: 'the-tin-orchard',
    title: 'The Tin Orchard',
    subtitle: 'A musical in two harvests',
    category: 'theatre',
    artists: ['Pell Street Company', 'Winifred Toll', 'Wren Abelard'],
    venue: 'theatre',
    description: `In the winter the cannery closes, the women of Pell Street plant apple trees in its empty drums. By the second spring they have an orchard, a brass band and a problem with the law.

The score is by Wren Abelard, who has written eleven songs you will know on the way home and one, ‘What the Foreman Heard’, you will wish you had never heard. A company of twenty-two, a band of nine, and a real apple for everybody in the stalls.

Two hours and thirty minutes with an interval. Suitable from 8.`,
    doorsMinutes: 60,
    prices: musical,
    performances: [
      { inDays: 33, time: '19:30', sell: 0.41 },
      { inDays: 34, time: '14:00', sell: 0.36, prices: play },
      { inDays: 34, time: '19:30', sell: 0.55 },
      { inDays: 35, time: '19:30', sell: 0.18 },
    ],
  },
  {
    slug: 'the-bear-who-kept-the-moon',
    title: 'The Bear Who Kept the Moon',
    subtitle: 'For everyone over three',
    category: 'family',
    artists: ['Moth & Lantern Puppets'],
    venue: 'theatre',
    description: `Bear finds the moon in a puddle and takes it home so that it will not get cold. It is a kind thing to do. It is also a disaster for owls, tides, moths, and a small girl called Juno who cannot sleep in the dark.

Puppets as large as a bus, a cello, and shadows made by hand while you watch. Nothing explodes. Some of it is loud, and all of it is explained to the nervous beforehand by Bear himself.

Fifty-five minutes. Babies on laps are free: ask at the box office. The first performance is relaxed, with the house lights half up and the doors open.`,
    doorsMinutes: 30,
    prices: family,
    performances: [
      { inDays: 13, time: '11:00', sell: 0.88 },
      { inDays: 13, time: '14:00', sell: 0.93 },
      { inDays: 14, time: '11:00', sell: 0.47 },
    ],
  },
  {
    slug: 'pia-lunde-wrong-floor',
    title: 'Pia Lunde: Wrong Floor',
    category: 'comedy',
    artists: ['Pia Lunde'],
    venue: 'theatre',
    description: `In March, Pia Lunde got out of the lift on the wrong floor, walked into the wrong meeting and was, for eleven days, in charge of a medium-sized bridge.

Her third hour is about competence: who has it, who is faking it, and why the people who fake it own boats. It contains one slide, one hymn and a very long story about a swan.

Seventy-five minutes. Suitable from 16; the swan is not.`,
    doorsMinutes: 45,
    prices: comedy,
    performances: [
      { inDays: 8, time: '20:00', sell: 0.97 },
      { inDays: 9, time: '20:00', sell: 0.71 },
    ],
  },
  {
    slug: 'who-owns-the-night',
    title: 'Who Owns the Night?',
    subtitle: 'An evening on darkness, with Dr Amara Quill',
    category: 'talk',
    artists: ['Dr Amara Quill'],
    venue: 'theatre',
    description: `Half of the children born this year will never see the Milky Way from where they live. Dr Amara Quill has spent two decades measuring what light does to sleep, to moths and to the price of houses, and she has come to turn the lamps down.

The first half is a lecture in a theatre lit by a single candle’s worth of light. In the second she takes questions from anybody, in the dark, where people ask better ones.

With a sign-language interpreter, lit. Books are signed afterwards in the foyer.`,
    doorsMinutes: 45,
    prices: talk,
    performances: [{ inDays: 26, time: '19:00', sell: 0.29 }],
  },
]
