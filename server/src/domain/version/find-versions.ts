import type { DocumentRef } from '@pupitre/document'
import type { Prisma } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { type DocumentJudgement, judgeDocument } from '../rights/judge-document.ts'
import type { Viewer } from '../viewer.ts'
import { decodeVersion, type VersionContent } from './version-content.ts'

type Db = Pick<Prisma.TransactionClient, 'liveDocument' | 'documentVersion' | '$queryRaw'>

interface Asking {
  prisma: Db
  viewer: Viewer | null
}

const SUMMARY = {
  id: true,
  seq: true,
  authorIds: true,
  added: true,
  removed: true,
  startedAt: true,
  endedAt: true,
} as const

/** A version without its text. */
export type VersionSummary = Prisma.DocumentVersionGetPayload<{ select: typeof SUMMARY }>

export type Version = VersionSummary & { content: VersionContent }

/**
 * The versions of a document, the last first. Who may read the document may read them; the public, who reads what a plan says
 * and not how it came, may not.
 * @throws NotFoundError
 */
export async function listVersions(asking: Asking, ref: DocumentRef): Promise<VersionSummary[]> {
  const { documentId } = await demandReadable(asking, ref)
  return asking.prisma.documentVersion.findMany({ where: { documentId }, select: SUMMARY, orderBy: { seq: 'desc' } })
}

/**
 * One version of a document, whole.
 * @throws NotFoundError when the document may not be read, and for a version that is another document's as for none
 */
export async function readVersion(
  asking: Asking,
  { ref, versionId }: { ref: DocumentRef; versionId: string },
): Promise<{ version: Version; access: DocumentJudgement['access'] }> {
  const { documentId, access } = await demandReadable(asking, ref)
  const found = await asking.prisma.documentVersion.findFirst({
    where: { id: versionId, documentId },
    select: { ...SUMMARY, content: true },
  })
  if (!found) throw new NotFoundError('VERSION')
  return { version: { ...found, content: await decodeVersion(found.content) }, access }
}

async function demandReadable({ prisma, viewer }: Asking, ref: DocumentRef): Promise<DocumentJudgement> {
  const judgement = viewer && (await judgeDocument({ prisma, viewer, ref }))
  if (!judgement) throw new NotFoundError(ref.kind === 'fiche' ? 'FICHE' : 'PLAN')
  return judgement
}
