import { expect, it } from 'vitest'
import { writeBilling } from './rules'

const bill = (title: string, ...names: string[]) =>
  writeBilling(
    title,
    names.map((name) => ({ slug: 'x', name })),
  )

it('names who plays, three at most, and counts the rest', () => {
  expect(bill('Basement Hours', 'Ilka Morn')).toEqual({ names: ['Ilka Morn'], more: 0 })
  expect(bill('Basement Hours', 'A', 'B', 'C', 'D', 'E')).toEqual({ names: ['A', 'B', 'C'], more: 2 })
})

it('does not repeat what the title says, however it is written there', () => {
  expect(bill('Dez Okoro: Mostly Harmful', 'Dez Okoro')).toEqual({ names: [], more: 0 })
  expect(bill('MARROW & TIDE', 'Marrow & Tide', 'Calla Finch')).toEqual({ names: ['Calla Finch'], more: 0 })
  // Part of a word is not the name.
  expect(bill('Odalisque', 'Oda').names).toEqual(['Oda'])
})

it('stops earlier where names are long, and names one in any case', () => {
  const long = 'The Amalgamated Brass and Accordion Orchestra of Lower Penwhistle'
  expect(bill('Sunday', long, 'Oda Velk')).toEqual({ names: [long], more: 1 })
  expect(bill('Sunday', 'Oda Velk', long, 'Ilka Morn')).toEqual({ names: ['Oda Velk'], more: 2 })
})

it('bears a name without a letter', () => {
  expect(bill('Sunday', '!!!')).toEqual({ names: ['!!!'], more: 0 })
})
