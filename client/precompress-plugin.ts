import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this, a compressed file saves no packet. */
const MIN_BYTES = 1024

const TEXTS = /\.(?:css|html|js|json|svg)$/

const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

/** Writes each file of text of the application compressed beside it, as small as can be, for the server to send as it is. */
export function precompress(): Plugin {
  return {
    name: 'pupitre-precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.values(bundle).map(({ fileName }) => fileName)
      await Promise.all(names.filter((name) => TEXTS.test(name)).map((name) => compressBeside(join(dir, name))))
    },
  }
}

async function compressBeside(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < MIN_BYTES) return
  const [br, gz] = await Promise.all([inBrotli(content), inGzip(content, { level: 9 })])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
}
