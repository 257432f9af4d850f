import type { DemoPlan } from '../demo-types.ts'
import { texte } from '../texte.ts'

export const plpdma: DemoPlan = {
  nom: `PLPDMA 2025-2030`,
  type: 'ECONOMIE_CIRCULAIRE',
  isPublic: true,
  description: `Programme local de prévention des déchets ménagers et assimilés. Une cible : **430 kg par habitant** en 2030, contre 512 en 2023.`,
  axes: [
    {
      nom: `Thème 1 – Le réemploi`,
      fiches: [
        {
          cle: 'ressourcerie',
          titre: `Ouvrir une ressourcerie dans l’ancienne chocolaterie`,
          services: [`Déchets et économie circulaire`, `Développement économique et emploi`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2024-10-01',
          fin: '2027-04-30',
          description: texte`
            Le bâtiment, vide depuis trente ans, offre 1 800 m² à dix minutes à pied du centre. On y trouvera une boutique, des ateliers de réparation, une **bibliothèque d’objets** et la recyclerie sportive.

            Le collectif d’associations a signé le bail ; le désamiantage est terminé, le clos et couvert commence.
          `,
          objectifs: texte`
            - 650 tonnes collectées la troisième année.
            - 26 emplois, dont 18 en parcours d’insertion.
          `,
          moyens: `L’agglomération propriétaire, une régie associative, cinquante bénévoles inscrits.`,
          financements: `Travaux : 3,3 M€ HT. Fonds vert, ADEME et Département couvrent 61 %.`,
        },
      ],
    },
    {
      nom: `Thème 2 – Les biodéchets`,
      fiches: [
        {
          titre: `Offrir une solution de compostage à moins de 150 mètres de chaque foyer`,
          services: [`Déchets et économie circulaire`],
          statut: 'EN_COURS',
          priorite: 'ELEVE',
          debut: '2024-01-01',
          fin: '2027-12-31',
          description: texte`
            Trois réponses selon le tissu : composteur individuel à tarif aidé en pavillonnaire, aire partagée au pied des immeubles, **point d’apport** à badge dans l’hypercentre.

            Les aires fonctionnent quand deux voisins s’en occupent. Un réseau de référents, équipé et convié à deux veillées par an, compte aujourd’hui 147 personnes.
          `,
          objectifs: `Retirer 60 kg par habitant et par an des ordures ménagères.`,
          moyens: `Trois maîtres-composteurs, du broyat fourni par les espaces verts.`,
          financements: `1,4 M€ sur quatre ans, dont 420 000 € de l’ADEME.`,
        },
      ],
    },
    {
      nom: `Thème 3 – L’exemplarité`,
      fiches: [
        { reprise: 'vegetal' },
        {
          titre: `Organiser des manifestations sans jetable sur le port de la Creusille`,
          services: [`Déchets et économie circulaire`, `Tourisme et patrimoine`],
          statut: 'REALISE',
          priorite: 'BAS',
          debut: '2025-05-15',
          fin: '2026-09-20',
          description: texte`
            Gobelets consignés, vaisselle lavable et fontaines : le prêt de matériel est gratuit, la **caution** ne l’est pas. Une laveuse mobile tourne pendant les grands week-ends.

            Après deux saisons, les organisateurs citent le gain de temps au démontage avant l’économie de sacs.
          `,
          objectifs: `Trente événements équipés par an et 80 % de déchets en moins sur le site.`,
          moyens: `Un local de stockage, un agent d’avril à septembre.`,
          financements: `Laveuse : 46 000 € HT, amortie sur sept ans.`,
        },
      ],
    },
  ],
}
