import { useRouterState } from '@tanstack/react-router'

/** The pages where a collectivité is set, in the order of their use. */
export const SETTINGS_PAGES = [
  { to: '/collectivites/$siren/membres', label: 'Membres' },
  { to: '/collectivites/$siren/services', label: 'Services' },
  { to: '/collectivites/$siren/libelles', label: 'Libellés' },
] as const

/** For those who manage programs' keys. */
export const KEYS_PAGE = { to: '/collectivites/$siren/cles-api', label: 'Clés d’API' } as const

/** Whether the page shown is one of them. */
export function useInSettings(): boolean {
  const routeIds = useRouterState({ select: ({ matches }) => matches.map((match) => match.routeId).join(' ') })
  return [...SETTINGS_PAGES, KEYS_PAGE].some(({ to }) => routeIds.includes(to))
}
