import { deltaToPlain } from '@pupitre/document'
import { expect, test } from 'vitest'
import { textToDelta } from './text-delta.ts'

const bullet = { kind: 'bullet' }

test('makes one block of each line, and bullets of the lines that begin with a dash', () => {
  expect(textToDelta('Partenaires :\n- Région\n• ADEME\n-5 °C')).toEqual([
    { insert: 'Partenaires :' },
    { insert: '\n' },
    { insert: 'Région' },
    { insert: '\n', attributes: bullet },
    { insert: 'ADEME' },
    { insert: '\n', attributes: bullet },
    { insert: '-5 °C' },
    { insert: '\n' },
  ])
})

test('gives back the words and the lines of the cell', () => {
  const text = 'Un.\n\n- deux\n-Trois : 30 %'
  expect(deltaToPlain(textToDelta(`\n${text}\n \n`))).toBe(text)
})
