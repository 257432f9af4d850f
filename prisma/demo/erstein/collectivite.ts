import type { DemoCollectivite } from '../demo-types.ts'
import { indicateurs } from './indicateurs.ts'
import { cot } from './cot.ts'
import { pcaet } from './pcaet.ts'
import { reperes } from './reperes.ts'

/** CC du Canton d'Erstein: one person fills in every plan, and hopes that colleagues take over. */
export const erstein: DemoCollectivite = {
  siren: '200067924',
  services: [
    `Transition écologique`,
    `Eau et assainissement`,
    `Bâtiments et patrimoine`,
    `Mobilités et voirie`,
    `Petite enfance et jeunesse`,
  ],
  personnes: [
    { nom: `Hélène Wurtz`, compte: 'admin.erstein', role: 'ADMIN', services: [`Transition écologique`] },
    { nom: `Mathieu Kempf`, compte: 'editeur.erstein', role: 'EDITEUR', services: [`Transition écologique`] },
    {
      nom: `Sabine Oster`,
      compte: 'contributeur.erstein',
      role: 'CONTRIBUTEUR',
      services: [`Bâtiments et patrimoine`],
    },
    { nom: `Jean-Luc Frey`, compte: 'lecteur.erstein', role: 'LECTEUR', services: [] },
    { nom: `Amandine Roesch`, compte: 'amandine.roesch', role: 'CONTRIBUTEUR', services: [`Eau et assainissement`] },
    { nom: `Karim Belhadj`, compte: 'karim.belhadj', role: 'CONTRIBUTEUR', services: [`Mobilités et voirie`] },
  ],
  plans: [pcaet, cot],
  reperes,
  indicateurs,
}
