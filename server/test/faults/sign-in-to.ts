import { createFactories } from '../factories.ts'
import { signInAt } from '../processes/open-servers.ts'
import type { Stage } from './scene.ts'

/** The session cookie, at the server of `url`, of a new éditeur of the collectivité that holds this fiche. */
export async function signInTo(
  ficheId: string,
  { prisma, url }: { prisma: Stage['prisma']; url: string },
): Promise<string> {
  const { collectivite } = await prisma.fiche.findUniqueOrThrow({
    where: { id: ficheId },
    include: { collectivite: true },
  })
  const { user } = await createFactories(prisma).membre({ collectivite })
  return signInAt(url, user)
}
