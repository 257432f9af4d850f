import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const contratLocalDeSante: DemoPlan = {
  nom: `Contrat local de santé 2025-2029`,
  type: 'CONTRAT_LOCAL_SANTE',
  description: `Signé avec l’agence régionale de santé, le centre hospitalier et la caisse d’assurance maladie. Le suivi détaillé contient des informations **internes aux partenaires**.`,
  axes: [
    {
      nom: `Axe stratégique I. Accès aux soins`,
      axes: [
        {
          nom: `I.1 Accueillir de nouveaux soignants`,
          fiches: [
            {
              titre: `Accueillir les internes en médecine : logement, transport, parrainage`,
              services: [`Santé et prévention`],
              statut: 'EN_COURS',
              priorite: 'ELEVE',
              debut: '2025-05-02',
              fin: '2029-11-01',
              description: texte`
                Un interne sur six reste là où il a passé un semestre heureux. Trois maisons meublées, à Troyes, Lusigny-sur-Barse et Bouilly, accueillent quatorze internes par semestre ; un **parrain hors du milieu médical** leur fait découvrir le territoire.

                Chaque arrivée est préparée avec les maîtres de stage deux mois avant.
              `,
              objectifs: texte`
                - Taux d’occupation supérieur à 85 %.
                - Cinq installations de généralistes issues du dispositif en quatre ans.
              `,
              moyens: `Une coordinatrice, le bailleur social, un réseau de vingt parrains.`,
              financements: `Loyers couverts par l’agglomération : 52 000 € par an. ARS : 20 000 € pour la coordination.`,
            },
          ],
        },
        {
          nom: `I.2 Aller vers`,
          fiches: [
            {
              titre: `Organiser des dépistages dans les quartiers prioritaires`,
              services: [`Santé et prévention`, `Habitat et cohésion sociale`],
              statut: 'EN_COURS',
              priorite: 'MOYEN',
              debut: '2025-10-01',
              fin: '2028-12-31',
              description: texte`
                Au pied des tours, les jours de marché, une équipe propose en vingt minutes : tension, glycémie, vue, et remise du **test colorectal**. Les résultats sont expliqués sur place ; un rendez-vous est pris si besoin avec une maison de santé.

                Trois habitantes relais, formées et indemnisées, préviennent leurs voisins la veille.
              `,
              objectifs: `1 200 personnes vues par an, dont la moitié sans médecin traitant.`,
              moyens: `Deux infirmières, un véhicule prêté par l’Assurance maladie, des interprètes par téléphone.`,
              financements: `Fonds d’intervention régional et contrat de ville, à parts égales : 38 000 € par an.`,
            },
          ],
        },
      ],
    },
    {
      nom: `Axe stratégique II. Un environnement favorable`,
      fiches: [
        {
          titre: `Former les équipes des crèches à la qualité de l’air intérieur`,
          services: [`Santé et prévention`, `Direction de l’environnement`],
          statut: 'A_VENIR',
          priorite: 'MOYEN',
          debut: '2027-01-11',
          fin: '2027-12-17',
          description: texte`
            Aérer, choisir ses produits d’entretien, ranger les peintures hors des salles : des gestes simples, à condition que toute l’équipe les partage. La formation dure une journée et se fait **dans la crèche**, capteur de CO₂ à la main.

            Elle est ouverte aux assistantes maternelles volontaires.
          `,
          objectifs: `Trente structures formées et un protocole d’aération affiché dans chaque salle.`,
          moyens: `Une conseillère en environnement intérieur.`,
        },
        { reprise: 'cantines' },
      ],
    },
    {
      nom: `Axe stratégique III. Santé mentale`,
      fiches: [
        {
          titre: `Créer une cellule de veille sur la souffrance psychique des jeunes`,
          services: [`Santé et prévention`],
          statut: 'BLOQUE',
          priorite: 'ELEVE',
          debut: '2026-01-12',
          fin: '2028-12-31',
          description: texte`
            Collèges, mission locale, maison des adolescents et clubs sportifs repèrent chacun des situations sans savoir à qui les confier. La cellule se réunirait tous les quinze jours, **sur des situations anonymisées**, pour trouver un premier rendez-vous en moins de dix jours.

            Le blocage est juridique : la convention de partage d’informations doit être revue par les ordres professionnels.
          `,
          objectifs: texte`
            - Une réponse sous dix jours pour chaque situation.
            - Quarante professionnels formés au repérage.
          `,
          moyens: `Une psychologue coordinatrice à mi-temps ; une salle neutre, hors des institutions.`,
          financements: `48 000 € par an demandés à l’ARS.`,
        },
      ],
    },
  ],
}
