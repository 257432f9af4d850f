import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const pat: DemoPlan = {
  nom: `Projet alimentaire territorial`,
  type: 'AGRICULTURE_ALIMENTATION',
  isPublic: true,
  description: `Labellisé en niveau 2, le projet relie la plaine céréalière, le maraîchage de la vallée de la Seine et **les 3 millions de repas** servis chaque année par la restauration collective.`,
  axes: [
    {
      nom: `Cap 1 : Produire ici`,
      fiches: [
        {
          titre: `Installer huit maraîchers sur des terres publiques`,
          services: [`Agriculture et alimentation`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2024-01-15',
          fin: '2028-12-31',
          description: texte`
            L’agglomération possède 64 ha de terres en fermage précaire. Quatre îlots, irrigables et proches d’une route, sont réservés à l’installation. Chaque candidat passe d’abord deux saisons en **espace test** à Saint-Julien-les-Villas.

            La Safer assure le portage ; le bail rural environnemental est la règle.
          `,
          objectifs: texte`
            - Huit installations viables, c’est-à-dire un revenu égal au SMIC au bout de quatre ans.
            - 30 ha certifiés en agriculture biologique.
          `,
          moyens: `Une chargée de mission foncier, une ferme tutrice par candidat, un fonds de matériel partagé.`,
          financements: `Forages et serres : 410 000 €, dont 55 % de la Région et de l’Union européenne.`,
        },
        {
          titre: `Relancer une filière de lentilles et de pois chiches`,
          services: [`Agriculture et alimentation`],
          statut: 'EN_PAUSE',
          priorite: 'MOYEN',
          debut: '2024-09-01',
          fin: '2027-08-31',
          description: texte`
            Les rotations de la Champagne crayeuse se prêtent aux légumineuses, et les cantines en demandent. Manquait un trieur : la coopérative a investi, puis la récolte 2025 a été **perdue aux trois quarts** à cause des pluies de juillet.

            L’action reprendra avec des variétés plus précoces et une assurance récolte négociée en commun.
          `,
          objectifs: `120 tonnes par an contractualisées à prix garanti.`,
          moyens: `La coopérative, douze agriculteurs, le lycée agricole pour les essais variétaux.`,
        },
      ],
    },
    {
      nom: `Cap 2 : Bien manger partout`,
      axes: [
        {
          nom: `Restauration collective`,
          fiches: [
            {
              cle: 'cantines',
              titre: `Peser les restes et réduire le gaspillage dans les cantines`,
              services: [`Agriculture et alimentation`],
              statut: 'EN_COURS',
              priorite: 'MOYEN',
              debut: '2025-09-01',
              fin: '2027-07-06',
              description: texte`
                Chaque école pèse ses restes deux semaines par an, au retour des plateaux. La première campagne a donné **118 grammes par enfant**, avec de forts écarts d’un jour à l’autre.

                Trois leviers sont essayés, un par groupe d’écoles :

                - la petite et la grande faim, annoncées au moment du service ;
                - le pain en fin de ligne ;
                - un temps de repas allongé de dix minutes.
              `,
              objectifs: `Passer sous 80 grammes par enfant et réaffecter l’économie à des produits locaux.`,
              moyens: `Une diététicienne, des balances dans 44 offices, les animateurs du midi formés en une demi-journée.`,
              financements: `Équipement : 7 200 €. Économie attendue : 60 000 € par an sur les denrées.`,
            },
          ],
        },
        {
          nom: `Accès pour tous`,
          fiches: [
            {
              titre: `Tester une caisse commune de l’alimentation avec cent foyers`,
              services: [`Habitat et cohésion sociale`, `Agriculture et alimentation`],
              statut: 'A_VENIR',
              priorite: 'BAS',
              debut: '2027-02-01',
              fin: '2028-01-31',
              description: texte`
                Chaque foyer cotise selon ses moyens, de 10 à 150 € par mois, et reçoit la **même somme** à dépenser dans une quinzaine de lieux choisis par les participants eux-mêmes.

                Un comité citoyen tiré au sort conventionne les épiceries et rend compte deux fois par an.
              `,
              objectifs: `Comprendre ce que change un budget dédié : fréquence d’achat de produits frais, santé déclarée, lien social.`,
              moyens: `Un poste d’animation associatif et une équipe de recherche de l’université de Reims pour l’évaluation.`,
              financements: texte`
                Équilibre de la caisse : 65 % cotisations, 35 % subventions (agglomération, fondation, mutuelle).
              `,
            },
          ],
        },
      ],
    },
  ],
}
