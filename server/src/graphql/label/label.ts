import { readableLabels } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { wellFormedUuid } from '../global-id.ts'

export const LabelType = builder.prismaNode('Label', {
  description:
    'Un mot propre à une collectivité : financeur, structure, partenaire, instance de gouvernance ou étiquette.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableLabels(viewer)] }),
  fields: (t) => ({
    nom: t.exposeString('nom', { description: 'Le mot. Exemple : Agence de l’eau.' }),
  }),
})

export const LabelConnection = builder.connectionObject(
  { type: LabelType, name: 'LabelConnection', description: 'Une page de libellés.' },
  { name: 'LabelEdge', description: 'Un libellé dans une page.' },
)
