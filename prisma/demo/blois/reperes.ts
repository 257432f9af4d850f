import type { DemoReperes } from '../demo-types.ts'

/** By the titre of the fiche. */
export const reperes: Record<string, DemoReperes> = {
  'Sécuriser la traversée de la Loire à vélo': {
    pilotes: [`Leïla Amrani`],
    referents: [`Yann Bourseau, vice-président aux mobilités`],
    partenaires: [`Conseil départemental de Loir-et-Cher`, `Vélo 41`],
    cibles: ['GRAND_PUBLIC', 'PUBLIC_SCOLAIRE'],
    effets: ['REDUCTION_TAUX_MOTORISATION', 'CADRE_DE_VIE'],
    sousThematiques: ['mobilite-et-transport/modes-actifs-velo-marche-et-amenagements-associes'],
    temps: 'PLUS_DE_DEUX_ANS',
    budgets: [
      ['PREVISIONNEL', 2026, '640000'],
      ['PREVISIONNEL', 2027, '1200000'],
    ],
    sousActions: [
      { titre: `Poser la signalisation provisoire du pont Mitterrand`, statut: 'REALISE', fin: '2026-05-29' },
      { titre: `Élargir l’encorbellement aval`, statut: 'EN_COURS', fin: '2027-09-30' },
    ],
  },
  'Guichet unique de la rénovation de l’habitat': {
    pilotes: [`Youssef Benali`],
    partenaires: [`ADIL 41`, `Soliha Loir-et-Cher`],
    tags: [`Habitat`],
    cibles: ['GRAND_PUBLIC'],
    effets: ['REDUCTION_CONSOMMATIONS_ENERGETIQUES', 'LIEN_SOCIAL'],
    sousThematiques: [
      'urbanisme-logement-amenagement-batiments/logement-et-habitat',
      'energie-et-climat/renovation-energetique',
    ],
    financeurs: [[[`Agence nationale de l’habitat`], '118000']],
    notes: [
      [
        '2026-11-05',
        `Cap des 900 ménages reçus passé en octobre ; le délai de rendez-vous remonte à **dix-sept jours**.`,
      ],
    ],
  },
  'Chasser les fuites du réseau d’eau potable': {
    pilotes: [`Agathe Rousselet`],
    partenaires: [`Agence de l’eau Loire-Bretagne`],
    cibles: ['COLLECTIVITE'],
    effets: ['LIMITATION_SECHERESSE', 'GAINS_ECONOMIQUES'],
    sousThematiques: ['eau-milieux-aquatiques-et-assainissement/eau-potable'],
    budgets: [['PREVISIONNEL', 2026, '470000']],
  },
}
