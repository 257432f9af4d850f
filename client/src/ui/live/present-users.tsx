import { Tooltip, VisuallyHidden } from '@mantine/core'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import type { PresentUser } from '../../lib/live/presence.ts'
import { useLivePresence } from '../../lib/live/use-live-presence.ts'
import { counted } from '../../lib/text/french.ts'
import { initials } from '../../lib/text/initials.ts'
import { PlainList } from '../plain-list.tsx'
import { documentWords } from './document-words.ts'
import classes from './present-users.module.css'

/** Faces shown before the rest is counted: what fits on a phone. */
const SHOWN = 4

/** Who else has the document open. */
export function PresentUsers({ document, ownUserId }: { document: LiveDocument; ownUserId: string }) {
  const present = useLivePresence(document, ownUserId)
  const rest = present.slice(SHOWN)

  if (present.length === 0) return null
  return (
    <section aria-label={`Sur ${documentWords(document.path).ceci} en ce moment`} className={classes.present}>
      <span className={classes.count}>{counted(present.length + 1, 'personne ici', 'personnes ici')}</span>
      <PlainList className={classes.list}>
        {present.slice(0, SHOWN).map((user) => (
          <li key={user.id}>
            <Face user={user} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Tooltip label={rest.map(({ name }) => name).join(', ')}>
              <span className={classes.face}>
                <span aria-hidden>+{rest.length}</span>
                <VisuallyHidden>{restLabel(rest)}</VisuallyHidden>
              </span>
            </Tooltip>
          </li>
        )}
      </PlainList>
    </section>
  )
}

function Face({ user }: { user: PresentUser }) {
  return (
    <Tooltip label={user.name}>
      <span className={classes.face} style={{ borderColor: user.color }}>
        <span aria-hidden>{initials(user.name)}</span>
        <VisuallyHidden>{user.name}</VisuallyHidden>
      </span>
    </Tooltip>
  )
}

function restLabel(rest: readonly PresentUser[]): string {
  const names = rest.map(({ name }) => name).join(', ')
  return `et ${counted(rest.length, 'autre personne', 'autres personnes')} : ${names}`
}
