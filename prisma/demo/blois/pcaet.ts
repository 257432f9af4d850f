import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const pcaet: DemoPlan = {
  nom: `Plan climat-air-énergie territorial 2024-2029`,
  type: 'PCAET',
  description: `Objectif d’ensemble : **– 38 % de gaz à effet de serre en 2030** par rapport à 2012. Les fiches d’autres plans y figurent quand elles concourent à la trajectoire.`,
  axes: [
    {
      nom: `Axe A. Rénover et chauffer autrement`,
      axes: [
        {
          nom: `Action structurante A1 : l’habitat`,
          fiches: [
            {
              titre: `Accompagner la rénovation énergétique des logements`,
              services: [`Habitat et rénovation`, `Direction du développement durable`],
              statut: 'EN_COURS',
              priorite: 'ELEVE',
              debut: '2024-01-01',
              fin: '2029-12-31',
              description: texte`
                La fiche décrit la contribution de la rénovation à la trajectoire du plan climat : volumes, gains, étiquettes de départ et d’arrivée. L’accueil du public relève du **guichet unique**, suivi dans le projet de territoire.

                Trois cibles se distinguent : les maisons d’avant 1948 en tuffeau, les pavillons des années 1970 chauffés à l’électricité et les copropriétés des quartiers nord.
              `,
              objectifs: `Éviter 9 400 tonnes équivalent CO₂ par an à l’horizon 2030.`,
              moyens: `Suivi annuel par la direction du développement durable, à partir des dossiers soldés.`,
            },
            { reprise: 'renovation' },
          ],
        },
        {
          nom: `Action structurante A2 : les réseaux de chaleur`,
          fiches: [
            {
              titre: `Étendre le réseau de chaleur des quartiers nord vers l’hôpital`,
              services: [`Direction du développement durable`],
              statut: 'A_VENIR',
              priorite: 'ELEVE',
              debut: '2027-03-01',
              fin: '2029-10-15',
              description: texte`
                L’usine d’incinération et la chaufferie bois alimentent déjà 6 800 équivalents-logements. L’extension de **4,2 km** dessert le centre hospitalier, deux lycées et une résidence étudiante.

                Le passage sous la voie ferrée est le poste le plus incertain ; un forage dirigé est à l’étude.
              `,
              objectifs: texte`
                - 24 GWh supplémentaires livrés par an.
                - Un taux d’énergie renouvelable et de récupération maintenu au-dessus de 80 %.
              `,
              moyens: `Le délégataire, un assistant technique et juridique, une coordination hebdomadaire des travaux avec la voirie.`,
              financements: `Fonds chaleur demandé : 3,4 M€ sur 8,1 M€ HT.`,
            },
          ],
        },
      ],
    },
    {
      nom: `Axe B. Se déplacer sans émettre`,
      fiches: [{ reprise: 'pont' }],
    },
    {
      nom: `Axe C. S’adapter`,
      axes: [
        {
          nom: `Action structurante C1 : l’eau`,
          fiches: [
            {
              titre: `Chasser les fuites du réseau d’eau potable`,
              services: [`Eau potable et assainissement`],
              statut: 'EN_COURS',
              priorite: 'ELEVE',
              debut: '2024-07-01',
              fin: '2028-06-30',
              description: texte`
                Le rendement du réseau est de 79 %, avec des secteurs ruraux sous **65 %**. L’équipe combine trois approches :

                - des débitmètres qui découpent le réseau en quarante-huit secteurs ;
                - une écoute acoustique nocturne, à poste fixe dans l’hypercentre ;
                - le renouvellement ciblé de 9 km de fonte grise par an.

                L’été 2025 a confirmé la méthode : la fuite de Cellettes, 140 m³ par jour, a été localisée en quatre heures.
              `,
              objectifs: `Atteindre 87 % de rendement et renoncer au forage de secours envisagé en forêt.`,
              moyens: `Deux chercheurs de fuites, un technicien données, des marchés à bons de commande.`,
              financements: `Programme de 2,6 M€ HT par an, dont 700 000 € de l’agence de l’eau Loire-Bretagne.`,
            },
          ],
        },
        {
          nom: `Action structurante C2 : la nature en ville`,
          fiches: [
            {
              titre: `Désimperméabiliser les cours d’école et les ouvrir l’été`,
              services: [`Espaces verts et biodiversité`, `Urbanisme et planification`],
              statut: 'REALISE',
              priorite: 'MOYEN',
              debut: '2023-07-10',
              fin: '2026-08-28',
              description: texte`
                Quatorze cours ont été refaites en quatre étés. Les dalles de béton concassées sur place forment aujourd’hui des **jardins secs** ; les eaux de toiture ne vont plus à l’égout.

                Sept d’entre elles ouvrent aux habitants du quartier en juillet et en août, de 17 heures à 21 heures, avec une médiation assurée par les centres sociaux.
              `,
              objectifs: `Gagner 3 °C de température ressentie et infiltrer les pluies courantes à la parcelle.`,
              moyens: `Les jardiniers de la ville pour la plantation, deux entreprises d’insertion pour la dépose.`,
              financements: `1,9 M€ HT au total, aidés à 58 % par l’agence de l’eau et le Fonds vert.`,
            },
            {
              titre: `Éteindre l’éclairage public au cœur de la nuit`,
              services: [`Espaces verts et biodiversité`],
              statut: 'EN_COURS',
              priorite: 'BAS',
              debut: '2022-10-15',
              fin: '2027-12-31',
              description: texte`
                Trente-six communes éteignent entre 23 h 30 et 5 h 30. Les relevés de chauves-souris montrent un retour du **petit rhinolophe** le long du Cosson.

                Restent les traversées de bourg départementales et les abords de la gare, où une baisse d’intensité est préférée à l’extinction.
              `,
              objectifs: `Une trame noire continue de la forêt de Blois à la vallée de la Cisse.`,
              moyens: `Horloges astronomiques dans chaque armoire ; comptages confiés à une association naturaliste.`,
            },
          ],
        },
      ],
    },
  ],
}
