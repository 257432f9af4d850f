import type { DemoCollectivite } from '../demo-types.ts'
import { indicateurs } from './indicateurs.ts'
import { contratLocalDeSante } from './contrat-local-de-sante.ts'
import { pat } from './pat.ts'
import { pcaet } from './pcaet.ts'
import { reperes } from './reperes.ts'

/** CA Troyes Champagne Métropole: an inter-service working group reviews the plans every two months. */
export const troyes: DemoCollectivite = {
  siren: '200069250',
  services: [
    `Direction de l’environnement`,
    `Mobilités`,
    `Habitat et cohésion sociale`,
    `Santé et prévention`,
    `Agriculture et alimentation`,
    `Eau et milieux aquatiques`,
    `Systèmes d’information`,
  ],
  personnes: [
    { nom: `Solène Guyot`, compte: 'admin.troyes', role: 'ADMIN', services: [`Direction de l’environnement`] },
    { nom: `Romain Vautrin`, compte: 'editeur.troyes', role: 'EDITEUR', services: [`Direction de l’environnement`] },
    { nom: `Fatou Diarra`, compte: 'contributeur.troyes', role: 'CONTRIBUTEUR', services: [`Santé et prévention`] },
    { nom: `Gérard Millot`, compte: 'lecteur.troyes', role: 'LECTEUR', services: [] },
    { nom: `Élodie Prieur`, compte: 'elodie.prieur', role: 'CONTRIBUTEUR', services: [`Agriculture et alimentation`] },
    {
      nom: `Thibault Renaud`,
      compte: 'thibault.renaud',
      role: 'CONTRIBUTEUR',
      services: [`Mobilités`, `Systèmes d’information`],
    },
  ],
  plans: [pcaet, pat, contratLocalDeSante],
  reperes,
  indicateurs,
}
