import { execFile } from 'node:child_process'
import { open, mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const BLOCK_BYTES = 64 * 1024
const DISK_MEGABYTES = 160

/** A file system of its own, in memory, which a scenario may fill to the last block. */
export class SmallDisk {
  readonly path: string

  /** Null where nothing may be mounted: for an ordinary user, and in many containers. */
  static async mount({ megabytes }: { megabytes: number }): Promise<SmallDisk | null> {
    const path = await mkdtemp(join(tmpdir(), 'pupitre-disk-'))
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', path])
      return new SmallDisk(path)
    } catch {
      await rmdir(path)
      return null
    }
  }

  private constructor(path: string) {
    this.path = path
  }

  /** Takes all the room that is left. */
  async fill(): Promise<void> {
    const ballast = await open(this.#ballast, 'a')
    try {
      await writeUntilFull(ballast, Buffer.alloc(BLOCK_BYTES))
    } finally {
      await ballast.close()
    }
  }

  async makeRoom(): Promise<void> {
    await rm(this.#ballast, { force: true })
  }

  async unmount(): Promise<void> {
    await run('umount', ['--lazy', this.path])
    await rmdir(this.path)
  }

  get #ballast(): string {
    return join(this.path, 'ballast')
  }
}

/** Plays on a disk that has room for a cluster, and a little more. Null where nothing may be mounted. */
export async function onSmallDisk<T>(play: (disk: SmallDisk) => Promise<T>): Promise<T | null> {
  const disk = await SmallDisk.mount({ megabytes: DISK_MEGABYTES })
  if (!disk) return null
  try {
    return await play(disk)
  } finally {
    await disk.unmount()
  }
}

async function writeUntilFull(file: Awaited<ReturnType<typeof open>>, block: Buffer): Promise<void> {
  try {
    while (true) await file.write(block)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
