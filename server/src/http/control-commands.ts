import type { PrismaClient } from '@pupitre/prisma'
import type { ControlCommands } from '../control/control-route.ts'
import type { LiveText } from '../domain/live-text.ts'
import { importByCommand, importOptionsSchema } from '../exchange/import/import-by-command.ts'

/** What a command of the same machine may ask of this server. */
export function createControlCommands({
  prisma,
  liveText,
}: {
  prisma: PrismaClient
  liveText: LiveText
}): ControlCommands {
  return {
    // Says that the server of the control file is this one, and alive.
    ping: () => Promise.resolve(null),
    import: ({ options, body }) =>
      importByCommand({ prisma, liveText }, { options: importOptionsSchema.parse(options), bytes: body }),
  }
}
