import type { Change, Recorder, RightsChange } from '../src/domain/change.ts'
import type { UseCase } from '../src/domain/use-case.ts'

/** What a use case tells, kept for the test instead of going out. */
export function recorded() {
  const changes: Change[] = []
  const rights: RightsChange[] = []
  const record: Recorder = {
    change: (change) => void changes.push(change),
    rights: (change) => void rights.push(change),
    wrote: () => undefined,
  }
  return {
    changes,
    rights,
    in: (useCase: UseCase): UseCase => ({ ...useCase, record }),
    /** GraphQL fields of fiches that were told of. */
    fields: () => changes.flatMap((change) => (change.kind === 'fiche' ? change.fields : [])),
  }
}
