import type { PrismaClient } from '@pupitre/prisma'
import type { ControlCommands } from '../control/control-route.ts'
import type { ChangeBus } from '../bus/change-bus.ts'
import type { LiveText } from '../domain/live-text.ts'
import { importByCommand, importOptionsSchema } from '../exchange/import/import-by-command.ts'

/** What a command of the same machine may ask of this server. */
export function createControlCommands({
  prisma,
  liveText,
  bus,
}: {
  prisma: PrismaClient
  liveText: LiveText
  bus: ChangeBus
}): ControlCommands {
  return {
    // Says that the server of the control file is this one, and alive.
    ping: () => Promise.resolve(null),
    import: ({ options, body }) =>
      importByCommand({ prisma, liveText, bus }, { options: importOptionsSchema.parse(options), bytes: body }),
  }
}
