import { useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { useViewer } from '../../app/viewer.ts'
import { useLiveDocument } from '../../lib/live/use-live-document.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { FichePageSkeleton } from '../../ui/page-skeletons.tsx'
import { FicheBreadcrumbs } from './fiche-breadcrumbs.tsx'
import { FicheFacts } from './fiche-facts.tsx'
import { LiveFiche } from './live-fiche.tsx'

const route = getRouteApi('/app/fiches/$ficheUuid')

/** A fiche: its texts, written by several people at once, and its facts. */
export function FichePage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { uuid: userId } = useViewer()
  const { fiche } = data
  const { ficheUuid } = route.useParams()
  const document = useLiveDocument({ kind: 'fiche', uuid: ficheUuid, userId })

  useRememberCollectivite(fiche?.collectivite.siren)

  if (!fiche) return <NotFoundPage />
  if (!document) return <FichePageSkeleton />
  return (
    <LiveFiche
      document={document}
      titre={fiche.titre}
      userId={userId}
      breadcrumbs={<FicheBreadcrumbs fiche={fiche} />}
      facts={<FicheFacts fiche={fiche} />}
    />
  )
}
