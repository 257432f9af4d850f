import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BackupError, isDiskFull } from './backup-error.ts'
import { findPartials, partialPath, removePartials } from './partial-files.ts'
import { TAR_BLOCK_BYTES, tarHeader, tarPadding } from './tar-block.ts'

// It holds everything that people wrote, and the hashes of their passwords.
const OWNER_ONLY = 0o600

/** An archive that has its name only once it is whole and on the disk. */
export class TarWriter {
  readonly #path: string
  readonly #file: FileHandle
  readonly #mtime: Date
  bytes = 0
  /** What backups that were killed had left there; it is gone. */
  readonly removed: readonly string[]

  /** @throws BackupError when the file is there already, or cannot be written */
  static async create(
    path: string,
    {
      now,
      // One of ours under this name is of a process that had our number: it is dead.
      openFile = (name) => open(name, 'w', OWNER_ONLY),
    }: { now: Date; openFile?: (path: string) => Promise<FileHandle> },
  ): Promise<TarWriter> {
    const isThere = await stat(path).then(
      () => true,
      () => false,
    )
    if (isThere) throw new BackupError(`${path} existe déjà : une sauvegarde n’en écrase pas une autre.`)
    const file = await openFile(partialPath(path)).catch((error: unknown) => {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      throw new BackupError(`Impossible d’écrire ${path} (${reason}).`, { cause: error })
    })
    // Looked for once ours is there: of two that start together, one at least sees the other.
    const { dead, rival } = await findPartials(path, { now })
    const writer = new TarWriter({ path, file, mtime: now, removed: dead })
    if (rival) {
      await writer.abandon()
      throw new BackupError(`Impossible d’écrire ${path} : une autre sauvegarde y écrit déjà (${rival}).`)
    }
    await removePartials(dead)
    return writer
  }

  private constructor(parts: { path: string; file: FileHandle; mtime: Date; removed: readonly string[] }) {
    this.#path = parts.path
    this.#file = parts.file
    this.#mtime = parts.mtime
    this.removed = parts.removed
  }

  async add(name: string, content: Uint8Array): Promise<void> {
    const size = content.length
    await this.#write(tarHeader({ name, size, mtime: this.#mtime }))
    await this.#write(content)
    await this.#write(tarPadding(size))
  }

  /** Ends the archive, makes it durable, and gives it its name. */
  async finish(): Promise<void> {
    await this.#write(Buffer.alloc(2 * TAR_BLOCK_BYTES))
    await this.#file.sync()
    await this.#file.close()
    await rename(partialPath(this.#path), this.#path)
    const folder = await open(dirname(this.#path), 'r')
    // Where a folder cannot be synced, the name is as safe as the system makes it.
    await folder.sync().catch(() => undefined)
    await folder.close()
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    await rm(partialPath(this.#path), { force: true })
  }

  async #write(bytes: Uint8Array): Promise<void> {
    try {
      for (let at = 0; at < bytes.length;) at += (await this.#file.write(bytes, at)).bytesWritten
    } catch (error) {
      if (!isDiskFull(error)) throw error
      throw new BackupError(`Le disque est plein : ${this.#path} n’a pas été écrit.`, { cause: error })
    }
    this.bytes += bytes.length
  }
}
