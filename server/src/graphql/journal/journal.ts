import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Prisma } from '@pupitre/prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import type { PageArguments } from '../connection/page-arguments.ts'
import { loadPage } from '../connection/sorted-list.ts'
import type { GraphqlContext } from '../context.ts'
import { FicheType } from '../fiche/fiche.ts'
import { IndicateurType } from '../indicateur/indicateur.ts'
import { PlanObject } from '../plan/plan.ts'
import { actePage } from './acte-page.ts'
import { JournalActeType } from './journal-acte.ts'
import { JournalEntryType } from './journal-entry.ts'
import { journalByAge } from './journal-list.ts'
import { type AskedJournal, JournalWhere, journalWithin } from './journal-where.ts'

const JournalConnection = builder.connectionObject(
  { type: JournalEntryType, name: 'JournalConnection', description: 'Une page du journal.' },
  { name: 'JournalEdge', description: 'Une ligne dans une page.' },
)

const JournalActeConnection = builder.connectionObject(
  { type: JournalActeType, name: 'JournalActeConnection', description: 'Une page d’actes.' },
  { name: 'JournalActeEdge', description: 'Un acte dans une page.' },
)

interface Asked {
  about: Prisma.JournalEntryWhereInput
  args: PageArguments & Pick<AskedJournal, 'where'>
  context: GraphqlContext
  info: GraphQLResolveInfo
}

function lignes({ about, args, context, info }: Asked) {
  const within = journalWithin({ about, where: args.where, viewer: context.viewer })
  return loadPage({ list: journalByAge, args, within }, (page) =>
    context.prisma.journalEntry.findMany({ ...queryFromInfo({ context, info, path: ['edges', 'node'] }), ...page }),
  )
}

function actes({ about, args, context, info }: Asked) {
  const within = journalWithin({ about, where: args.where, viewer: context.viewer })
  return actePage({ within, args, context, info })
}

const order = 'ce qui a été fait en dernier d’abord.'
const asked = 'Ce qui répond à toutes ces conditions.'

const ofFiche = (id: string) => ({ OR: [{ ficheId: id }, { autreFicheId: id }] })

builder.prismaObjectFields(FicheType, (t) => ({
  journal: t.connection(
    {
      type: JournalEntryType,
      description: `Ce qui a changé de la fiche et de ses listes, et que vous pouvez lire ; ${order} Ses textes : une ligne par personne, champ et séance d’écriture.`,
      args: { where: t.arg({ type: JournalWhere, description: asked }) },
      resolve: ({ id }, args, context, info) => lignes({ about: ofFiche(id), args, context, info }),
    },
    JournalConnection,
  ),
  actes: t.connection(
    {
      type: JournalActeType,
      description: `Le journal de la fiche, acte par acte ; ${order}`,
      args: { where: t.arg({ type: JournalWhere, description: asked }) },
      resolve: ({ id }, args, context, info) => actes({ about: ofFiche(id), args, context, info }),
    },
    JournalActeConnection,
  ),
}))

builder.prismaObjectFields(PlanObject, (t) => ({
  journal: t.connection(
    {
      type: JournalEntryType,
      description: `Ce qui a changé du plan, de ses axes et de ses places, et que vous pouvez lire ; ${order}`,
      args: { where: t.arg({ type: JournalWhere, description: asked }) },
      resolve: ({ id }, args, context, info) => lignes({ about: { planId: id }, args, context, info }),
    },
    JournalConnection,
  ),
  actes: t.connection(
    {
      type: JournalActeType,
      description: `Le journal du plan, acte par acte ; ${order}`,
      args: { where: t.arg({ type: JournalWhere, description: asked }) },
      resolve: ({ id }, args, context, info) => actes({ about: { planId: id }, args, context, info }),
    },
    JournalActeConnection,
  ),
}))

builder.prismaObjectField(IndicateurType, 'journal', (t) =>
  t.connection(
    {
      type: JournalEntryType,
      description: `Ce qui a changé de l’indicateur, de ses valeurs et de ses liens, et que vous pouvez lire ; ${order}`,
      args: { where: t.arg({ type: JournalWhere, description: asked }) },
      resolve: ({ id }, args, context, info) => lignes({ about: { indicateurId: id }, args, context, info }),
    },
    JournalConnection,
  ),
)

builder.prismaObjectFields(CollectiviteObject, (t) => ({
  journal: t.connection(
    {
      type: JournalEntryType,
      description: `Ce qui a changé dans la collectivité, et que vous pouvez lire ; ${order} Les admins lisent tout.`,
      args: { where: t.arg({ type: JournalWhere, description: asked }) },
      resolve: ({ id }, args, context, info) => lignes({ about: { collectiviteId: id }, args, context, info }),
    },
    JournalConnection,
  ),
  actes: t.connection(
    {
      type: JournalActeType,
      description: `Le journal de la collectivité, acte par acte ; ${order}`,
      args: { where: t.arg({ type: JournalWhere, description: asked }) },
      resolve: ({ id }, args, context, info) => actes({ about: { collectiviteId: id }, args, context, info }),
    },
    JournalActeConnection,
  ),
}))
