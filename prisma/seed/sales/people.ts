import type { Random } from '@/lib/events/posters/random'

const FIRST_NAMES = (
  'Ada Ben Chiara Dmitri Elif Farah Goran Hana Ines Jonas Kaori Lena Mateo Nadia Oskar Priya Quentin Rosa ' +
  'Samir Tilda Uma Viktor Wanda Xenia Yuki Zoltan Amara Bruno Celeste Diego Esme Felix Greta Hugo Isla Jamal'
).split(' ')
const LAST_NAMES = (
  'Amberly Birkhaus Castellan Dunmore Eversholt Farrow Glimmer Hollins Ivarsen Juniper Kestrel Larkin Marlow ' +
  'Nightingale Oakes Penrose Quill Ravenel Silverbeck Thornby Underhill Vantongeren Wexley Yarrow Zimmerlin'
).split(' ')

/** The name of somebody who does not exist. */
export function makeName(random: Random): string {
  return `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`
}
