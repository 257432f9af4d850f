import type { Lien, Prisma } from '@pupitre/prisma'
import { MAX_LIENS, storedEnds } from '../lien/lien-rules.ts'
import type { Contenu } from './contenu.ts'
import { type Laisse, laisse } from './laisse.ts'
import { demandRoom } from './lignes-reunies.ts'

/** Links and decisions that the kept fiche is given; `laisses` are links that it has the other way round. */
export interface LiensReunis {
  liens: { lien: Prisma.LienCreateManyInput; otherId: string }[]
  doublons: Prisma.DoublonEcarteCreateManyInput[]
  laisses: (Laisse & { otherId: string })[]
}

/** The links of the merged fiche, but those with the kept one, and those that it has. @throws ConflictError FUSION_TOO_MANY */
export function liensReunis(kept: Contenu, absorbed: Contenu): LiensReunis {
  const own = [...kept.liens, ...kept.liensInverses]
  const there = new Map(own.map((lien) => [lienKey(lien, kept.id), lien]))
  const liens: LiensReunis['liens'] = []
  const laisses: LiensReunis['laisses'] = []
  for (const lien of [...absorbed.liens, ...absorbed.liensInverses]) {
    const otherId = otherOf(lien, absorbed.id)
    if (otherId === kept.id) continue
    const { type, createdById, createdAt } = lien
    const [from, to] = lien.ficheId === absorbed.id ? [kept.id, otherId] : [otherId, kept.id]
    const ends = storedEnds({ ficheId: from, autreId: to, type })
    const known = there.get(lienKey({ ...ends, type }, kept.id))
    if (!known) liens.push({ lien: { ...ends, type, createdById, createdAt }, otherId })
    else if (known.ficheId !== ends.ficheId) laisses.push({ ...laisse('liens', [type, type]), otherId })
  }
  const decided = new Set(
    [...kept.doublonsEcartes, ...kept.doublonsEcartesInverses].map((pair) => otherOf(pair, kept.id)),
  )
  const doublons = [...absorbed.doublonsEcartes, ...absorbed.doublonsEcartesInverses].flatMap((pair) => {
    const otherId = otherOf(pair, absorbed.id)
    if (otherId === kept.id || decided.has(otherId)) return []
    const [ficheId, autreId] = kept.id < otherId ? [kept.id, otherId] : [otherId, kept.id]
    return [{ ficheId, autreId, createdById: pair.createdById, createdAt: pair.createdAt }]
  })
  demandRoom([own, liens], { max: MAX_LIENS, what: 'liens' })
  return { liens, doublons, laisses }
}

function otherOf({ ficheId, autreId }: { ficheId: string; autreId: string }, id: string): string {
  return ficheId === id ? autreId : ficheId
}

/** Both directions of a link have one key. */
function lienKey(lien: Pick<Lien, 'ficheId' | 'autreId' | 'type'>, id: string): string {
  return `${lien.type} ${otherOf(lien, id)}`
}
