import { expect, it } from 'vitest'
import { urgencyOf } from './urgency.ts'

const TODAY = '2026-11-27'

it.each([
  ['is late the day after its échéance', { dateFin: '2026-11-26', statut: 'EN_COURS' }, 'late'],
  ['is due on its last day, not late', { dateFin: '2026-11-27', statut: 'EN_COURS' }, 'soon'],
  ['is due soon thirty days before', { dateFin: '2026-12-27', statut: 'EN_COURS' }, 'soon'],
  ['can wait the day before that', { dateFin: '2026-12-28', statut: 'EN_COURS' }, null],
  ['is to be started once its first day is there', { dateDebut: '2026-11-27', dateFin: '2027-12-31' }, 'toStart'],
  ['is not to be started the day before', { dateDebut: '2026-11-28', dateFin: '2027-12-31' }, null],
  ['is started when its statut says so', { dateDebut: '2026-01-01', dateFin: '2027-12-31', statut: 'BLOQUE' }, null],
  ['is to be started without an échéance', { dateDebut: '2026-01-01', statut: 'A_VENIR' }, 'toStart'],
  ['has no échéance', { statut: 'EN_COURS' }, 'undated'],
] as const)('%s', (_name, fiche, urgency) => {
  expect(urgencyOf(fiche, TODAY)).toBe(urgency)
})
