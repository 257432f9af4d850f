import { Alert, Stack, Text } from '@mantine/core'
import { counted, fr } from '../../lib/text/french.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { ReadFailed } from '../../ui/fields/read-failed.tsx'
import { champLabel } from './compared-rows.ts'
import { laisseText } from './merge-words.ts'
import type { Preview } from './use-merge-preview.ts'

/** What a merge would do, before one decides. */
export function MergePreview({ preview }: { preview: Preview }) {
  if (preview.kind === 'asking')
    return (
      <Text component="output" size="sm" c="dimmed">
        Calcul de ce que la fusion ferait…
      </Text>
    )
  if (preview.kind === 'failed') return <ReadFailed onRetry={preview.retry} />
  if (preview.kind === 'refused')
    return (
      <Alert color="red" role="alert" title="Ces fiches ne peuvent pas être fusionnées ainsi">
        {preview.message}
      </Alert>
    )
  const { publie, reprises, laisses } = preview.outcome
  return (
    <Stack gap="sm" aria-live="polite">
      {publie && (
        <Alert color="orange">
          Une des deux fiches est publique : après la fusion, n’importe qui lira tout ce que dit celle que vous gardez.
        </Alert>
      )}
      <section>
        <Text fw={600} size="sm">
          Ce que la fiche gardée reçoit
        </Text>
        {reprises.length === 0 ? (
          <Text size="sm">Rien : elle a déjà tout.</Text>
        ) : (
          <PlainList>
            {reprises.map(({ champ, nombre }) => (
              <Text key={champ} component="li" size="sm">
                {champLabel(champ)}
                {nombre > 1 && fr` : ` + counted(nombre, 'élément', 'éléments')}
              </Text>
            ))}
          </PlainList>
        )}
      </section>
      {laisses.length > 0 && (
        <section>
          <Text fw={600} size="sm">
            Ce qui reste dans l’autre, à la corbeille
          </Text>
          <PlainList>
            {laisses.map((laisse) => (
              <Text key={`${laisse.champ} ${laisse.precision} ${laisse.absorbee}`} component="li" size="sm">
                {laisseText(laisse)}
              </Text>
            ))}
          </PlainList>
        </section>
      )}
    </Stack>
  )
}
