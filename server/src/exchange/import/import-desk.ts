import type { PlanType, PrismaClient } from '@pupitre/prisma'
import type { ChangeBus } from '../../bus/change-bus.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { ConflictError, DomainError, NotFoundError } from '../../domain/errors.ts'
import type { LiveText } from '../../domain/live-text.ts'
import type { PersonViewer } from '../../domain/viewer.ts'
import { dayIn } from './calendar.ts'
import { commitImport, type ImportOrder, type ImportStep } from './commit-import.ts'
import { DraftStore, type Draft } from './draft-store.ts'
import { demandXlsxName, nameOfFile } from './file-name.ts'
import { type CellFix, fixCells } from './fix-cells.ts'
import { collectiviteToImportInto } from './import-file.ts'
import { COMMIT_TIMEOUT_MS } from './import-limits.ts'
import { previewOf } from './import-preview.ts'
import { addressOf, problemsOf } from './import-problems.ts'
import { withoutRoom } from './import-room.ts'
import { ImportRefusedError } from './import-refused.ts'
import { mapWorkbook } from './map-workbook.ts'
import { readWorkbook } from './read-workbook.ts'
import { planLinks } from './plan-links.ts'
import { resolveLinks } from './resolve-links.ts'
import { loadThematiques } from './thematiques.ts'

export interface ImportDecisions {
  nom: string
  type: PlanType
  typeAutre: string | null
  /** Addresses of the cells whose warnings are accepted, or all of them. */
  accepted: 'all' | readonly string[]
}

/** Prepares imports, shows what they would do, and carries them out: what the page of the import talks to. */
export class ImportDesk {
  readonly #parts: { prisma: PrismaClient; liveText: LiveText; bus: ChangeBus }
  readonly #onError: (error: unknown) => void
  readonly #drafts: DraftStore

  constructor({
    onError,
    drafts = new DraftStore(),
    ...parts
  }: {
    prisma: PrismaClient
    liveText: LiveText
    bus: ChangeBus
    onError: (error: unknown) => void
    drafts?: DraftStore
  }) {
    this.#parts = parts
    this.#onError = onError
    this.#drafts = drafts
  }

  /** Whether this person may bring a plan in. @throws NotFoundError, ForbiddenError */
  async demand({ viewer, siren }: { viewer: PersonViewer; siren: string }) {
    return collectiviteToImportInto({ prisma: this.#parts.prisma, viewer, siren })
  }

  /** Reads a file and keeps it for its person. @throws NotFoundError, ForbiddenError, ImportRefusedError */
  async prepare(
    viewer: PersonViewer,
    { siren, fileName, bytes }: { siren: string; fileName: string; bytes: Uint8Array },
  ) {
    await this.demand({ viewer, siren })
    demandXlsxName(fileName)
    const workbook = await readWorkbook(bytes)
    // A file without a plan is refused before it is kept.
    mapWorkbook(workbook)
    return this.#show(viewer, this.#drafts.add({ userId: viewer.userId, siren, fileName, workbook }))
  }

  /** The preview as it is now. @throws NotFoundError, ForbiddenError */
  async show(viewer: PersonViewer, id: string) {
    return this.#show(viewer, this.#draft(viewer, id))
  }

  state(viewer: PersonViewer, id: string): Draft['state'] {
    return this.#draft(viewer, id).state
  }

  /** Writes cells of the draft anew, in place of its former fixes; the file itself does not change. */
  async fix(viewer: PersonViewer, { id, fixes }: { id: string; fixes: readonly CellFix[] }) {
    const draft = this.#draft(viewer, id)
    if (draft.state.kind === 'running') throw running()
    draft.fixes = fixes
    return this.#show(viewer, draft)
  }

  forget(viewer: PersonViewer, id: string): void {
    this.#drafts.delete(this.#draft(viewer, id))
  }

  /**
   * Starts the import, in one transaction; `state` says where it is. One that is done stays done.
   * @throws NotFoundError, ForbiddenError, ImportRefusedError (errors), ConflictError (warnings that nobody accepted; running)
   */
  async start(
    viewer: PersonViewer,
    { id, decisions }: { id: string; decisions: ImportDecisions },
  ): Promise<Draft['state']> {
    const draft = this.#draft(viewer, id)
    if (draft.state.kind === 'done') return draft.state
    const { plan, dead, collectivite } = await this.#read(viewer, draft)
    if (plan.errors.length > 0) throw new ImportRefusedError(plan.errors)
    demandAccepted(problemsOf(plan, dead), decisions)
    if (isRunning(draft)) throw running()

    draft.state = { kind: 'running', step: 'PLAN' }
    const { nom, type, typeAutre } = decisions
    const order: ImportOrder = {
      collectiviteId: collectivite.id,
      nom,
      type: { type, typeAutre },
      plan,
      today: dayIn(collectivite.timeZone),
      onStep: (step: ImportStep) => {
        draft.state = { kind: 'running', step }
      },
    }
    void this.#carryOut(viewer, { draft, order })
    return draft.state
  }

  async #carryOut(viewer: PersonViewer, { draft, order }: { draft: Draft; order: ImportOrder }): Promise<void> {
    try {
      const { planId } = await inTransaction({ ...this.#parts, viewer }, (useCase) => commitImport(useCase, order), {
        timeoutMs: COMMIT_TIMEOUT_MS,
        origine: 'IMPORT',
      })
      draft.state = { kind: 'done', planUuid: planId }
    } catch (error) {
      if (!(error instanceof DomainError)) this.#onError(error)
      draft.state = { kind: 'failed', message: error instanceof DomainError ? error.message : FAILED }
    }
  }

  #draft(viewer: PersonViewer, id: string): Draft {
    const draft = this.#drafts.get({ id, userId: viewer.userId })
    if (!draft) throw new NotFoundError('IMPORT')
    return draft
  }

  async #show(viewer: PersonViewer, draft: Draft) {
    const { plan, dead } = await this.#read(viewer, draft)
    const nom = plan.nom ?? nameOfFile(draft.fileName)
    const preview = previewOf(plan, { nom, problems: problemsOf(plan, dead) })
    return { id: draft.id, fileName: draft.fileName, state: draft.state, fixes: draft.fixes, ...preview }
  }

  async #read(viewer: PersonViewer, { siren, workbook, fixes }: Draft) {
    const { prisma } = this.#parts
    const collectivite = await this.demand({ viewer, siren })
    const thematiques = await loadThematiques(prisma)
    const { sheetName } = mapWorkbook(workbook, thematiques)
    const read = mapWorkbook(fixCells(workbook, { sheetName, fixes }), thematiques)
    const past = await withoutRoom({ tx: prisma, viewer }, { collectiviteId: collectivite.id, plan: read })
    const plan = { ...read, errors: [...read.errors, ...past] }
    const targets = await resolveLinks({ tx: prisma, viewer }, { collectiviteId: collectivite.id, plan })
    return { collectivite, plan, dead: planLinks(plan, targets).left }
  }
}

const FAILED = 'L’import s’est arrêté sur une erreur inattendue : rien n’a été créé. Vous pouvez recommencer.'

function isRunning({ state }: Draft): boolean {
  return state.kind === 'running'
}

function running(): ConflictError {
  return new ConflictError({ code: 'IMPORT_RUNNING', message: 'Cet import est déjà en cours.' })
}

/** Nothing is left out of a plan without its person's consent. @throws ConflictError */
function demandAccepted(problems: ReturnType<typeof problemsOf>, { accepted }: ImportDecisions): void {
  if (accepted === 'all') return
  const given = new Set(accepted)
  const left = problems.filter((problem) => problem.severity === 'warning' && !given.has(addressOf(problem)))
  if (left.length === 0) return
  throw new ConflictError({
    code: 'IMPORT_NOT_ACCEPTED',
    message: `${left.length} avertissement${left.length > 1 ? 's restent' : ' reste'} à corriger ou à accepter.`,
  })
}
