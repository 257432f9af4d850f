import { expect, it } from 'vitest'
import { readPlace, writePlace } from './change-cursor.ts'

const position = { epoch: crypto.randomUUID(), since: 4n, seq: 12n }
const order = 'changes'

it('keeps a place in each feed', () => {
  const positions = [position, { ...position, seq: 0n }]
  expect(readPlace(writePlace(positions, { order }), { order, feeds: 2 })).toEqual(positions)
})

it('is lost to whoever follows more feeds, or fewer, and is no cursor of another list', () => {
  const cursor = writePlace([position], { order })
  for (const feeds of [0, 2])
    expect(() => readPlace(cursor, { order, feeds })).toThrow(
      expect.objectContaining({ extensions: { code: 'CURSOR_LOST' } }),
    )
  for (const wrong of [writePlace([position], { order: 'changesPublics' }), 'rien'])
    expect(() => readPlace(wrong, { order, feeds: 1 })).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    )
})
