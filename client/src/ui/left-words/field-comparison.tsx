import { Title } from '@mantine/core'
import type { FieldWords } from '../../lib/device/set-aside.ts'
import { fieldLabel } from '../../lib/vocabulary/field-labels.ts'
import { WordsBeside } from './words-beside.tsx'

/**
 * One field of words which are on this device alone, beside the server's text.
 *
 * @param now the server's text now; null while it is not known, and the text that was written on is shown instead
 * @param order of its heading in the page
 */
export function FieldComparison({ words, now, order }: { words: FieldWords; now: string | null; order: 3 | 4 }) {
  return (
    <div>
      <Title order={order} size="sm" mb={4}>
        {fieldLabel(words.field)}
      </Title>
      <WordsBeside
        mine={words.mine}
        other={now ?? words.before}
        otherName={now === null ? 'Texte du serveur quand vous écriviez' : 'Texte du serveur'}
      />
    </div>
  )
}
