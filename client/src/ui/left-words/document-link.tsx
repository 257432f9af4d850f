import { parseDocumentPath } from '@pupitre/document'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../links.tsx'

/** The way to the document that words were written in. A plan's has no title of its own. */
export function DocumentLink({ path, titre }: { path: string; titre: string }) {
  const ref = parseDocumentPath(path)
  if (!ref) return titre
  if (ref.kind === 'plan')
    return (
      <AnchorLink to="/plans/$planUuid" params={{ planUuid: ref.uuid }}>
        Descriptions d’un plan
      </AnchorLink>
    )
  return (
    <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: ref.uuid }}>
      {titre || UNTITLED}
    </AnchorLink>
  )
}
