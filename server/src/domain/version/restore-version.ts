import type { DocumentRef } from '@pupitre/document'
import { ForbiddenError } from '../errors.ts'
import { actorOf, type LiveText } from '../live-text.ts'
import { readVersion } from './find-versions.ts'

/**
 * Makes a document say what a version said, all its fields or some: as an edit of now, made by the viewer, which colleagues see
 * happen and which is in the next version. Nothing is erased: what was written since stays in its own version, and fields that
 * the version does not have stay as they are. After the caller's commit.
 *
 * @throws NotFoundError, ForbiddenError
 */
export async function restoreVersion(
  { liveText, ...asking }: Parameters<typeof readVersion>[0] & { liveText: Pick<LiveText, 'rewrite'> },
  { ref, versionId, fields }: { ref: DocumentRef; versionId: string; fields?: readonly string[] },
): Promise<void> {
  const { version, access } = await readVersion(asking, { ref, versionId })
  if (access !== 'write')
    throw new ForbiddenError({
      code: 'RESTORE_VERSION_FORBIDDEN',
      message: 'Vous pouvez lire cette version, mais pas la rétablir : il faut pouvoir modifier ces textes.',
    })
  const actor = actorOf(asking.viewer)
  for (const [field, { delta }] of Object.entries(version.content.fields)) {
    if (fields && !fields.includes(field)) continue
    await liveText.rewrite({ document: ref, field, content: delta, actor })
  }
}
