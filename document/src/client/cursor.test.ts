import { describe, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { $select, createStrictEditor } from '../../test/bound-editor.ts'
import { bindText } from './bind-text.ts'
import { remoteSelections } from './cursor.ts'

describe('the caret', () => {
  test('[B73] is told as relative positions, and found by others after edits', async () => {
    const doc = new Y.Doc()
    const text = doc.getText('description')
    text.insert(0, 'bonjour\n')
    const awareness = new Awareness(doc)
    awareness.setLocalStateField('user', { id: '1', name: 'Anne', color: '#b3261e' })
    const editor = createStrictEditor()
    const bound = bindText({ editor, text, awareness })
    editor.update(() => $select(3, 5))
    await expect.poll(() => awareness.getLocalState()?.['cursor']).toMatchObject({ field: 'description' })
    text.insert(0, 'oh ')
    const colleague = new Awareness(new Y.Doc())
    applyAwarenessUpdate(colleague, encodeAwarenessUpdate(awareness, [doc.clientID]), 'test')
    expect(remoteSelections({ text, field: 'description', awareness: colleague })).toEqual([
      { clientId: doc.clientID, user: { id: '1', name: 'Anne', color: '#b3261e' }, anchor: 6, focus: 8 },
    ])
    expect(remoteSelections({ text, field: 'titre', awareness: colleague })).toEqual([])
    bound()
    expect(awareness.getLocalState()?.['cursor']).toBeNull()
    awareness.destroy()
    colleague.destroy()
  })
})
