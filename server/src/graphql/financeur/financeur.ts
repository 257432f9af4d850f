import { MAX_FINANCEURS_PER_LIGNE, MAX_LIGNES_FINANCEUR } from '../../domain/financeur/financeur-rules.ts'
import { visibleLignes } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { FicheType } from '../fiche/fiche.ts'
import { wellFormedUuid } from '../global-id.ts'
import { LabelType } from '../label/label.ts'

builder.prismaNode('LigneFinanceur', {
  description: 'Un ou plusieurs financeurs d’une fiche, et le montant qu’ils apportent ensemble.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleLignes(viewer)] }),
  fields: (t) => ({
    financeurs: t.field({
      type: [LabelType],
      description: `Les financeurs, ${MAX_FINANCEURS_PER_LIGNE} au plus, par nom.`,
      select: (_args, _context, nestedSelection) => ({
        financeurs: { orderBy: { label: { nom: 'asc' } }, select: { labelId: true, label: nestedSelection(true) } },
      }),
      resolve: ({ financeurs }) => financeurs.map(({ label }) => label),
    }),
    montantHt: t.expose('montantHt', {
      type: 'Decimal',
      nullable: true,
      description: 'Montant en euros hors taxes ; null s’il n’est pas connu.',
    }),
  }),
})

builder.prismaObjectField(FicheType, 'financeurs', (t) =>
  t.relation('lignesFinanceur', {
    description: `Qui paie, et combien, ${MAX_LIGNES_FINANCEUR} lignes au plus, la plus ancienne d’abord.`,
    query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  }),
)
