import { Stack } from '@mantine/core'
import type { FicheField } from '@pupitre/document'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { LiveTextEditor } from '../../ui/editor/live-text-editor.tsx'

/** The texts of a fiche, in the order of the page: the title is above, on its own. */
const TEXTS: readonly { field: Exclude<FicheField, 'titre'>; label: string; placeholder: string }[] = [
  { field: 'description', label: 'Description', placeholder: 'Ce que l’action change, pour qui, et comment.' },
  { field: 'objectifs', label: 'Objectifs', placeholder: 'Les résultats attendus.' },
  { field: 'moyens', label: 'Moyens humains et techniques', placeholder: 'Les équipes, le temps, le matériel.' },
  { field: 'financements', label: 'Financements', placeholder: 'Les sources de financement, les subventions.' },
]

/** The live texts of a fiche. */
export function FicheTexts({ document, readOnly }: { document: LiveDocument; readOnly: boolean }) {
  return (
    <Stack gap="lg">
      {TEXTS.map(({ field, label, placeholder }) => (
        <LiveTextEditor
          key={field}
          doc={document.doc}
          awareness={document.awareness}
          field={field}
          label={label}
          placeholder={placeholder}
          readOnly={readOnly}
        />
      ))}
    </Stack>
  )
}
