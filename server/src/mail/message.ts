import { typeset } from '../domain/typography.ts'

/** A message as templates write it: a few paragraphs, one link. Plain text only: nothing in it is read as HTML. */
export interface Message {
  to: string
  subject: string
  paragraphs: readonly string[]
  action: { label: string; url: string }
  /** Smaller, under the link. */
  notes: readonly string[]
}

/** The same words twice, for readers of text and of HTML. */
export function renderMessage(message: Message): { subject: string; text: string; html: string } {
  const paragraphs = message.paragraphs.map(typeset)
  const notes = message.notes.map(typeset)
  const { label, url } = message.action
  const text = [...paragraphs, `${typeset(`${label} :`)}\n${url}`, ...notes, '-- \nPupitre'].join('\n\n')
  return {
    subject: oneLine(typeset(message.subject)),
    text: `${text}\n`,
    html: html({ paragraphs, notes, label, url }),
  }
}

interface Parts {
  paragraphs: readonly string[]
  notes: readonly string[]
  label: string
  url: string
}

function html({ paragraphs, notes, label, url }: Parts): string {
  const p = (text: string, style = ''): string =>
    `<p style="margin:0 0 16px;${style}">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
  const href = escapeHtml(url)
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pupitre</title></head>
<body style="margin:0;padding:24px;background:#f5f6f8;color:#1b2430;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:34rem;margin:0 auto;padding:24px;background:#fff;border:1px solid #dde1e7;border-radius:8px">
${paragraphs.map((text) => p(text)).join('\n')}
<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#24486f;color:#fff;text-decoration:none;font-weight:600">${escapeHtml(label)}</a></p>
${p('Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur\u00a0:', 'font-size:14px;color:#566173')}
<p style="margin:0 0 16px;font-size:14px;word-break:break-all"><a href="${href}">${href}</a></p>
${notes.map((text) => p(text, 'font-size:14px;color:#566173')).join('\n')}
</div></body></html>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** A line end in a subject would start another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ')
}
