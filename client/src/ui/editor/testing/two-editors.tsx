import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import { readTextBlocks, type Block } from '@pupitre/document'
import { createRoot, type Root } from 'react-dom/client'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import '../../../app/global.css'
import { cssVariables, theme } from '../../../app/theme.ts'
import { LiveTextEditor, type LiveTextEditorProps } from '../live-text-editor.tsx'
import { LiveTitleEditor } from '../live-title-editor.tsx'

type Shown = 'text' | 'title'

/** One person in front of one editor. */
export interface Person {
  doc: Y.Doc
  awareness: Awareness
  /** The text that is edited. */
  content: HTMLElement
  blocks: () => Block[]
  /** Blocks as `kind: text`, marks and embeds left out. */
  lines: () => string[]
}

function createDoc(user: { id: string; name: string; color: string }) {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalStateField('user', user)
  return { doc, awareness }
}

/** Sends each one's changes to the other at once. */
function connect(a: Y.Doc, b: Y.Doc): void {
  a.on('update', (update: Uint8Array, origin: unknown) => origin !== connect && Y.applyUpdate(b, update, connect))
  b.on('update', (update: Uint8Array, origin: unknown) => origin !== connect && Y.applyUpdate(a, update, connect))
}

function connectAwareness(a: Awareness, b: Awareness): void {
  const forward = (from: Awareness, to: Awareness) =>
    from.on(
      'update',
      ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
        if (origin !== 'peer')
          applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [...added, ...updated, ...removed]), 'peer')
      },
    )
  forward(a, b)
  forward(b, a)
  applyAwarenessUpdate(b, encodeAwarenessUpdate(a, [a.clientID]), 'peer')
  applyAwarenessUpdate(a, encodeAwarenessUpdate(b, [b.clientID]), 'peer')
}

/** Two live editors of one field in one page, whose documents are connected; `unmount` in the end. */
export async function twoEditors({
  shown = 'text',
  ...props
}: { shown?: Shown } & Partial<Pick<LiveTextEditorProps, 'readOnly'>> = {}): Promise<{
  anne: Person
  paul: Person
  unmount: () => void
}> {
  const anne = createDoc({ id: '1', name: 'Anne Berger', color: '#b3261e' })
  const paul = createDoc({ id: '2', name: 'Paul Marchand', color: '#0a7d5a' })
  const field = shown === 'text' ? 'description' : 'titre'
  const seed = new Y.Doc()
  seed.getText(field).insert(0, '\n')
  for (const { doc } of [anne, paul]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed))
  connect(anne.doc, paul.doc)
  connectAwareness(anne.awareness, paul.awareness)

  const host = document.createElement('main')
  document.body.append(host)
  document.documentElement.lang = 'fr'
  document.title = 'Essai'
  const root: Root = createRoot(host)
  root.render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables}>
      <div style={{ display: 'grid', gap: '1rem', padding: '1rem' }}>
        {shown === 'text' && <h1>Deux éditeurs</h1>}
        {shown === 'text' ? (
          <>
            <LiveTextEditor
              field={field}
              label="Description"
              readOnly={false}
              placeholder="Décrivez l’action"
              {...props}
              {...anne}
            />
            <LiveTextEditor field={field} label="Chez Paul" readOnly={false} {...props} {...paul} />
          </>
        ) : (
          <>
            <LiveTitleEditor label="Titre" readOnly={false} {...props} {...anne} />
            <LiveTitleEditor label="Chez Paul" readOnly={false} {...props} {...paul} />
          </>
        )}
      </div>
    </MantineProvider>,
  )
  const contents = await waitFor(() => {
    const found = host.querySelectorAll<HTMLElement>('[role="textbox"], section [role="group"], h1:has(p)')
    return found.length === 2 && [...found].every((each) => each.childElementCount > 0) ? [...found] : null
  })
  const person = ({ doc, awareness }: ReturnType<typeof createDoc>, content: HTMLElement | undefined): Person => {
    if (!content) throw new Error('the editor is not shown')
    const blocks = () => readTextBlocks(doc.getText(field))
    return { doc, awareness, content, blocks, lines: () => blocks().map(lineOf) }
  }
  return {
    anne: person(anne, contents[0]),
    paul: person(paul, contents[1]),
    unmount: () => {
      root.unmount()
      host.remove()
    },
  }
}

function lineOf({ kind, indent, inlines }: Block): string {
  const text = inlines.map((inline) => ('text' in inline ? inline.text : '¤')).join('')
  return `${'  '.repeat(indent)}${kind}: ${text}`
}

async function waitFor<T>(read: () => T | null): Promise<T> {
  for (const end = performance.now() + 5000; performance.now() < end;) {
    const value = read()
    if (value !== null) return value
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  throw new Error('waited 5 s in vain')
}
