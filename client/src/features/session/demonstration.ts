/** What the server says of the demonstration when it is on. */
export interface Demonstration {
  /** The same for every account. */
  password: string
  accounts: DemonstrationAccount[]
}

export interface DemonstrationAccount {
  email: string
  nom: string
  role: string
  collectivite: string
}

/** null when it is off, or when the server does not say: the page signs in without it. */
export async function loadDemonstration(): Promise<Demonstration | null> {
  try {
    const response = await fetch('/api/demonstration')
    return response.ok ? readDemonstration(await response.json()) : null
  } catch {
    return null
  }
}

/** Reads the server's answer; null unless it has accounts to show. */
export function readDemonstration(answer: unknown): Demonstration | null {
  const demonstration = member(answer, 'demonstration')
  const [password, accounts] = [member(demonstration, 'password'), member(demonstration, 'accounts')]
  if (typeof password !== 'string' || !Array.isArray(accounts)) return null
  const read = accounts.filter(isAccount)
  return read.length > 0 ? { password, accounts: read } : null
}

function isAccount(value: unknown): value is DemonstrationAccount {
  return ['email', 'nom', 'role', 'collectivite'].every((name) => typeof member(value, name) === 'string')
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
