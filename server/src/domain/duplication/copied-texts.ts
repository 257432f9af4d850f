import type { TextDelta } from '@pupitre/document'
import type { LiveText, NewDocument } from '../live-text.ts'
import type { Copies } from './copy-rows.ts'

interface Copied {
  /** Of the plan, its axes, its fiches and their notes. */
  plans: Copies
  axes: Copies
  fiches: Copies
  notes: Copies
}

/**
 * The texts of copies, formats and mentions included, as their originals are on the disk at that moment. What points at a
 * copied fiche points at its copy; the text of an axe or a note that is not copied is left out.
 */
export async function copiedTexts(liveText: Pick<LiveText, 'read'>, copied: Copied): Promise<NewDocument[]> {
  const { plans, axes, fiches, notes } = copied
  const originals = [
    ...[...plans.keys()].map((uuid) => ({ kind: 'plan' as const, uuid })),
    ...[...fiches.keys()].map((uuid) => ({ kind: 'fiche' as const, uuid })),
  ]
  const contents = await liveText.read(originals)
  return contents.map(({ document: { kind, uuid }, fields }) => ({
    document: { kind, uuid: (kind === 'plan' ? plans : fiches).get(uuid) ?? uuid },
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([field, delta]) => {
        const name = copiedField(field, { axes, notes })
        return name === null ? [] : [[name, withCopiedLinks(delta, fiches)]]
      }),
    ),
  }))
}

function copiedField(field: string, { axes, notes }: Pick<Copied, 'axes' | 'notes'>): string | null {
  const [kind = '', uuid] = field.split(':')
  if (uuid === undefined) return field
  const copy = (kind === 'axe' ? axes : notes).get(uuid)
  return copy === undefined ? null : `${kind}:${copy}`
}

function withCopiedLinks(delta: TextDelta, fiches: Copies): TextDelta {
  return delta.map((op) => {
    if (typeof op.insert === 'string') return op
    const { ficheLink } = op.insert
    if (typeof ficheLink !== 'object' || ficheLink === null || !('id' in ficheLink)) return op
    const copy = fiches.get(String(ficheLink.id))
    return copy === undefined ? op : { ...op, insert: { ficheLink: { ...ficheLink, id: copy } } }
  })
}
