import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ButtonLink } from '../../ui/links.tsx'
import { loadViewer } from '../viewer.ts'

/** Plans and fiches that visitors read too. */
const AGENT_PAGE = /^\/observatoire(\/(?:plans|fiches)\/.+)$/

/** From a page that anybody reads, the way in for agents: to the same plan or fiche as they see it, or to their own pages. */
export function AgentLink() {
  const { apollo } = useRouter().options.context
  const page = useLocation({ select: ({ pathname }) => AGENT_PAGE.exec(pathname)?.[1] ?? '/' })
  const [isSignedIn, setSignedIn] = useState(false)

  useEffect(() => {
    let left = false
    loadViewer(apollo).then(
      (viewer) => !left && setSignedIn(viewer !== null),
      // Nothing here depends on it: signing in will say what is wrong.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [apollo])

  if (isSignedIn) {
    return (
      <ButtonLink to={page} variant="default">
        Mon espace
      </ButtonLink>
    )
  }
  return (
    <ButtonLink to="/connexion" search={page === '/' ? {} : { retour: page }} variant="default">
      Se connecter
    </ButtonLink>
  )
}
