import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareDataDir } from './data-dir.ts'

describe('the data folder', () => {
  let parent: string

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'pupitre-data-dir-'))
  })
  afterEach(() => rm(parent, { recursive: true }))

  it('is made with the folders above it, and found again', async () => {
    const path = join(parent, 'a/b/data')
    for (const start of ['first', 'second']) {
      await prepareDataDir(path)
      expect((await stat(path)).isDirectory(), start).toBe(true)
    }
  })

  it.each(['file', 'file/data'])('is refused at %s, which is no folder', async (name) => {
    await writeFile(join(parent, 'file'), '')
    await refused(join(parent, name))
  })

  it.runIf(process.platform === 'linux')('is refused where nobody can make a folder', async () => {
    await refused('/proc/pupitre')
    await refused('/proc/pupitre/data')
  })

  async function refused(path: string): Promise<void> {
    await expect(prepareDataDir(path)).rejects.toMatchObject({
      code: 'DATA_DIR_UNWRITABLE',
      message: expect.stringContaining(path),
    })
  }
})
