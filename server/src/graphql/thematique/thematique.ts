import { builder } from '../builder.ts'

/** Reference data, the same for everyone: no rights, and names that never change between releases. */
export const ThematiqueType = builder.prismaObject('Thematique', {
  description: 'Une thématique de l’action publique locale, la même partout.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code stable. Exemple : energie-et-climat.' }),
    nom: t.exposeString('nom', { description: 'Nom. Exemple : Énergie et climat.' }),
    sousThematiques: t.relation('sousThematiques', {
      description: 'Ses sous-thématiques, 20 au plus, par nom.',
      query: { orderBy: { nom: 'asc' } },
    }),
  }),
})

export const SousThematiqueType = builder.prismaObject('SousThematique', {
  description: 'Une sous-thématique.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code stable, qui commence par celui de sa thématique.' }),
    nom: t.exposeString('nom', { description: 'Nom.' }),
    thematiqueCode: t.exposeString('thematiqueCode', { description: 'Code de sa thématique.' }),
  }),
})

builder.queryField('thematiques', (t) =>
  t.prismaField({
    type: [ThematiqueType],
    description: 'Les onze thématiques, par nom.',
    resolve: (query, _root, _args, { prisma }) => prisma.thematique.findMany({ ...query, orderBy: { nom: 'asc' } }),
  }),
)
