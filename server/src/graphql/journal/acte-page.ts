import { queryFromInfo } from '@pothos/plugin-prisma'
import type { JournalEntry, Prisma } from '@pupitre/prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { objetOf } from '../../domain/journal/journalised.ts'
import type { PageArguments } from '../connection/page-arguments.ts'
import { instantKey, nullableUuidKey, uuidKey } from '../connection/sort-key.ts'
import { pageOf, pageQuery, type SortedList } from '../connection/sorted-list.ts'
import type { GraphqlContext } from '../context.ts'
import { type JournalActe, MAX_LIGNES } from './journal-acte.ts'

type Where = Prisma.JournalEntryWhereInput
type OrderBy = Pick<Prisma.JournalEntryOrderByWithAggregationInput, 'at' | 'acte' | 'userId' | 'apiKeyId'>
type Group = Pick<JournalEntry, 'acte' | 'at' | 'userId' | 'apiKeyId' | 'origine'> & { _count: { _all: number } }

/** The last done first. An act of several people, as a writing session, is one for each. */
const actesByAge: SortedList<Group, Where, OrderBy> = {
  name: 'ACTES AT desc',
  keys: [
    {
      key: instantKey({ read: ({ at }) => at, where: (at) => ({ at }), orderBy: (at) => ({ at }) }),
      direction: 'desc',
    },
    {
      key: uuidKey({ read: ({ acte }) => acte, where: (acte) => ({ acte }), orderBy: (acte) => ({ acte }) }),
      direction: 'desc',
    },
    {
      key: nullableUuidKey({
        read: ({ userId }) => userId,
        where: (userId) => ({ userId }),
        orderBy: (userId) => ({ userId }),
      }),
      direction: 'desc',
    },
    {
      key: nullableUuidKey({
        read: ({ apiKeyId }) => apiKeyId,
        where: (apiKeyId) => ({ apiKeyId }),
        orderBy: (apiKeyId) => ({ apiKeyId }),
      }),
      direction: 'desc',
    },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}

interface Asked {
  /** Which lines the acts are made of: what the viewer may read of them, and what they ask. */
  within: Where[]
  args: PageArguments
  context: GraphqlContext
  info: GraphQLResolveInfo
}

/** A page of acts: as many statements whatever its size. */
export async function actePage({ within, args, context, info }: Asked) {
  const { prisma } = context
  const groups = await prisma.journalEntry.groupBy({
    by: ['at', 'acte', 'userId', 'apiKeyId', 'origine'],
    _count: { _all: true },
    ...pageQuery({ list: actesByAge, args, within }),
  })
  const page = pageOf({ list: actesByAge, args }, groups)
  const shown = page.edges.map(({ node }) => node)
  const parts = { within, context, info }
  const [noms, resumes, lignes] = await Promise.all([
    nomsOf(context, shown),
    resumesOf(parts, shown),
    lignesOf(
      parts,
      shown.filter(({ _count }) => _count._all <= MAX_LIGNES),
    ),
  ])
  const acteOf = (group: Group): JournalActe => ({
    acte: group.acte,
    at: group.at,
    userId: group.userId,
    apiKeyId: group.apiKeyId,
    origine: group.origine,
    auteur: noms.get(authorOf(group)) ?? null,
    nombre: group._count._all,
    resume: resumes.get(keyOf(group)) ?? [],
    lignes: lignes.get(keyOf(group)) ?? [],
  })
  return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: acteOf(node), cursor })) }
}

const authorOf = ({ userId, apiKeyId }: Pick<Group, 'userId' | 'apiKeyId'>) => userId ?? apiKeyId ?? ''
const keyOf = (group: Pick<Group, 'acte' | 'userId' | 'apiKeyId'>) => `${group.acte} ${authorOf(group)}`

async function nomsOf({ prisma }: GraphqlContext, groups: readonly Group[]): Promise<Map<string, string>> {
  const ids = [...new Set(groups.flatMap(({ userId }) => userId ?? []))]
  const keyIds = [...new Set(groups.flatMap(({ apiKeyId }) => apiKeyId ?? []))]
  const [users, keys] = await Promise.all([
    prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    prisma.apiKey.findMany({ where: { id: { in: keyIds } }, select: { id: true, nom: true } }),
  ])
  return new Map([
    ...users.map(({ id, name }) => [id, name] as const),
    ...keys.map(({ id, nom }) => [id, nom] as const),
  ])
}

interface Parts {
  within: Where[]
  context: GraphqlContext
  info: GraphQLResolveInfo
}

const among = (groups: readonly Group[]) => ({ acte: { in: groups.map(({ acte }) => acte) } })

async function resumesOf({ within, context }: Parts, groups: readonly Group[]) {
  const counted = await context.prisma.journalEntry.groupBy({
    by: ['acte', 'userId', 'apiKeyId', 'relation', 'operation'],
    where: { AND: [...within, among(groups)] },
    _count: { _all: true },
    orderBy: [{ _count: { rang: 'desc' } }, { relation: 'asc' }, { operation: 'asc' }],
  })
  const resume = counted.map(({ relation, operation, _count, ...group }) => ({
    key: keyOf(group),
    line: { objet: objetOf(relation), operation, nombre: _count._all },
  }))
  return new Map([...Map.groupBy(resume, ({ key }) => key)].map(([key, lines]) => [key, lines.map(({ line }) => line)]))
}

async function lignesOf({ within, context, info }: Parts, groups: readonly Group[]) {
  const lignes: JournalEntry[] = await context.prisma.journalEntry.findMany({
    ...queryFromInfo({ context, info, path: ['edges', 'node', 'lignes'] }),
    where: { AND: [...within, among(groups)] },
    orderBy: [{ acte: 'asc' }, { rang: 'asc' }],
  })
  return Map.groupBy(lignes, keyOf)
}
