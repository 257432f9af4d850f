import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Writes beside the application the operations that it sends by their hash (codegen/registered-operations.mjs): the server reads them when it starts. */
export function registeredOperations(): Plugin {
  return {
    name: 'pupitre-registered-operations',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(new URL('src/gql/registered-operations.json', import.meta.url))
      this.emitFile({ type: 'asset', fileName: 'operations.json', source })
    },
  }
}
