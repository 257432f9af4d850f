import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'

/** A name typed at an ordinary pace is one question. */
const DEBOUNCE_MS = 200

/** What is being looked for, once typing pauses; null for everything. */
export function useSearch(): { recherche: string | null; onSearch: (text: string) => void } {
  const [text, onSearch] = useState('')
  const [asked] = useDebouncedValue(text.trim(), DEBOUNCE_MS)
  return { recherche: asked || null, onSearch }
}
