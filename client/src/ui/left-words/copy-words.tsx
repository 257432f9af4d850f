import { Button, CopyButton } from '@mantine/core'
import type { FieldWords } from '../../lib/device/set-aside.ts'
import { fieldLabel } from '../../lib/vocabulary/field-labels.ts'

/** Copies the words of one field as they are, or those of several each under the name of its field. */
export function CopyWords({ fields }: { fields: readonly FieldWords[] }) {
  if (fields.length === 0) return null
  return (
    <CopyButton value={allWords(fields)}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-sm" onClick={copy}>
          {copied ? 'Copié' : 'Copier mon texte'}
        </Button>
      )}
    </CopyButton>
  )
}

function allWords(fields: readonly FieldWords[]): string {
  const [first, ...others] = fields
  if (first && others.length === 0) return first.mine
  return fields.map(({ field, mine }) => `${fieldLabel(field)}\n${mine}`).join('\n\n')
}
