import type { PrismaClient } from '@pupitre/prisma'
import DataLoader from 'dataloader'
import { signedNotes } from '../../domain/rights/visible.ts'
import type { Viewer } from '../../domain/viewer.ts'

/** The name of who created a note, by its id, for those who are not of its collectivité; null when it is not known, or not told to them. */
export type NoteAuteursLoader = DataLoader<string, string | null>

export function noteAuteursLoader({
  prisma,
  viewer,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
}): NoteAuteursLoader {
  return new DataLoader(async (ids) => {
    const signed = await prisma.noteSuivi.findMany({
      where: { AND: [{ id: { in: [...ids] } }, signedNotes(viewer)] },
      select: { id: true, createdBy: { select: { name: true } } },
    })
    const names = new Map(signed.map(({ id, createdBy }) => [id, createdBy?.name]))
    return ids.map((id) => names.get(id) ?? null)
  })
}
