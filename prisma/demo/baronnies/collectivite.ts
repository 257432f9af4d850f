import type { DemoCollectivite } from '../demo-types.ts'
import { indicateurs } from './indicateurs.ts'
import { pat } from './pat.ts'
import { planDeMobilite } from './plan-de-mobilite.ts'
import { projetDeTerritoire } from './projet-de-territoire.ts'
import { reperes } from './reperes.ts'

/** CC des Baronnies en Drôme Provençale: a careful roll-out, service by service. */
export const baronnies: DemoCollectivite = {
  siren: '200068229',
  services: [
    `Développement territorial`,
    `Environnement et déchets`,
    `Tourisme et agriculture`,
    `Services à la population`,
    `Services techniques`,
  ],
  personnes: [
    { nom: `Florence Arnoux`, compte: 'admin.baronnies', role: 'ADMIN', services: [`Développement territorial`] },
    { nom: `Sylvain Teyssier`, compte: 'editeur.baronnies', role: 'EDITEUR', services: [`Développement territorial`] },
    {
      nom: `Noémie Barral`,
      compte: 'contributeur.baronnies',
      role: 'CONTRIBUTEUR',
      services: [`Services à la population`],
    },
    { nom: `André Gleize`, compte: 'lecteur.baronnies', role: 'LECTEUR', services: [] },
    { nom: `Céline Aumage`, compte: 'celine.aumage', role: 'CONTRIBUTEUR', services: [`Tourisme et agriculture`] },
    {
      nom: `Rémi Chauvet`,
      compte: 'remi.chauvet',
      role: 'CONTRIBUTEUR',
      services: [`Environnement et déchets`, `Services techniques`],
    },
  ],
  plans: [projetDeTerritoire, pat, planDeMobilite],
  reperes,
  indicateurs,
}
