import type { PrismaClient } from '@pupitre/prisma'
import { DEMO_EMAIL_DOMAIN } from '@pupitre/prisma/demo'

/** Whether this address is one of the demonstration's, whose password is public. */
export function isDemoAddress(email: string): boolean {
  return email.trim().toLowerCase().endsWith(`@${DEMO_EMAIL_DOMAIN}`)
}

/** Signs out whoever came in by a demonstration account while the demonstration was on. */
export async function endDemoSessions(prisma: PrismaClient): Promise<void> {
  await prisma.session.deleteMany({ where: { user: { email: { endsWith: `@${DEMO_EMAIL_DOMAIN}` } } } })
}
