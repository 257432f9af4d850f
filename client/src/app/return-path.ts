/** Where to go once signed in: a path of this site only, never another site's address. Undefined for anything else. */
export function returnPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/')) return undefined
  // Browsers read `//host` and `/\host` as another site.
  return value[1] === '/' || value[1] === '\\' ? undefined : value
}
