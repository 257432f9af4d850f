import type { LiveDocument } from '../../lib/live/live-document.ts'

/** The texts of the fiche, in the order of the page. */
export function FicheTexts({ document, editable }: { document: LiveDocument; editable: boolean }) {
  return (
    <pre>
      {String(editable)} {document.doc.getText('description').toString()}
    </pre>
  )
}
