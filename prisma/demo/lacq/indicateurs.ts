import type { DemoIndicateur } from '../demo-types.ts'

export const indicateurs: DemoIndicateur[] = [
  {
    nom: `Heures d’insertion dans les marchés`,
    unite: 'h',
    definition: `Heures réalisées par des personnes en insertion, d’après les bilans remis par les entreprises.`,
    valeurs: {
      2023: [null, '6420'],
      2024: [null, '8310'],
      2025: ['10000', '9745'],
      2026: ['12500', null],
      2028: ['18000', null],
    },
    fiches: [`Inscrire une clause d’insertion dans tout marché de travaux supérieur à 200 000 €`],
    axes: [`Objectif 1.1 – Généraliser les clauses d’insertion`],
  },
  {
    nom: `Part des achats confiés à des entreprises du bassin`,
    unite: '%',
    definition: `Montants mandatés à des entreprises dont le siège est dans les soixante communes.`,
    valeurs: { 2023: [null, '38.2'], 2024: [null, '39.6'], 2025: ['40', '41.3'], 2028: ['48', null] },
    axes: [`Objectif 1.2 – Ouvrir la commande aux petites entreprises du bassin`],
  },
  {
    nom: `Enrobés recyclés dans les chantiers de voirie`,
    unite: '%',
    definition: `Masse d’enrobés recyclés dans la masse posée.`,
    valeurs: { 2024: [null, '18'], 2025: ['25', '22.5', `Deux centrales sur trois équipées.`], 2026: ['30', null] },
    fiches: [`Exiger un bilan des déblais et des enrobés recyclés dans les marchés de voirie`],
  },
]
