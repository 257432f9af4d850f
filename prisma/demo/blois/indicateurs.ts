import type { DemoIndicateur } from '../demo-types.ts'

export const indicateurs: DemoIndicateur[] = [
  {
    nom: `Logements rénovés avec l’aide du guichet`,
    unite: 'logements',
    definition: `Dossiers soldés dans l’année, maisons et appartements.`,
    valeurs: {
      2022: [null, '214'],
      2023: [null, '268'],
      2024: ['300', '311'],
      2025: ['360', '342'],
      2029: ['600', null],
    },
    fiches: [`Accompagner la rénovation énergétique des logements`],
    axes: [`Action structurante A1 : l’habitat`],
  },
  {
    nom: `Rendement du réseau d’eau potable`,
    unite: '%',
    definition: `Volumes consommés rapportés aux volumes mis en distribution.`,
    valeurs: {
      2021: [null, '82.6'],
      2022: [null, '83.1'],
      2023: [null, '84.4'],
      2024: ['85', '85.3'],
      2025: ['86', '86.1'],
      2029: ['90', null],
    },
    fiches: [`Chasser les fuites du réseau d’eau potable`],
  },
  {
    nom: `Déchets ménagers et assimilés`,
    unite: 'kg/hab.',
    definition: `Ordures ménagères, tri et déchèteries, gravats compris.`,
    valeurs: {
      2019: [null, '562'],
      2021: [null, '574'],
      2023: [null, '548'],
      2024: ['540', '541.5'],
      2030: ['480', null],
    },
    axes: [`Thème 1 – Le réemploi`, `Thème 2 – Les biodéchets`],
  },
]
