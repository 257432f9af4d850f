import { useReadQuery } from '@apollo/client/react'
import { getRouteApi } from '@tanstack/react-router'
import { NotPublishedPage } from '../../../ui/not-published-page.tsx'
import { PublicFiche } from './public-fiche.tsx'

const route = getRouteApi('/visiteur/observatoire/fiches/$ficheUuid')

/** A public fiche for whoever visits, signed in or not. */
export function VisitorFichePage() {
  const { data } = useReadQuery(route.useLoaderData())
  return data.fiche ? <PublicFiche fiche={data.fiche} /> : <NotPublishedPage />
}
