import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const crte: DemoPlan = {
  nom: `CRTE du bassin de Lacq et d’Orthez`,
  type: 'CRTE',
  description: `Contrat signé avec l’État pour la durée du mandat. Il rassemble les projets d’investissement prêts à être financés, revus **chaque printemps** en comité de pilotage avec le sous-préfet.`,
  axes: [
    {
      nom: `Ambition A : réussir la mutation industrielle`,
      fiches: [
        {
          cle: 'friche',
          titre: `Requalifier la friche de l’ancienne usine à Noguères`,
          services: [`Développement économique`, `Aménagement et urbanisme`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2023-09-01',
          fin: '2029-06-30',
          description: texte`
            Quarante hectares desservis par le fer et par des réseaux de vapeur attendent une deuxième vie. Le diagnostic de sol est terminé : la partie nord peut accueillir des ateliers dès maintenant, la partie sud demande une **dépollution par venting** de dix-huit mois.

            Le plan d’aménagement garde une frange de dix mètres boisée du côté du gave.
          `,
          objectifs: texte`
            - Accueillir trois projets liés à la chimie biosourcée ou au recyclage.
            - 250 emplois en 2030.
            - Ne consommer aucune terre agricole nouvelle.
          `,
          moyens: `Une cheffe de projet, un groupement d’études sols et aménagement, la plateforme industrielle voisine pour les utilités.`,
          financements: texte`
            - Fonds friches : **3,1 M€**
            - Région Nouvelle-Aquitaine : 1,2 M€
            - Vente des lots, estimée à 4 M€ sur huit ans
          `,
        },
        {
          titre: `Récupérer la chaleur industrielle pour chauffer Mourenx`,
          services: [`Environnement et énergie`],
          statut: 'BLOQUE',
          priorite: 'ELEVE',
          debut: '2024-10-01',
          fin: '2028-09-30',
          description: texte`
            La chaleur perdue d’un atelier suffirait à couvrir 70 % des besoins de la ville nouvelle, construite dans les années 1950 avec un chauffage collectif encore en place.

            **Point de blocage** : l’exploitant ne peut s’engager que sur huit ans, alors que le réseau s’amortit sur vingt. Une clause de chaleur de secours est en discussion avec l’assureur.
          `,
          objectifs: `Raccorder 2 100 logements et la piscine ; baisser la facture moyenne de 15 %.`,
          moyens: `Études de faisabilité achevées ; négociation menée par la direction générale.`,
          financements: `Investissement de 9,8 M€ HT, éligible au fonds chaleur à hauteur de 45 %.`,
        },
      ],
    },
    {
      nom: `Ambition B : des centres-bourgs où l’on vit bien`,
      axes: [
        {
          nom: `B1. Logement et commerces`,
          fiches: [
            {
              titre: `Remettre sur le marché les logements vides au-dessus des commerces d’Orthez`,
              services: [`Aménagement et urbanisme`],
              statut: 'EN_COURS',
              priorite: 'MOYEN',
              debut: '2025-04-01',
              fin: '2028-03-31',
              description: texte`
                Cent quarante logements sont vacants depuis plus de deux ans, souvent parce que l’escalier a été supprimé au profit de la vitrine. L’opération finance la **création d’accès indépendants** et accompagne les indivisions.

                Le porte-à-porte mené au printemps a permis de joindre 88 propriétaires ; 31 souhaitent avancer.
              `,
              objectifs: `Soixante logements occupés en trois ans, dont quinze à loyer conventionné.`,
              moyens: `Un opérateur OPAH, un architecte du patrimoine deux jours par mois.`,
              financements: `Anah et communauté de communes : jusqu’à 12 000 € par logement, prime de sortie de vacance comprise.`,
            },
            {
              titre: `Aménager la halle d’Arthez-de-Béarn en marché couvert et salle de répétition`,
              services: [`Culture et patrimoine`],
              statut: 'A_DISCUTER',
              priorite: 'BAS',
              description: texte`
                La halle est vide cinq jours par semaine. L’idée est d’y garder le marché du samedi et d’équiper le reste pour les deux écoles de musique et les compagnies en résidence.

                Questions ouvertes :

                - isolation acoustique compatible avec la charpente ?
                - qui assure l’ouverture le soir ?
                - tarif pour les associations hors territoire ?
              `,
            },
          ],
        },
      ],
    },
  ],
}
