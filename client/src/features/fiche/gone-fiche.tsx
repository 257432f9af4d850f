import { useQuery } from '@apollo/client/react'
import { parseDocumentPath } from '@pupitre/document'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import { useLeftWords } from '../../lib/device/use-left-words.ts'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { fr } from '../../lib/text/french.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { ButtonLink } from '../../ui/links.tsx'
import { MessagePage } from '../../ui/message-page.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { FichePageSkeleton } from '../../ui/page-skeletons.tsx'
import { GivenBack } from '../../ui/live/given-back.tsx'
import classes from './gone-fiche.module.css'

const mergedQuery = graphql(`
  query MergedFiche($uuid: UUID!) {
    ficheFusionnee(uuid: $uuid) {
      id
      uuid
      titre
    }
  }
`)

/** A fiche that is not there for the viewer, where it was merged if it was, and what they wrote in it that the server did not take. */
export function GoneFiche({ document, userId }: { document: LiveDocument; userId: string }) {
  const uuid = parseDocumentPath(document.path)?.uuid ?? ''
  const { data, loading } = useQuery(mergedQuery, { variables: { uuid }, fetchPolicy: 'no-cache' })
  const left = useLeftWords(userId)
  // Whoever was reading it is told, and not taken elsewhere.
  const [wasOpen] = useState(() => document.snapshot().loaded)
  const merged = data?.ficheFusionnee

  if (loading || left === null) return <FichePageSkeleton />
  const hasWords = [...left.aside, ...left.pending].some(({ path }) => path === document.path)
  if (merged && !wasOpen && !hasWords)
    return <Navigate to="/fiches/$ficheUuid" params={{ ficheUuid: merged.uuid }} replace />
  return (
    <>
      {merged ? <MergedFiche uuid={merged.uuid} titre={merged.titre.trim() || UNTITLED} /> : <NotFoundPage />}
      <div className={classes.aside}>
        <GivenBack document={document} userId={userId} />
      </div>
    </>
  )
}

function MergedFiche({ uuid, titre }: { uuid: string; titre: string }) {
  return (
    <MessagePage
      title="Cette fiche a été fusionnée"
      actions={
        <ButtonLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }}>
          {fr`Ouvrir « ${titre} »`}
        </ButtonLink>
      }
    >
      {fr`Ce qu’elle disait est maintenant dans « ${titre} ».`}
    </MessagePage>
  )
}
