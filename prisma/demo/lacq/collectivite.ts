import type { DemoCollectivite } from '../demo-types.ts'
import { indicateurs } from './indicateurs.ts'
import { crte } from './crte.ts'
import { pcaet } from './pcaet.ts'
import { projetDeTerritoire } from './projet-de-territoire.ts'
import { spaser } from './spaser.ts'
import { reperes } from './reperes.ts'

/** CC de Lacq-Orthez: many plans, each with its own structure; two agents fill the SPASER in together. */
export const lacq: DemoCollectivite = {
  siren: '200039204',
  services: [
    `Commande publique`,
    `Développement économique`,
    `Environnement et énergie`,
    `Solidarités et insertion`,
    `Aménagement et urbanisme`,
    `Culture et patrimoine`,
  ],
  personnes: [
    { nom: `Maylis Casaubon`, compte: 'admin.lacq', role: 'ADMIN', services: [] },
    { nom: `Bastien Laborde`, compte: 'editeur.lacq', role: 'EDITEUR', services: [`Commande publique`] },
    {
      nom: `Nadège Etcheto`,
      compte: 'contributeur.lacq',
      role: 'CONTRIBUTEUR',
      services: [`Solidarités et insertion`],
    },
    { nom: `Philippe Hourcade`, compte: 'lecteur.lacq', role: 'LECTEUR', services: [] },
    { nom: `Inès Carrère`, compte: 'ines.carrere', role: 'EDITEUR', services: [`Commande publique`] },
    { nom: `Damien Puyou`, compte: 'damien.puyou', role: 'CONTRIBUTEUR', services: [`Environnement et énergie`] },
  ],
  plans: [spaser, crte, pcaet, projetDeTerritoire],
  reperes,
  indicateurs,
}
