import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import type { KeptAside } from '../../lib/device/left-words.ts'
import { ASIDE_REASONS } from './aside-reasons.ts'
import classes from './aside-words.module.css'
import { CopyWords } from './copy-words.tsx'
import { DropWordsDialog } from './drop-words-dialog.tsx'
import { FieldComparison } from './field-comparison.tsx'

/**
 * Words that the server would not take, given back to who wrote them beside the server's text.
 *
 * @param about names the document, where it is not the page's own
 * @param order of its heading in the page
 * @param serverText the server's text of a field now; null while it is not known
 */
export function AsideWords({
  words,
  about,
  order,
  serverText = () => null,
  onDrop,
}: {
  words: KeptAside
  about?: ReactNode
  order: 2 | 3
  serverText?: (field: string) => string | null
  onDrop: () => void
}) {
  const [asking, dialog] = useDisclosure(false)
  const id = useId()
  const { title, text } = ASIDE_REASONS[words.reason]

  return (
    <section aria-labelledby={id} className={classes.aside}>
      <Stack gap="md">
        <div>
          <Group gap="xs" wrap="nowrap" align="flex-start" className={classes.title}>
            <IconAlertTriangle size={20} stroke={1.8} aria-hidden />
            <Title order={order} size="h4" id={id}>
              {title}
            </Title>
          </Group>
          {about}
          <Text size="sm" mt={4}>
            {text}
            {words.key === null && ' Ils sont dans cet onglet seulement : copiez-les avant de le fermer.'}
          </Text>
        </div>
        {words.fields.map((field) => (
          <FieldComparison
            key={field.field}
            words={field}
            now={words.reason === 'gone' ? null : serverText(field.field)}
            order={order === 2 ? 3 : 4}
          />
        ))}
        <Group gap="sm">
          <CopyWords fields={words.fields} />
          <Button variant="default" size="compact-sm" onClick={dialog.open}>
            Ne plus garder ces mots
          </Button>
        </Group>
      </Stack>
      <DropWordsDialog opened={asking} onCancel={dialog.close} onConfirm={onDrop} />
    </section>
  )
}
