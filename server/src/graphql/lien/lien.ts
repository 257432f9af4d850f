import { visibleLiens } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { LienTypeEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'

export const LienObject = builder.prismaNode('Lien', {
  description: 'Un lien entre deux fiches de n’importe quels plans, vu des deux bouts.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleLiens(viewer)] }),
  fields: (t) => ({
    type: t.expose('type', { type: LienTypeEnum, description: 'Ce que le lien dit.' }),
    fiche: t.relation('fiche', {
      description: 'La fiche qui contribue ou qui dépend ; l’un des deux bouts quand le lien n’a pas de sens.',
    }),
    autre: t.relation('autre', { description: 'L’autre bout.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Création du lien.' }),
  }),
})
