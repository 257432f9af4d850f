import { Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useDevice } from '../../lib/device/device-context.ts'
import type { PendingCopy } from '../../lib/device/left-words.ts'
import type { FieldWords } from '../../lib/device/set-aside.ts'
import { counted } from '../../lib/text/french.ts'
import { Surface } from '../surface.tsx'
import { CopyWords } from './copy-words.tsx'
import { DocumentLink } from './document-link.tsx'
import { FieldComparison } from './field-comparison.tsx'

/** A document with edits that wait on this device to be sent: which, how many, and what they change. */
export function PendingWords({ userId, copy }: { userId: string; copy: PendingCopy }) {
  const fields = useWordsOf(userId, copy.copyId)

  return (
    <Surface p="md">
      <Stack gap="md">
        <div>
          <Title order={3} size="h4">
            <DocumentLink {...copy} />
          </Title>
          <Text size="sm" c="dimmed">
            {counted(copy.edits, 'modification en attente d’envoi', 'modifications en attente d’envoi')}
          </Text>
        </div>
        {fields.map((words) => (
          <FieldComparison key={words.field} words={words} now={null} order={4} />
        ))}
        <Group>
          <CopyWords fields={fields} />
        </Group>
      </Stack>
    </Surface>
  )
}

/** The words of a copy, as they change. */
function useWordsOf(userId: string, copyId: string): readonly FieldWords[] {
  const device = useDevice()
  const [fields, setFields] = useState<readonly FieldWords[]>([])

  useEffect(() => {
    let isShown = true
    const look = async () => {
      const words = await device.wordsOf(userId, copyId)
      if (isShown) setFields(words)
    }
    void look()
    const stop = device.subscribe(() => void look())
    return () => {
      isShown = false
      stop()
    }
  }, [device, userId, copyId])

  return fields
}
