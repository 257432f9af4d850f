import { Checkbox, ScrollArea, Stack, Text } from '@mantine/core'
import { fr } from '../../lib/text/french.ts'
import type { Named } from './people.ts'

interface ServicesFieldProps {
  services: readonly Named[]
  chosen: readonly string[]
  onToggle: (id: string, checked: boolean) => void
}

/** The services of somebody. */
export function ServicesField({ services, chosen, onToggle }: ServicesFieldProps) {
  if (services.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {fr`Aucun service encore : un admin en crée dans « Réglages », « Services ».`}
      </Text>
    )
  }
  return (
    <Stack component="fieldset" gap={6} m={0} p={0} style={{ border: 0, minWidth: 0 }}>
      <legend style={{ padding: 0, marginBottom: 4, fontSize: 'var(--mantine-font-size-sm)', fontWeight: 500 }}>
        Services
      </legend>
      <ScrollArea.Autosize mah="11rem" type="auto" viewportProps={{ tabIndex: -1 }}>
        <Stack gap={6} py={2} px={2}>
          {services.map(({ id, nom }) => (
            <Checkbox
              key={id}
              label={nom}
              checked={chosen.includes(id)}
              onChange={(event) => onToggle(id, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  )
}
