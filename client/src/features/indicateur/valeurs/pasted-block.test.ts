import { describe, expect, it } from 'vitest'
import { MAX_PASTED_ROWS, placeBlock, readBlock } from './pasted-block.ts'
import { asInput } from './valeur.ts'

const place = {
  periodes: ['2024-01-01', '2025-01-01'],
  periodicite: 'ANNUELLE',
  periode: '2025-01-01',
  part: 'realise',
} as const

const paste = (text: string, at: Partial<Parameters<typeof placeBlock>[1]> = {}) =>
  placeBlock(readBlock(text) ?? [], { ...place, ...at })

describe('a block pasted from a spreadsheet', () => {
  it('is one only if it has two cells', () => {
    expect(readBlock('12,5')).toBeNull()
    expect(readBlock('12,5\r\n')).toBeNull()
    expect(readBlock('12,5\t13')).toEqual([['12,5', '13']])
    expect(readBlock('1\r\n2\r\n')).toEqual([['1'], ['2']])
  })

  it('fills down a column, over the periods that follow where the grid ends', () => {
    expect(paste('12,5\r\n\r\n1 300\r\n').changes).toEqual([
      { periode: '2025-01-01', part: 'realise', value: '12.5' },
      { periode: '2026-01-01', part: 'realise', value: null },
      { periode: '2027-01-01', part: 'realise', value: '1300' },
    ])
  })

  it('fills right as far as there are columns', () => {
    const { changes } = paste('10\t9\tProvisoire\tde trop\n11\t8', { periode: '2024-01-01', part: 'objectif' })
    expect(asInput(changes)).toEqual([
      { periode: '2024-01-01', objectif: '10', realise: '9', commentaire: 'Provisoire' },
      { periode: '2025-01-01', objectif: '11', realise: '8' },
    ])
  })

  it('goes to the periods that its first column says, its heading apart', () => {
    const { changes, unread } = paste('Année\tObjectif\tRéalisé\n2019\t\t120\n2030\t80\t')
    expect(unread).toEqual([])
    expect(asInput(changes)).toEqual([
      { periode: '2019-01-01', objectif: null, realise: '120' },
      { periode: '2030-01-01', objectif: '80', realise: null },
    ])
    expect(asInput(paste('2019\t120\n2020\t110').changes)).toEqual([
      { periode: '2019-01-01', realise: '120' },
      { periode: '2020-01-01', realise: '110' },
    ])
    const months = { periodicite: 'MENSUELLE', periodes: ['2026-01-01'], periode: '2026-01-01' } as const
    expect(asInput(paste('janv. 2026\t1\n02/2026\t2', months).changes)).toEqual([
      { periode: '2026-01-01', realise: '1' },
      { periode: '2026-02-01', realise: '2' },
    ])
  })

  it('tells the cells that are no number, and leaves them', () => {
    const { changes, unread } = paste('n.d.\n5')
    expect(unread).toEqual(['n.d.'])
    expect(changes).toEqual([{ periode: '2026-01-01', part: 'realise', value: '5' }])
  })

  it('takes the most rows that the server does, and tells the others', () => {
    const rows = (count: number) => Array.from({ length: count }, () => '1').join('\n')
    const months = { periodicite: 'MENSUELLE', periode: '2025-01-01' } as const
    expect(paste(rows(MAX_PASTED_ROWS), months).leftOut).toBe(0)
    const more = paste(rows(MAX_PASTED_ROWS + 1), months)
    expect([more.changes.length, more.leftOut]).toEqual([MAX_PASTED_ROWS, 1])
  })
})
