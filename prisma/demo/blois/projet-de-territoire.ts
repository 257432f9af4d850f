import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const projetDeTerritoire: DemoPlan = {
  nom: `Projet de territoire 2040`,
  type: 'PROJET_DE_TERRITOIRE',
  description: texte`
    Le cap commun des quarante-trois communes, entre Loire, Beauce et Sologne viticole.

    Chaque direction met à jour **ses fiches** au fil de l’eau ; le comité de direction les parcourt en mars et en octobre.
  `,
  axes: [
    {
      nom: `Pilier 1. Une agglomération reliée`,
      axes: [
        {
          nom: `Mouvement 1.1 – Vélo et marche`,
          fiches: [
            {
              cle: 'pont',
              titre: `Sécuriser la traversée de la Loire à vélo`,
              services: [`Mobilités et voirie`],
              statut: 'EN_COURS',
              priorite: 'ELEVE',
              debut: '2024-04-01',
              fin: '2027-10-31',
              description: texte`
                Deux ponts seulement franchissent la Loire dans Blois. Sur le pont Jacques-Gabriel, ouvrage classé, les cyclistes partagent une chaussée pavée avec **11 000 véhicules par jour**.

                ## Scénario retenu

                - Une file motorisée en moins du nord vers le sud.
                - Une piste bidirectionnelle côté aval, sans toucher aux parapets.
                - Un itinéraire de délestage par le pont François-Mitterrand, jalonné.

                L’architecte des bâtiments de France a donné un avis favorable avec réserves sur la teinte des séparateurs.
              `,
              objectifs: texte`
                - Tripler le nombre de traversées à vélo, de 900 à 2 700 par jour.
                - Aucun accident corporel la première année.
              `,
              moyens: `Un chef de projet, deux compteurs permanents, une phase d’essai de six mois avec du mobilier démontable.`,
              financements: texte`
                Montant : **1,15 M€ HT**. Fonds mobilités actives pour 40 %, Région Centre-Val de Loire pour 20 %.
              `,
            },
            {
              titre: `Apprendre à rouler à tous les élèves de CM2`,
              services: [`Mobilités et voirie`],
              statut: 'EN_COURS',
              priorite: 'MOYEN',
              debut: '2025-09-08',
              fin: '2029-07-06',
              description: texte`
                Le programme « savoir rouler » se déroule en trois blocs : savoir pédaler, circuler en cour, circuler en ville. Un enfant sur cinq arrive **sans vélo en état** ; l’atelier associatif en répare trente par trimestre pour les prêter.

                Les écoles rurales sont groupées par deux afin de partager l’encadrement.
              `,
              objectifs: `1 150 élèves par an, cent pour cent des écoles publiques en 2028.`,
              moyens: `Quatre éducateurs sportifs, six intervenants vacataires, une remorque de quinze vélos.`,
              financements: `Coût de 41 € par élève, cofinancé par le programme Génération vélo jusqu’à son terme.`,
            },
          ],
        },
        {
          nom: `Mouvement 1.2 – Transports collectifs`,
          fiches: [
            {
              titre: `Proposer un transport à la demande le soir et le dimanche`,
              services: [`Mobilités et voirie`],
              statut: 'A_DISCUTER',
              priorite: 'BAS',
              debut: '2027-09-01',
              description: texte`
                Après 20 heures, seules quatre communes ont encore un bus. Les jeunes en apprentissage et les aides à domicile sont les premiers concernés.

                L’étude compare un service sur réservation et une **aide au covoiturage**. Elle doit préciser la fréquentation plancher en dessous de laquelle le service s’arrêterait.
              `,
              objectifs: `Donner une solution de retour jusqu’à 23 heures dans un rayon de quinze kilomètres.`,
            },
          ],
        },
      ],
    },
    {
      nom: `Pilier 2. Une agglomération hospitalière`,
      fiches: [
        {
          titre: `Faire de l’étape cycliste un séjour : trois jours autour des châteaux`,
          services: [`Tourisme et patrimoine`],
          statut: 'EN_COURS',
          priorite: 'MOYEN',
          debut: '2025-03-01',
          fin: '2028-10-31',
          description: texte`
            Les voyageurs de La Loire à vélo restent en moyenne **une nuit et demie**. Avec des boucles vers Cheverny, Chaumont et la forêt de Russy, une consigne à bagages et des repas tardifs, beaucoup prolongeraient.

            Un groupe de vingt hébergeurs s’est engagé sur une charte : local fermé, outillage, lessive en deux heures.
          `,
          objectifs: `Passer à 2,3 nuits par séjour et étaler la fréquentation sur avril et octobre.`,
          moyens: `L’office de tourisme, une régie de boucles locales balisées par les communes.`,
          financements: `Balisage : 64 000 €. Consigne en gare : convention en cours avec l’exploitant.`,
        },
        {
          cle: 'renovation',
          titre: `Guichet unique de la rénovation de l’habitat`,
          services: [`Habitat et rénovation`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2023-01-02',
          fin: '2028-12-31',
          description: texte`
            Un seul numéro, une seule adresse : conseil technique, aides, visite du logement et suivi de chantier. Le guichet reçoit **environ 190 appels par semaine** ; il traite aussi les signalements de logement indigne.

            - Permanences à Blois, Vineuil et Veuzain-sur-Loire
            - Visites à domicile pour les ménages modestes
            - Réunions d’information en copropriété
          `,
          objectifs: texte`
            1. 900 logements rénovés par an, dont 250 de façon performante.
            2. Un délai de premier rendez-vous inférieur à trois semaines.
          `,
          moyens: `Cinq conseillers, une juriste partagée avec l’ADIL, un outil de suivi des dossiers.`,
          financements: `Pacte territorial France Rénov’ : 50 %. Le reste est partagé entre l’agglomération et le Département.`,
        },
      ],
    },
    {
      nom: `Pilier 3. Une agglomération qui entreprend`,
      fiches: [
        {
          titre: `Réserver un tiers des zones d’activités à la densification`,
          services: [`Développement économique et emploi`, `Urbanisme et planification`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2025-06-01',
          fin: '2030-12-31',
          description: texte`
            Le zéro artificialisation nette oblige à construire la ville économique **sur elle-même**. L’inventaire a compté 71 ha de parkings, de délaissés et de bâtiments d’un seul niveau dans nos onze zones.

            Une convention type permet à deux entreprises voisines de mutualiser stationnement et cour de manœuvre, et de libérer une parcelle.
          `,
          objectifs: `Accueillir 60 % des implantations à l’intérieur des zones existantes.`,
          moyens: `Une développeuse foncière, un droit de préemption renforcé, l’établissement public foncier régional.`,
          financements: `Fonds d’intervention foncière doté de 1,8 M€ pour cinq ans.`,
        },
        { reprise: 'ressourcerie' },
      ],
    },
  ],
}
