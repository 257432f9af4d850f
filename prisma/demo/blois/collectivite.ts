import type { DemoCollectivite } from '../demo-types.ts'
import { indicateurs } from './indicateurs.ts'
import { pat } from './pat.ts'
import { pcaet } from './pcaet.ts'
import { plpdma } from './plpdma.ts'
import { projetDeTerritoire } from './projet-de-territoire.ts'
import { reperes } from './reperes.ts'

/** CA de Blois « Agglopolys »: more than fifty agents; each service updates its own fiches and contributes to the others'. */
export const blois: DemoCollectivite = {
  siren: '200030385',
  services: [
    `Direction du développement durable`,
    `Déchets et économie circulaire`,
    `Eau potable et assainissement`,
    `Mobilités et voirie`,
    `Habitat et rénovation`,
    `Restauration collective`,
    `Tourisme et patrimoine`,
    `Développement économique et emploi`,
    `Urbanisme et planification`,
    `Espaces verts et biodiversité`,
  ],
  personnes: [
    {
      nom: `Catherine Beaujouan`,
      compte: 'admin.blois',
      role: 'ADMIN',
      services: [`Direction du développement durable`],
    },
    {
      nom: `Julien Marchais`,
      compte: 'editeur.blois',
      role: 'EDITEUR',
      services: [`Direction du développement durable`],
    },
    { nom: `Leïla Amrani`, compte: 'contributeur.blois', role: 'CONTRIBUTEUR', services: [`Mobilités et voirie`] },
    { nom: `Dominique Sallé`, compte: 'lecteur.blois', role: 'LECTEUR', services: [] },
    {
      nom: `Quentin Hardouin`,
      compte: 'quentin.hardouin',
      role: 'CONTRIBUTEUR',
      services: [`Déchets et économie circulaire`],
    },
    {
      nom: `Marie-Noëlle Gitton`,
      compte: 'marie-noelle.gitton',
      role: 'CONTRIBUTEUR',
      services: [`Restauration collective`],
    },
    { nom: `Youssef Benali`, compte: 'youssef.benali', role: 'CONTRIBUTEUR', services: [`Habitat et rénovation`] },
    {
      nom: `Agathe Rousselet`,
      compte: 'agathe.rousselet',
      role: 'CONTRIBUTEUR',
      services: [`Espaces verts et biodiversité`, `Eau potable et assainissement`],
    },
    { nom: `Stéphane Bigot`, compte: 'stephane.bigot', role: 'EDITEUR', services: [`Urbanisme et planification`] },
  ],
  plans: [projetDeTerritoire, pcaet, pat, plpdma],
  reperes,
  indicateurs,
}
