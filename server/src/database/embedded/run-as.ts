import { readFile, stat } from 'node:fs/promises'

/** The operating system's user under which PostgreSQL runs, when it is not ours. */
export interface RunAs {
  uid: number
  gid: number
}

// PostgreSQL refuses to run as root. `postgres` exists where a distribution's package was ever installed; `nobody`
// everywhere else. initdb wants the user to have a name, so an arbitrary number would not do.
const PREFERRED_USERS = ['postgres', 'nobody']

/**
 * Null for an ordinary user: PostgreSQL then runs as ourselves. As root, the owner of the existing folder if there is one,
 * else the first known unprivileged user.
 */
export async function chooseRunAs(folder: string): Promise<RunAs | null> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(folder).catch(() => null)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return unprivilegedUser(passwd)
}

/** Reads /etc/passwd; null when none of the preferred users is there. */
export function unprivilegedUser(passwd: string): RunAs | null {
  for (const preferred of PREFERRED_USERS) {
    for (const line of passwd.split('\n')) {
      const [name, , uid, gid] = line.split(':')
      if (name === preferred && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
    }
  }
  return null
}
