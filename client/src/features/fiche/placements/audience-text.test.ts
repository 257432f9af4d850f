import { expect, it } from 'vitest'
import { audienceText } from './audience-text.ts'

it('says who reads a fiche before it is placed: more people, fewer, or the same', () => {
  const members = { readersBefore: 2, readersAfter: 9 }
  expect(audienceText({ before: 'ADMINS', after: 'MEMBRES', ...members })).toBe(
    'La fiche sera lue par tous les membres de la collectivité (9\u00a0personnes) : 7\u00a0personnes de plus qu’aujourd’hui.',
  )
  expect(audienceText({ before: 'MEMBRES', after: 'ADMINS', readersBefore: 9, readersAfter: 2 })).toContain(
    'ne sera plus lue que par les admins et qui y a reçu un accès (2\u00a0personnes)',
  )
  expect(audienceText({ before: 'PILOTES', after: 'PILOTES', readersBefore: 1, readersAfter: 1 })).toBe(
    'Rien ne change pour qui la lit : ses pilotes, les admins et qui y a reçu un accès (1\u00a0personne).',
  )
})

it('says that anybody will read a fiche placed in a public plan', () => {
  const members = { readersBefore: 9, readersAfter: 9 }
  expect(audienceText({ before: 'MEMBRES', after: 'TOUS', ...members })).toBe(
    'Ce plan est public\u00a0: la fiche sera lue par n’importe qui, sans compte aussi.',
  )
  expect(audienceText({ before: 'TOUS', after: 'TOUS', ...members })).toContain('Rien ne change')
})
