import { expect, it } from 'vitest'
import { readAddresses } from './read-addresses.ts'

it('reads addresses however they were copied, each once', () => {
  expect(readAddresses('awa.diallo@exemple.fr')).toEqual(['awa.diallo@exemple.fr'])
  expect(readAddresses('Awa Diallo <Awa.Diallo@exemple.fr>; "Jo" <jo@exemple.fr>,\n awa.diallo@exemple.fr.')).toEqual([
    'awa.diallo@exemple.fr',
    'jo@exemple.fr',
  ])
  expect(readAddresses('personne')).toEqual([])
})
