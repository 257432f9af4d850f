import type { PrismaClient } from '@pupitre/prisma'
import { z } from 'zod'
import { loadMemberships } from '../../auth/load-memberships.ts'
import { DomainError } from '../../domain/errors.ts'
import type { ChangeBus } from '../../bus/change-bus.ts'
import type { LiveText } from '../../domain/live-text.ts'
import type { PersonViewer } from '../../domain/viewer.ts'
import { importFile } from './import-file.ts'
import type { ImportOutcome } from './import-outcome.ts'
import { ImportRefusedError, refusedFile } from './import-refused.ts'

/** What `npm run import` asks for, beside the file's bytes. */
export const importOptionsSchema = z.object({
  siren: z.string(),
  /** E-mail address of the person in whose name the plan is created, with their rights. */
  as: z.string(),
  fileName: z.string(),
  nom: z.string().optional(),
})

export type ImportOptions = z.infer<typeof importOptionsSchema>

/**
 * Imports a file in the name of someone: by whoever holds the database, the server when one runs. Refusals are answers, in
 * French; only what is unexpected throws.
 */
export async function importByCommand(
  { prisma, liveText, bus }: { prisma: PrismaClient; liveText: LiveText; bus: ChangeBus },
  { options: { siren, as, fileName, nom }, bytes }: { options: ImportOptions; bytes: Uint8Array },
): Promise<ImportOutcome> {
  try {
    const viewer = await viewerOfEmail(prisma, as)
    const { otherSheets, ...report } = await importFile(
      { prisma, liveText, bus, viewer },
      { siren, fileName, bytes, nom: nom ?? null },
    )
    return { report: { ...report, otherSheets: [...otherSheets] } }
  } catch (error) {
    if (error instanceof ImportRefusedError) return { problems: [...error.problems] }
    if (error instanceof DomainError) return { problems: [{ row: null, column: null, message: error.message }] }
    throw error
  }
}

/** Someone's rights, without a session of theirs: whoever can type the command can read the whole database anyway. */
async function viewerOfEmail(prisma: PrismaClient, email: string): Promise<PersonViewer> {
  const user = await prisma.user.findUnique({ where: { email: email.trim().toLowerCase() } })
  if (!user) throw refusedFile(`Personne n’a l’adresse ${email} ici.`)
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    sessionId: '',
    memberships: await loadMemberships(prisma, user.id),
  }
}
