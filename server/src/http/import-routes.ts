import multipart from '@fastify/multipart'
import { PlanType, type PrismaClient } from '@pupitre/prisma'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ConflictError, DomainError, ForbiddenError, NotFoundError } from '../domain/errors.ts'
import { demandWriter } from '../domain/rights/demand.ts'
import { typeset } from '../domain/typography.ts'
import type { PersonViewer } from '../domain/viewer.ts'
import type { ImportDesk } from '../exchange/import/import-desk.ts'
import { MAX_CELL_CHARACTERS, MAX_FILE_BYTES, MAX_FIXES } from '../exchange/import/import-limits.ts'
import { ImportRefusedError, refusedFile } from '../exchange/import/import-refused.ts'
import { buildTemplate } from '../exchange/import/template.ts'
import { loadThematiques } from '../exchange/import/thematiques.ts'

interface ImportRoutes {
  desk: ImportDesk
  prisma: PrismaClient
  viewerOf: (request: FastifyRequest) => Promise<PersonViewer | null>
  /** Whether pages of this origin are ours. */
  isTrustedOrigin: (origin: string) => boolean
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A thousand cells mended at their longest would be more: those are mended in the spreadsheet. */
const MAX_DECISION_BYTES = 4 * 1024 * 1024

const fixesSchema = z.object({
  fixes: z
    .array(z.object({ row: z.int().min(1), column: z.string().max(3), value: z.string().max(MAX_CELL_CHARACTERS) }))
    .max(MAX_FIXES, `On corrige ici au plus ${MAX_FIXES} cellules : corrigez le fichier, puis recommencez.`),
})

const decisionsSchema = z.object({
  nom: z.string(),
  type: z.enum(PlanType),
  typeAutre: z.string().nullable().default(null),
  accepted: z.union([z.literal('all'), z.array(z.string().max(20))]),
})

type WithSiren = { Querystring: { siren?: string } }
type WithId = { Params: { id: string } }

/** `/api/imports`: the template, a file's preview, its fixes, its import and where that is. Each needs a session of this server's pages. */
export async function registerImportRoutes(app: FastifyInstance, parts: ImportRoutes): Promise<void> {
  const { desk, prisma, viewerOf, isTrustedOrigin } = parts
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 0, parts: 2 } })
    const viewers = new WeakMap<FastifyRequest, PersonViewer>()
    const viewerFor = (request: FastifyRequest): PersonViewer => {
      const viewer = viewers.get(request)
      if (!viewer) throw new Error('the hook below lets nobody else in')
      return viewer
    }
    // Before the body is read: a stranger's file is not kept in memory, and another site's page sends none in one's name.
    scope.addHook('onRequest', async (request, reply) => {
      const { origin } = request.headers
      if (origin !== undefined && !isTrustedOrigin(origin)) {
        return reply.status(403).send({ code: 'FORBIDDEN_ORIGIN', message: 'Cette page n’est pas de ce serveur.' })
      }
      const viewer = await viewerOf(request)
      if (!viewer)
        return reply.status(401).send({ code: 'SIGNED_OUT', message: 'Connectez-vous pour importer un plan.' })
      // What is prepared here is one's own, and ends in writing.
      demandWriter(viewer)
      viewers.set(request, viewer)
      void reply.header('cache-control', 'no-store')
    })
    scope.addHook('preSerialization', (_request, _reply, payload) => Promise.resolve(withTypography(payload)))
    scope.setErrorHandler((error, request, reply) => answerError({ error, request, reply }))

    const prepare = async (request: FastifyRequest<WithSiren>) => {
      const viewer = viewerFor(request)
      const { siren = '' } = request.query
      // Rights come before the file is read.
      await desk.demand({ viewer, siren })
      const { fileName, bytes } = await readFile(request)
      return desk.prepare(viewer, { siren, fileName, bytes })
    }
    scope.post<WithSiren>('/api/imports', (request) => prepare(request))
    scope.get<WithId>('/api/imports/:id', (request) => desk.show(viewerFor(request), request.params.id))
    scope.get<WithId>('/api/imports/:id/state', (request) => desk.state(viewerFor(request), request.params.id))
    scope.put<WithId>('/api/imports/:id/fixes', { bodyLimit: MAX_DECISION_BYTES }, (request) =>
      desk.fix(viewerFor(request), { id: request.params.id, ...fixesSchema.parse(request.body) }),
    )
    scope.post<WithId>('/api/imports/:id/commit', async (request, reply) => {
      const { id } = request.params
      const state = await desk.start(viewerFor(request), { id, decisions: decisionsSchema.parse(request.body) })
      return reply.status(202).send(state)
    })
    scope.delete<WithId>('/api/imports/:id', async (request, reply) => {
      desk.forget(viewerFor(request), request.params.id)
      return reply.status(204).send()
    })
    // Built once: its lists change with a migration, and so with a new process.
    let template: Promise<Uint8Array> | null = null
    scope.get('/api/imports/modele.xlsx', async (_request, reply) => {
      template ??= loadThematiques(prisma).then(buildTemplate)
      const bytes = await template.catch((error: unknown) => {
        template = null
        throw error
      })
      return reply
        .type(XLSX)
        .header('content-disposition', 'attachment; filename="modele-pupitre.xlsx"')
        .send(Buffer.from(bytes))
    })
  })
}

async function readFile(request: FastifyRequest): Promise<{ fileName: string; bytes: Uint8Array }> {
  if (!request.isMultipart()) throw refusedFile('Aucun fichier n’a été envoyé.')
  const part = await request.file()
  if (!part) throw refusedFile('Aucun fichier n’a été envoyé.')
  return { fileName: part.filename, bytes: await part.toBuffer() }
}

const said = z.looseObject({
  message: z.string().optional(),
  problems: z.array(z.looseObject({ message: z.string() })).optional(),
})

/** An answer with its sentences as French prints them. */
function withTypography(payload: unknown): unknown {
  const { data } = said.safeParse(payload)
  if (!data) return payload
  const { message, problems } = data
  return {
    ...data,
    ...(message !== undefined && { message: typeset(message) }),
    ...(problems && { problems: problems.map((problem) => ({ ...problem, message: typeset(problem.message) })) }),
  }
}

interface Failing {
  error: unknown
  request: FastifyRequest
  reply: FastifyReply
}

function answerError({ error, request, reply }: Failing): FastifyReply {
  if (error instanceof ImportRefusedError)
    return reply.status(422).send({ code: 'IMPORT_REFUSED', message: error.message, problems: error.problems })
  if (error instanceof DomainError)
    return reply.status(statusOf(error)).send({ code: error.code, message: error.message })
  if (error instanceof z.ZodError)
    return reply.status(400).send({ code: 'INVALID', message: error.issues[0]?.message ?? 'Demande illisible.' })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const message = `Ce fichier dépasse ${MAX_FILE_BYTES / 1024 / 1024} Mo.`
    return reply.status(413).send({ code: 'IMPORT_REFUSED', message, problems: [{ row: null, column: null, message }] })
  }
  if (code.startsWith('FST_')) return reply.status(400).send({ code: 'INVALID', message: 'Demande illisible.' })
  request.log.error({ err: error }, 'an import route failed')
  return reply.status(500).send({ code: 'UNEXPECTED', message: `Erreur inattendue (${request.id}) : recommencez.` })
}

function statusOf(error: DomainError): number {
  if (error instanceof NotFoundError) return 404
  if (error instanceof ForbiddenError) return 403
  return error instanceof ConflictError ? 409 : 422
}
