import { Code, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ApiKeyRowFragment } from '../../gql/graphql.ts'
import { dayAndTime, localDay, longDate } from '../../lib/text/dates.ts'
import { fr } from '../../lib/text/french.ts'
import { keyAccessText } from '../../lib/vocabulary/api-scopes.ts'
import { KeyBadge } from './key-badge.tsx'
import { endText, formerSecret, keyState, lastUseText } from './key-state.ts'
import classes from './key-rows.module.css'

/** A key: what it is for, what it may do, when it served and ends, whose it is; and what may be done to it. */
export function KeyRow({ apiKey, actions }: { apiKey: ApiKeyRowFragment; actions?: ReactNode }) {
  const { nom, prefix, scopes, lastUsedAt, createdAt, creePar } = apiKey
  const state = keyState(apiKey)
  const former = state === 'REVOQUEE' ? null : formerSecret(apiKey)
  const author = creePar == null ? 'quelqu’un qui n’a plus de compte' : creePar

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={600}>{nom}</Text>
          <KeyBadge state={state} />
        </Group>
        <Text size="sm">
          <Code>{prefix}…</Code> {keyAccessText(scopes)}
        </Text>
        {former && (
          <Text component="div" size="sm" className={classes.former}>
            <span>
              Ancien secret <Code>{former.prefix}…</Code>
            </span>
            <KeyBadge state="REMPLACEE" />
            <span>{formerText(former)}</span>
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {lastUseText(lastUsedAt)} · {endText(apiKey)}
        </Text>
        <Text size="sm" c="dimmed">
          {fr`Créée le ${longDate(localDay(createdAt))} par ${author}`}
        </Text>
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </li>
  )
}

function formerText({ until, isAccepted }: { until: string; isAccepted: boolean }): string {
  const moment = dayAndTime(until)
  return isAccepted ? `encore accepté jusqu’au ${moment}` : `n’est plus accepté depuis le ${moment}`
}
