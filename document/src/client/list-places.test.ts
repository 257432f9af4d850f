import { describe, expect, test } from 'vitest'
import { listPlaces } from './list-places.ts'

const spoken = (...indents: number[]) => listPlaces(indents).map(({ position, count }) => `${position}/${count}`)

describe('the places of flat list items', () => {
  test('[B50] count the items of one level, apart under each item above them', () => {
    expect(spoken(0, 1, 1, 0, 1, 0)).toEqual(['1/3', '1/2', '2/2', '2/3', '1/1', '3/3'])
  })

  test('[B50] stand for themselves when the first item is deep', () => {
    expect(spoken(2, 0, 2)).toEqual(['1/1', '1/1', '1/1'])
  })
})
