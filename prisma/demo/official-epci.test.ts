import { expect, test } from 'vitest'
import { DEMO_COLLECTIVITES } from './index.ts'
import { officialEpci } from './official-epci.ts'

test('each collectivité of the demo bears its official name', () => {
  const names = DEMO_COLLECTIVITES.map(({ siren }) => officialEpci(siren))
  expect(names).toEqual([
    { siren: '200067924', nom: "CC du Canton d'Erstein", type: 'COMMUNAUTE_COMMUNES' },
    { siren: '200039204', nom: 'CC de Lacq-Orthez', type: 'COMMUNAUTE_COMMUNES' },
    { siren: '200069250', nom: 'CA Troyes Champagne Métropole', type: 'COMMUNAUTE_AGGLOMERATION' },
    { siren: '200030385', nom: 'CA de Blois «\u202fAgglopolys\u202f»', type: 'COMMUNAUTE_AGGLOMERATION' },
    { siren: '200068229', nom: 'CC des Baronnies en Drôme Provençale', type: 'COMMUNAUTE_COMMUNES' },
  ])
})

test('refuses a SIREN that the register does not know', () => {
  expect(() => officialEpci('000000000')).toThrow(/000000000/)
})
