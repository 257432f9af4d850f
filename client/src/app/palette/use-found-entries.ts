import { useQuery } from '@apollo/client/react'
import { IconBookmark, IconFileText, IconFolder } from '@tabler/icons-react'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { searchOfVue } from '../../features/fiches/vues/vue-parametres.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { useCurrentCollectivite } from '../current-collectivite.ts'
import type { SignedInViewer } from '../viewer.ts'
import type { PaletteEntry } from './palette-entry.ts'
import { paletteFiche, palettePlan, paletteQuery, paletteSearchQuery } from './palette-query.ts'
import type { Abilities } from './use-app-entries.ts'
import type { Visit } from './visits.ts'

/** Recents shown at once: the list is for going back, not for searching. */
const MAX_RECENTS = 6

/** What was looked at last, what one may do where one is, and the views of its fiches that are kept under a name. */
export function usePaletteStart(viewer: SignedInViewer, visits: readonly Visit[]) {
  const collectivite = useCurrentCollectivite(viewer)
  const pathname = useLocation({ select: (location) => location.pathname })
  const entryOf = useEntries()
  const uuids = (kind: Visit['kind']) => visits.flatMap((visit) => (visit.kind === kind ? visit.uuid : []))
  const { data } = useQuery(paletteQuery, {
    variables: { siren: collectivite?.siren ?? '', plans: uuids('plan'), fiches: uuids('fiche') },
    // The first plan that one may change is not, for the page of plans, the list of them.
    fetchPolicy: 'no-cache',
  })
  const found = [
    ...(data?.plans.edges.map(({ node }) => entryOf.plan(node)) ?? []),
    ...(data?.fiches.edges.map(({ node }) => entryOf.fiche(node)) ?? []),
  ]
  const recents = visits
    .filter(({ kind, uuid }) => !pathname.startsWith(`/${kind}s/${uuid}`))
    .flatMap(({ uuid }) => found.filter(({ key }) => key === uuid))
    .slice(0, MAX_RECENTS)
    .map((entry): PaletteEntry => ({ ...entry, group: 'recents' }))
  const here = data?.collectivite
  const abilities: Abilities | null = here
    ? {
        canCreatePlan: here.viewerCanCreatePlan,
        canCreateFiche: here.plans.edges.length > 0,
        canInvite: here.viewerCanManageMembres,
      }
    : null
  const vues = here?.vues.map((vue) => entryOf.vue(vue, here.siren)) ?? []
  return { recents, abilities, vues }
}

/** The plans and fiches that hold the words of a search, those looked at last first. */
export function usePaletteSearch(recherche: string | null, visits: readonly Visit[]) {
  const entryOf = useEntries()
  const { data, previousData, loading, error, refetch } = useQuery(paletteSearchQuery, {
    variables: { recherche: recherche ?? '' },
    skip: recherche === null,
    fetchPolicy: 'cache-and-network',
  })
  const answer = recherche === null ? undefined : (data ?? previousData)
  const rank = ({ key }: PaletteEntry) => {
    const at = visits.findIndex(({ uuid }) => uuid === key)
    return at < 0 ? visits.length : at
  }
  const recentFirst = (entries: PaletteEntry[]) => entries.toSorted((one, other) => rank(one) - rank(other))
  return {
    found: answer
      ? [
          ...recentFirst(answer.plans.edges.map(({ node }) => entryOf.plan(node))),
          ...recentFirst(answer.searchFiches.map(({ fiche, extrait }) => entryOf.fiche(fiche, extrait))),
        ]
      : [],
    loading: loading && !data,
    failed: error !== undefined,
    retry: () => void refetch().catch(() => undefined),
  }
}

/** Entries of plans and fiches. */
function useEntries() {
  const navigate = useNavigate()

  return {
    vue: (vue: { id: string; nom: string; parametres: string; partagee: boolean }, siren: string): PaletteEntry => ({
      key: vue.id,
      group: 'vues',
      label: vue.nom,
      icon: IconBookmark,
      details: vue.partagee ? 'Partagée' : 'À vous',
      words: 'vue fiches enregistrée',
      leads: true,
      run: () => void navigate({ to: '/collectivites/$siren/fiches', params: { siren }, search: searchOfVue(vue) }),
    }),
    plan: (plan: FragmentType<typeof palettePlan>): PaletteEntry => {
      const { uuid, nom, archivedAt, collectivite } = readFragment(palettePlan, plan)
      return {
        key: uuid,
        group: 'plans',
        label: nom,
        icon: IconFolder,
        details: [archivedAt && 'Archivé', collectivite.nom].filter(Boolean).join(' · '),
        leads: true,
        run: () => void navigate({ to: '/plans/$planUuid', params: { planUuid: uuid } }),
      }
    },
    fiche: (fiche: FragmentType<typeof paletteFiche>, extrait?: string | null): PaletteEntry => {
      const { uuid, titre, collectivite, placements } = readFragment(paletteFiche, fiche)
      const place = placements.edges[0]?.node.plan.nom ?? 'Hors plan'
      return {
        key: uuid,
        group: 'fiches',
        label: titre.trim() || UNTITLED,
        icon: IconFileText,
        details: extrait ? `${place} · …\u00a0${extrait}\u00a0…` : `${place} · ${collectivite.nom}`,
        leads: true,
        run: () => void navigate({ to: '/fiches/$ficheUuid', params: { ficheUuid: uuid } }),
      }
    },
  }
}
