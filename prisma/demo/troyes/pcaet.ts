import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const pcaet: DemoPlan = {
  nom: `PCAET 2023-2029`,
  type: 'PCAET',
  description: texte`
    Cinq chantiers, quatre-vingt-une communes. Le groupe de travail inter-services examine chaque fiche **une fois par an au moins**, et les fiches prioritaires tous les deux mois.
  `,
  axes: [
    {
      nom: `Chantier 1 : des mobilités moins dépendantes de la voiture`,
      fiches: [
        {
          cle: 'bus',
          titre: `Passer la ligne 1 du réseau de bus à un haut niveau de service`,
          services: [`Mobilités`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2024-02-01',
          fin: '2028-08-31',
          description: texte`
            La ligne 1 transporte un voyageur sur quatre du réseau, mais sa vitesse commerciale est tombée à **13,8 km/h**. Le projet associe couloirs réservés, priorité aux feux et montée par toutes les portes.

            ## Étapes

            1. Carrefours à feux : douze équipés sur vingt et un.
            2. Couloirs sur les boulevards du Bouchon de Champagne.
            3. Stations accessibles, avec information en temps réel.

            ### Vigilance

            Les commerçants demandent le maintien des livraisons avant 10 heures ; un plan par tronçon leur est soumis.
          `,
          objectifs: `Gagner sept minutes de bout en bout et 20 % de voyageurs.`,
          moyens: `Une équipe projet de trois agents, le délégataire, une concertation par tronçon avec les riverains.`,
          financements: texte`
            Opération de **14,2 M€ HT**, dont 3 M€ de l’appel à projets national et 1,5 M€ du FEDER.
          `,
        },
        {
          titre: `Prêter des vélos à assistance électrique aux salariés des zones d’activités`,
          services: [`Mobilités`],
          statut: 'REALISE',
          priorite: 'MOYEN',
          debut: '2023-09-15',
          fin: '2025-09-15',
          description: texte`
            Soixante vélos ont été prêtés deux mois chacun, avec casque, antivol et remise en selle. Les entreprises du parc du Grand Troyes et de Torvilliers ont tenu le planning ; l’atelier d’insertion a assuré l’entretien.

            **Bilan** : 412 emprunteurs, dont 38 % ont ensuite acheté un vélo. Les autres citent d’abord l’absence d’itinéraire éclairé.
          `,
          objectifs: `Quatre cents salariés à l’essai en deux ans ; un tiers de conversion durable.`,
          financements: `Achat des vélos : 118 000 € HT, aidé à moitié par les certificats d’économies d’énergie.`,
        },
      ],
    },
    {
      nom: `Chantier 2 : rafraîchir la ville`,
      axes: [
        {
          nom: `2.a Arbres et sols`,
          fiches: [
            {
              titre: `Planter six mille arbres dans les quartiers les plus chauds`,
              services: [`Direction de l’environnement`],
              statut: 'EN_COURS',
              priorite: 'ELEVE',
              debut: '2023-11-25',
              fin: '2029-03-31',
              description: texte`
                La carte des températures de surface, tirée de trois images satellite d’août, désigne quatre secteurs : Chartreux, Jules-Guesde, la gare et Montier-la-Celle. On y plante d’abord, et d’abord **du côté de l’ombre de l’après-midi**.

                Le choix des essences s’appuie sur le retour de l’été 2022 : micocoulier, érable champêtre et chêne chevelu ont tenu ; le bouleau a souffert.
              `,
              objectifs: texte`
                - 1 000 sujets par hiver.
                - Un taux de reprise de 92 % à trois ans.
              `,
              moyens: `Marché de fourniture pluriannuel, deux équipes de plantation, arrosage par tournées pendant trois étés.`,
              financements: `Environ 320 € par arbre, fosse et garantie comprises. Fonds vert : 30 %.`,
            },
          ],
        },
        {
          nom: `2.b Eau en ville`,
          fiches: [
            {
              titre: `Rouvrir le ru Cordé sur 600 mètres`,
              services: [`Eau et milieux aquatiques`],
              statut: 'A_DISCUTER',
              priorite: 'MOYEN',
              debut: '2028-01-01',
              fin: '2029-12-31',
              description: texte`
                Troyes s’est bâtie sur les bras de la Seine, dont plusieurs sont busés depuis les années 1960. Rouvrir celui-ci donnerait un lieu frais et une expansion de crue, au prix de **quarante places de stationnement**.

                Le groupe de travail souhaite entendre les riverains avant d’engager les sondages géotechniques.
              `,
              objectifs: `Stocker 2 000 m³ supplémentaires lors d’une crue décennale et recréer une berge accessible.`,
            },
          ],
        },
      ],
    },
    {
      nom: `Chantier 3 : des entreprises sobres`,
      fiches: [
        {
          titre: `Animer un club énergie des industriels du textile et de la mécanique`,
          services: [`Direction de l’environnement`],
          statut: 'EN_COURS',
          priorite: 'BAS',
          debut: '2025-01-20',
          description: texte`
            Onze entreprises se retrouvent chaque trimestre dans l’atelier de l’une d’elles. L’ordre du jour tient en deux questions : *qu’avez-vous essayé ?* et *qu’est-ce que cela a donné ?*

            Les sujets déjà traités : air comprimé, récupération sur teinture, isolation des réseaux de vapeur.
          `,
          objectifs: `Une action d’économie engagée par entreprise et par an ; 6 GWh économisés en cumulé fin 2028.`,
          moyens: `L’animatrice de la chambre de commerce et d’industrie, vingt jours par an.`,
          financements: `Cotisation de 300 € par entreprise.`,
        },
      ],
    },
  ],
}
