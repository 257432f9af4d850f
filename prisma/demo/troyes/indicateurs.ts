import type { DemoIndicateur } from '../demo-types.ts'

export const indicateurs: DemoIndicateur[] = [
  {
    nom: `Voyages en bus par habitant et par an`,
    unite: '',
    definition: `Validations du réseau rapportées à la population du ressort territorial.`,
    valeurs: {
      2019: [null, '81'],
      2021: [null, '58'],
      2023: ['78', '76.4'],
      2024: ['82', '80.9'],
      2025: ['86', '85.2'],
      2029: ['105', null],
    },
    fiches: [`Passer la ligne 1 du réseau de bus à un haut niveau de service`],
    axes: [`Chantier 1 : des mobilités moins dépendantes de la voiture`],
  },
  {
    nom: `Arbres plantés depuis le début du plan`,
    unite: 'arbres',
    definition: `Cumul au 31 mars, arbres morts remplacés non comptés.`,
    valeurs: { 2024: ['800', '912'], 2025: ['2000', '1874'], 2026: ['3400', '3120'], 2029: ['6000', null] },
    fiches: [`Planter six mille arbres dans les quartiers les plus chauds`],
  },
]
