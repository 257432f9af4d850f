import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BackupError, isDiskFull } from './backup-error.ts'
import { TAR_BLOCK_BYTES, tarHeader, tarPadding } from './tar-block.ts'

// It holds everything that people wrote, and the hashes of their passwords.
const OWNER_ONLY = 0o600

/** An archive that has its name only once it is whole and on the disk. */
export class TarWriter {
  readonly #path: string
  readonly #file: FileHandle
  readonly #mtime: Date
  bytes = 0

  /** @throws BackupError when the file is there already, or cannot be written */
  static async create(
    path: string,
    {
      now,
      openFile = (name) => open(name, 'wx', OWNER_ONLY),
    }: { now: Date; openFile?: (path: string) => Promise<FileHandle> },
  ): Promise<TarWriter> {
    const isThere = await stat(path).then(
      () => true,
      () => false,
    )
    if (isThere) throw new BackupError(`${path} existe déjà : une sauvegarde n’en écrase pas une autre.`)
    try {
      return new TarWriter(path, await openFile(partial(path)), now)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      const reason =
        code === 'EEXIST' ? `${partial(path)} est là : une autre sauvegarde y écrit, ou s’est arrêtée en chemin` : code
      throw new BackupError(`Impossible d’écrire ${path} (${reason}).`, { cause: error })
    }
  }

  private constructor(path: string, file: FileHandle, mtime: Date) {
    this.#path = path
    this.#file = file
    this.#mtime = mtime
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
    await rename(partial(this.#path), this.#path)
    const folder = await open(dirname(this.#path), 'r')
    // Where a folder cannot be synced, the name is as safe as the system makes it.
    await folder.sync().catch(() => undefined)
    await folder.close()
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    await rm(partial(this.#path), { force: true })
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

function partial(path: string): string {
  return `${path}.partiel`
}
