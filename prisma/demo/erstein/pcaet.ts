import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const pcaet: DemoPlan = {
  nom: `PCAET 2024-2030`,
  type: 'PCAET',
  description: texte`
    Le plan climat-air-énergie territorial fixe la trajectoire des vingt-huit communes jusqu’en 2030, entre le Ried, l’Ill et le Rhin.

    Il a été adopté après deux ateliers publics et une consultation des communes. Une **revue annuelle** se tient chaque automne devant la commission transition écologique.
  `,
  axes: [
    {
      nom: `Axe 1. Un habitat et des bâtiments sobres`,
      axes: [
        {
          nom: `1.1. Montrer l’exemple dans le patrimoine public`,
          fiches: [
            {
              cle: 'gymnases',
              titre: `Rénover les trois gymnases intercommunaux`,
              services: [`Bâtiments et patrimoine`],
              statut: 'EN_COURS',
              priorite: 'ELEVE',
              debut: '2025-01-06',
              fin: '2027-12-31',
              description: texte`
                Les gymnases d’Erstein, de Benfeld et de Rhinau représentent à eux trois **près d’un tiers** de la facture de chauffage de la communauté de communes. Construits entre 1974 et 1986, ils ont des façades peu isolées et des chaudières en fin de vie.

                Les travaux se font un site après l’autre, pendant l’été, pour que les clubs et les collèges gardent leurs créneaux :

                1. Benfeld : toiture, éclairage et ventilation ;
                2. Erstein : isolation par l’extérieur et raccordement à la chaufferie bois ;
                3. Rhinau : menuiseries et régulation.
              `,
              objectifs: texte`
                - Diviser par deux la consommation de chauffage de chaque site.
                - Supprimer le fioul à Rhinau avant l’hiver 2027.
                - Ramener la température de consigne à 16 °C sans plainte des usagers.
              `,
              moyens: texte`
                Une chargée d’opération à mi-temps, appuyée par l’économe de flux. Un bureau d’études thermique suit les trois chantiers.

                Des sondes de température sont posées dès la première année : elles serviront de point de comparaison.
              `,
              financements: texte`
                Coût prévisionnel : **2,4 M€ HT**.

                - Fonds vert : 600 000 €
                - Région Grand Est (Climaxion) : 280 000 €
                - Autofinancement : le reste, étalé sur trois exercices
              `,
            },
            {
              titre: `Suivre les consommations des bâtiments, mois par mois`,
              services: [`Bâtiments et patrimoine`, `Transition écologique`],
              statut: 'EN_COURS',
              priorite: 'MOYEN',
              debut: '2024-03-01',
              fin: '2030-12-31',
              description: texte`
                Quarante et un points de livraison sont suivis : gymnases, crèches, siège, piscine et stations de relevage. Les factures arrivaient jusqu’ici par la comptabilité, trop tard pour agir sur une dérive.

                Le relevé est désormais automatique pour l’électricité et le gaz. Une **alerte** part vers le gardien du site dès que la consommation dépasse de 20 % celle du même mois de l’année précédente, corrigée du climat.
              `,
              objectifs: texte`
                Détecter une fuite ou un oubli de programmation en moins de dix jours, et réduire de 15 % la consommation totale sans travaux.
              `,
              moyens: `L’économe de flux, partagé avec la communauté de communes voisine, deux jours par semaine.`,
            },
          ],
        },
        {
          nom: `1.2. Accompagner les habitants`,
          fiches: [
            {
              titre: `Ouvrir une permanence de conseil à la rénovation dans chaque bourg-centre`,
              services: [`Transition écologique`],
              statut: 'REALISE',
              priorite: 'ELEVE',
              debut: '2024-02-01',
              fin: '2025-06-30',
              description: texte`
                Un conseiller reçoit sans rendez-vous le mercredi à Erstein, le jeudi à Benfeld et un samedi sur deux à Rhinau. Les ménages viennent avec leurs factures et des photos de leur logement ; ils repartent avec une **première feuille de route**.

                Les maisons à colombages demandent une attention particulière : on y déconseille les isolants étanches à la vapeur d’eau. Une fiche pratique a été rédigée avec l’architecte-conseil.
              `,
              objectifs: texte`
                - 350 ménages reçus par an ;
                - un tiers d’entre eux engagent des travaux dans les dix-huit mois.
              `,
              moyens: `Un conseiller à temps plein, une salle prêtée par chaque mairie, un thermo-flash en prêt.`,
              financements: texte`
                Le poste est cofinancé par l’État et la Région dans le cadre du service public de la rénovation. Reste à charge annuel : **22 000 €**.
              `,
            },
          ],
        },
      ],
    },
    {
      nom: `Axe 2. Se déplacer autrement`,
      fiches: [
        {
          cle: 'gares',
          titre: `Relier les gares d’Erstein, Matzenheim et Benfeld par des itinéraires cyclables continus`,
          services: [`Mobilités et voirie`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2024-09-01',
          fin: '2028-06-30',
          description: texte`
            La ligne Strasbourg – Sélestat dessert le canton toutes les trente minutes aux heures de pointe, mais deux usagers sur trois rejoignent la gare en voiture, souvent pour moins de trois kilomètres.

            Le projet complète **11 km** de liaisons manquantes. Il comprend aussi des abris fermés et des arceaux sous l’auvent des gares.

            ## Points durs

            - La traversée de la RD 1083 à Matzenheim, où le Département étudie un plateau.
            - Le franchissement de l’Ill à Erstein : passerelle existante trop étroite.
          `,
          objectifs: texte`
            Faire passer de 9 % à 20 % la part des voyageurs qui viennent à vélo, et offrir 240 places de stationnement sûres en 2028.
          `,
          moyens: `Deux agents du service, une convention de maîtrise d’ouvrage avec le Département pour les tronçons hors agglomération.`,
          financements: texte`
            Le tronçon urbain d’Erstein est financé à 50 % par le fonds mobilités actives.

            Les abris sont portés par la Région au titre des pôles d’échanges.
          `,
        },
        {
          titre: `Créer quatre lignes de covoiturage spontané vers Strasbourg et le bord du Rhin`,
          services: [`Mobilités et voirie`],
          statut: 'A_DISCUTER',
          priorite: 'MOYEN',
          debut: '2027-01-01',
          fin: '2027-12-31',
          description: texte`
            Les villages du Ried sont mal desservis par le car. Des arrêts équipés d’un panneau lumineux permettraient de signaler sa destination aux automobilistes, **sans réservation**.

            La commission a demandé deux vérifications avant de trancher : le trafic réel aux heures creuses, et l’accord des communes sur l’emplacement des arrêts.
          `,
          objectifs: `Un temps d’attente inférieur à dix minutes entre 6 h 30 et 9 h sur chaque ligne.`,
        },
      ],
    },
    {
      nom: `Axe 3. Préserver l’eau et les milieux du Ried`,
      fiches: [
        {
          cle: 'nappe',
          titre: `Protéger la nappe avec les agriculteurs autour des captages`,
          services: [`Eau et assainissement`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2024-04-15',
          fin: '2030-12-31',
          description: texte`
            La nappe d’Alsace affleure dans le Ried : ce qui est épandu au printemps se retrouve vite dans l’eau brute. Deux captages dépassent régulièrement la moitié de la norme pour les métabolites de pesticides.

            > « On ne veut pas nous interdire, on veut nous aider à changer sans perdre d’argent » : la phrase d’un exploitant lors de la première réunion est restée le fil conducteur.

            L’action associe prairies, cultures à bas niveau d’intrants et aide au débouché pour le chanvre et le sarrasin.
          `,
          objectifs: texte`
            - 180 ha convertis en herbe ou en cultures à bas intrants.
            - **Aucun** dépassement de norme en 2030.
          `,
          moyens: `Une animatrice captages, les conseillers de la chambre d’agriculture, un comité de suivi de douze exploitants.`,
          financements: texte`
            Agence de l’eau Rhin-Meuse : 80 % du poste d’animation et paiements pour services environnementaux sur cinq ans.
          `,
        },
      ],
    },
  ],
}
