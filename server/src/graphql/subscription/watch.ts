import { GraphQLError } from 'graphql'
import type { PublishedChange } from '../../bus/change-bus.ts'
import type { Change } from '../../domain/change.ts'
import type { GraphqlContext } from '../context.ts'
import { changeStream } from './change-stream.ts'
import type { Reader } from './shared-reads.ts'

interface Watch<Kind extends Change['kind']> {
  /** Of the operation. */
  context: GraphqlContext
  kind: Kind
  topic: string
  /** Whether the viewer may read what is watched, asked before the first change and at each. */
  isReadable: (reader: Reader) => Promise<boolean>
  /** Whether a change is one to this viewer; every change is, unless said. */
  concerns?: (reader: Reader, change: PublishedChange & { kind: Kind }) => Promise<boolean>
}

/**
 * The changes of something that the viewer may read. Once they may not any more, or it is gone, one last null says so: of what
 * happens to it then, nothing is told.
 * @throws GraphQLError NOT_FOUND when it cannot be read at first: absent or forbidden, the answer is the same
 */
export async function* watch<Kind extends Change['kind']>({
  context,
  kind,
  topic,
  isReadable,
  concerns = () => Promise.resolve(true),
}: Watch<Kind>): AsyncGenerator<(PublishedChange & { kind: Kind }) | null> {
  // Listening before looking: nothing that happens in between is missed.
  const changes = changeStream(context.bus, topic)
  try {
    if (!(await isReadable(context))) throw new GraphQLError('Introuvable.', { extensions: { code: 'NOT_FOUND' } })
    for await (const change of changes) {
      if (!isOf(change, kind)) continue
      const reader = (await context.about?.(change)) ?? context
      if (!(await isReadable(reader))) {
        yield null
        return
      }
      if (await concerns(reader, change)) yield change
    }
  } finally {
    await changes.return?.()
  }
}

function isOf<Kind extends Change['kind']>(
  change: PublishedChange,
  kind: Kind,
): change is PublishedChange & { kind: Kind } {
  return change.kind === kind
}
