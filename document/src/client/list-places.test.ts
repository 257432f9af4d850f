import { describe, expect, test } from 'vitest'
import { listPlaces } from './list-places.ts'

describe('the places of flat list items', () => {
  test('[B50] count the items of one level, apart under each item above them', () => {
    const places = listPlaces([
      { kind: 'number', indent: 0 },
      { kind: 'number', indent: 1 },
      { kind: 'number', indent: 1 },
      { kind: 'number', indent: 0 },
      { kind: 'bullet', indent: 1 },
      { kind: 'number', indent: 0 },
    ])
    expect(places).toEqual([
      { position: 1, count: 3, number: 1 },
      { position: 1, count: 2, number: 1 },
      { position: 2, count: 2, number: 2 },
      { position: 2, count: 3, number: 2 },
      { position: 1, count: 1, number: 0 },
      { position: 3, count: 3, number: 3 },
    ])
  })

  test('[B50] begin to count again after another kind', () => {
    const places = listPlaces([
      { kind: 'number', indent: 0 },
      { kind: 'bullet', indent: 0 },
      { kind: 'number', indent: 0 },
    ])
    expect(places.map(({ number }) => number)).toEqual([1, 0, 1])
  })

  test('[B50] stand for themselves when the first item is deep', () => {
    expect(
      listPlaces([
        { kind: 'bullet', indent: 2 },
        { kind: 'bullet', indent: 0 },
      ]),
    ).toEqual([
      { position: 1, count: 1, number: 0 },
      { position: 1, count: 1, number: 0 },
    ])
  })
})
