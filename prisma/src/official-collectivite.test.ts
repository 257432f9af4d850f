import { expect, it } from 'vitest'
import { officialCollectivite } from './official-collectivite.ts'

it.each([
  ['200068229', 'CC des Baronnies en Drôme Provençale', 'COMMUNAUTE_COMMUNES', 'Europe/Paris'],
  ['247400690', 'CC du Genevois', 'COMMUNAUTE_COMMUNES', 'Europe/Paris'],
  ['249740119', 'CA Intercommunale du Nord de la Réunion (CINOR)', 'COMMUNAUTE_AGGLOMERATION', 'Indian/Reunion'],
  ['210100012', "L'Abergement-Clémenciat", 'COMMUNE', 'Europe/Paris'],
  ['200057867', 'Plaine Commune', 'AUTRE', 'Europe/Paris'],
])('knows %s as %s', (siren, nom, type, timeZone) => {
  expect(officialCollectivite(siren)).toEqual({ siren, nom, type, timeZone })
})

it('knows nothing of a SIREN that is not in the register', () => {
  expect(officialCollectivite('123456789')).toBeNull()
})
