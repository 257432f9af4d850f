import type { Prisma } from '@pupitre/prisma'
import { mayInPlan, mayOnFiche } from '../../domain/rights/may.ts'
import { readableFils } from '../../domain/rights/readable.ts'
import { readerIdOf, type Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import type { PageArguments } from '../connection/page-arguments.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { FicheType } from '../fiche/fiche.ts'
import { NIL_UUID } from '../global-id.ts'
import { PlanObject } from '../plan/plan.ts'
import { EtatDeFilEnum } from './fil-enums.ts'
import { FilObject } from './fil.ts'
import { filsByActivity } from './fil-lists.ts'

const FilsWhere = builder.inputType('FilsWhere', {
  description: 'Quelles discussions ; celles qui vont avec tout ce qui est dit.',
  fields: (t) => ({
    etat: t.field({ type: EtatDeFilEnum, description: 'Ouvertes, ou résolues.' }),
    avecVous: t.boolean({ description: 'Vrai pour celles où vous avez écrit.' }),
    estPerdu: t.boolean({
      description: 'Vrai pour celles dont le passage n’est plus dans le texte, faux pour les autres.',
    }),
  }),
})

const FilConnection = builder.connectionObject(
  { type: FilObject, name: 'FilConnection', description: 'Une page de discussions.' },
  { name: 'FilEdge', description: 'Une discussion dans une page.' },
)

interface Where {
  etat?: 'OUVERT' | 'RESOLU' | null
  avecVous?: boolean | null
  estPerdu?: boolean | null
}

/** Which threads are listed: those that the viewer reads, and asks for. */
function within(viewer: Viewer | null, where: Where | null | undefined): Prisma.FilWhereInput[] {
  const asked: Prisma.FilWhereInput[] = [readableFils(viewer)]
  if (where?.etat) asked.push({ resoluAt: where.etat === 'OUVERT' ? null : { not: null } })
  if (where?.avecVous)
    asked.push({ commentaires: { some: { auteurId: readerIdOf(viewer) ?? NIL_UUID, supprimeAt: null } } })
  const perdu = { passage: { perdu: true } }
  if (where?.estPerdu != null) asked.push(where.estPerdu ? perdu : { NOT: perdu })
  return asked
}

function askedPage(viewer: Viewer | null, { where, ...args }: PageArguments & { where?: Where | null }) {
  return pageQuery({ list: filsByActivity, args, within: within(viewer, where) })
}

builder.prismaObjectField(FicheType, 'fils', (t) =>
  t.connection(
    {
      type: FilObject,
      description:
        'Les discussions de la fiche et de ses champs, la dernière active d’abord ; aucune pour qui ne la lit que parce qu’elle est publique.',
      args: { where: t.arg({ type: FilsWhere, description: 'Lesquelles ; toutes si rien n’est dit.' }) },
      select: (args, { viewer }, nestedSelection) => ({
        fils: wholeRows(nestedSelection(askedPage(viewer, args), ['edges', 'node'])),
      }),
      resolve: ({ fils }, args) => pageOf({ list: filsByActivity, args }, fils),
    },
    FilConnection,
  ),
)

builder.prismaObjectField(PlanObject, 'fils', (t) =>
  t.connection(
    {
      type: FilObject,
      description:
        'Les discussions du plan et de ses axes, la dernière active d’abord ; aucune pour qui ne le lit que parce qu’il est public.',
      args: { where: t.arg({ type: FilsWhere, description: 'Lesquelles ; toutes si rien n’est dit.' }) },
      select: (args, { viewer }, nestedSelection) => ({
        fils: wholeRows(nestedSelection(askedPage(viewer, args), ['edges', 'node'])),
      }),
      resolve: ({ fils }, args) => pageOf({ list: filsByActivity, args }, fils),
    },
    FilConnection,
  ),
)

builder.prismaObjectField(FicheType, 'viewerCanComment', (t) =>
  t.boolean({
    description: 'Vrai si vous pouvez discuter de cette fiche.',
    resolve: async ({ id }, _args, { viewer, loaders }) => {
      const target = await loaders.ficheTargets.load(id)
      return target !== null && mayOnFiche(viewer, 'commentFiche', target)
    },
  }),
)

builder.prismaObjectField(PlanObject, 'viewerCanComment', (t) =>
  t.boolean({
    description: 'Vrai si vous pouvez discuter de ce plan.',
    resolve: async ({ id }, _args, { viewer, loaders }) => {
      const target = await loaders.planTargets.load(id)
      return target !== null && mayInPlan(viewer, 'commentPlan', target)
    },
  }),
)
