import type { ControlCommands } from '../control/control-route.ts'

/** What a command of the same machine may ask of this server. */
export function createControlCommands(): ControlCommands {
  return {
    // Says that the server of the control file is this one, and alive.
    ping: () => Promise.resolve(null),
  }
}
