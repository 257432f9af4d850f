import { builder } from '../builder.ts'

export const PassageInput = builder.inputType('PassageInput', {
  description: 'Un passage d’un texte écrit à plusieurs.',
  fields: (t) => ({
    texte: t.string({ required: true, description: 'Le champ du document. Exemple : description, ou note:<uuid>.' }),
    caracteres: t.string({
      required: true,
      description: 'Les caractères choisis, tels que docs/anchors-spec.md les écrit, en base64.',
    }),
  }),
})

export const PassageObject = builder.prismaObject('Passage', {
  description: 'Le passage dont parle une discussion.',
  fields: (t) => ({
    texte: t.exposeString('texte', { description: 'Le champ du document. Exemple : description, ou note:<uuid>.' }),
    caracteres: t.string({
      description: 'Ses caractères, tels que docs/anchors-spec.md les écrit, en base64.',
      resolve: ({ caracteres }) => Buffer.from(caracteres).toString('base64'),
    }),
    citation: t.exposeString('citation', { description: 'Ce qu’il disait quand la discussion y a été mise.' }),
    estPerdu: t.exposeBoolean('perdu', { description: 'Vrai quand il ne reste rien de ses caractères.' }),
  }),
})
