import type { DemoReperes } from '../demo-types.ts'

/** By the titre of the fiche. */
export const reperes: Record<string, DemoReperes> = {
  'Inscrire une clause d’insertion dans tout marché de travaux supérieur à 200 000 €': {
    pilotes: [`Bastien Laborde`, `Nadège Etcheto`],
    referents: [`Élisabeth Darrigrand, vice-présidente à la commande publique`],
    partenaires: [`PLIE du Béarn`, `Fédération du BTP 64`],
    instances: [`Comité SPASER`],
    tags: [`Insertion`],
    cibles: ['ACTEURS_ECONOMIQUES_SECONDAIRE', 'GRAND_PUBLIC'],
    effets: ['LIEN_SOCIAL'],
    sousThematiques: ['activites-economiques/emploi', 'solidarite-et-lien-social/cohesion-sociale-et-inclusion'],
    temps: 'PLUS_DE_DEUX_ANS',
    budgets: [
      ['PREVISIONNEL', 2026, '21000'],
      ['PREVISIONNEL', 2027, '21000'],
    ],
    financeurs: [[[`Fonds social européen`], '31500']],
    notes: [
      ['2026-10-02', `Au 30 septembre : **19 840 heures** réalisées, dont un tiers sur le chantier de la médiathèque.`],
    ],
    sousActions: [
      { titre: `Former les maîtres d’œuvre au calcul des heures`, statut: 'REALISE', fin: '2026-01-30' },
      { titre: `Publier le guide de la clause à l’usage des communes`, statut: 'EN_COURS', fin: '2027-02-26' },
    ],
  },
  'Équiper les toitures publiques en autoconsommation collective': {
    pilotes: [`Damien Puyou`],
    structures: [`TE 64`],
    cibles: ['COLLECTIVITE', 'AUTRES_COLLECTIVITES'],
    effets: ['ENERGIES_RENOUVELABLES', 'GAINS_ECONOMIQUES'],
    sousThematiques: ['energie-et-climat/developpement-des-energies-renouvelables'],
    temps: 'PLUS_DE_DEUX_ANS',
    budgets: [
      ['PREVISIONNEL', 2026, '890000'],
      ['REEL', 2025, '512400'],
    ],
  },
  'Faire circuler un bus des services publics dans les communes sans permanence': {
    pilotes: [`Nadège Etcheto`],
    partenaires: [`Caisse d’allocations familiales`, `France services`],
    cibles: ['GRAND_PUBLIC'],
    effets: ['LIEN_SOCIAL', 'LIMITATION_DEPLACEMENTS'],
    sousThematiques: ['solidarite-et-lien-social/acces-aux-services'],
    calendrier: `Trois tournées par semaine, hors vacances de Noël.`,
  },
}
