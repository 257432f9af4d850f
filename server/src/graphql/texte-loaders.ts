import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import type { Viewer } from '../domain/viewer.ts'
import { publishedTextes } from './published-textes.ts'

/** One live text of one fiche or plan. */
export interface TexteKey {
  ownerId: string
  field: string
}

/** A live text as last projected: at most two seconds behind what people type. */
export interface Texte {
  plain: string
  markdown: string
}

export type TexteLoader = DataLoader<TexteKey, Texte, string>

const EMPTY: Texte = { plain: '', markdown: '' }

type Row = Texte & TexteKey

interface Reading {
  prisma: PrismaClient
  viewer: Viewer | null
}

/** Loads the texts of fiches that the viewer may read: only the fields that are asked for, in one query. */
export function ficheTexteLoader(reading: Reading): TexteLoader {
  const { prisma } = reading
  return texteLoader(async ({ ownerIds, fields }) => {
    const rows = await prisma.ficheText.findMany({ where: { ficheId: { in: ownerIds }, field: { in: fields } } })
    return publishedTextes(
      { ...reading, kind: 'fiche' },
      rows.map(({ ficheId, ...texte }) => ({ ...texte, ownerId: ficheId })),
    )
  })
}

/** Loads the texts of plans that the viewer may read, likewise. */
export function planTexteLoader(reading: Reading): TexteLoader {
  const { prisma } = reading
  return texteLoader(async ({ ownerIds, fields }) => {
    const rows = await prisma.planText.findMany({ where: { planId: { in: ownerIds }, field: { in: fields } } })
    return publishedTextes(
      { ...reading, kind: 'plan' },
      rows.map(({ planId, ...texte }) => ({ ...texte, ownerId: planId })),
    )
  })
}

function texteLoader(load: (asked: { ownerIds: string[]; fields: string[] }) => Promise<Row[]>): TexteLoader {
  return new DataLoader<TexteKey, Texte, string>(
    async (keys) => {
      const rows = await load({
        ownerIds: [...new Set(keys.map(({ ownerId }) => ownerId))],
        fields: [...new Set(keys.map(({ field }) => field))],
      })
      const byKey = new Map(rows.map((row) => [cacheKey(row), row]))
      return keys.map((key) => byKey.get(cacheKey(key)) ?? EMPTY)
    },
    { cacheKeyFn: cacheKey },
  )
}

function cacheKey({ ownerId, field }: TexteKey): string {
  return `${ownerId}/${field}`
}
