import { Button } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import { showRefusal } from '../../ui/show-refusal.ts'
import { readCsv } from './download-csv.ts'
import type { ObservatoireSearch } from './observatoire-search.ts'

/** Gives the plans that the page lists, all of its pages, as a file for a spreadsheet. */
export function CsvButton({ search }: { search: ObservatoireSearch }) {
  const [loading, setLoading] = useState(false)

  async function download() {
    setLoading(true)
    try {
      save(await readCsv(search))
    } catch {
      showRefusal('Le tableau n’a pas pu être préparé. Réessayez dans une minute.')
    }
    setLoading(false)
  }

  return (
    <Button
      variant="default"
      loading={loading}
      onClick={() => void download()}
      leftSection={<IconTableExport size={18} aria-hidden />}
    >
      Télécharger les plans (CSV)
    </Button>
  )
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'plans-publics.csv'
  link.click()
  URL.revokeObjectURL(url)
}
