import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconCode,
  IconH2,
  IconH3,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconStrikethrough,
  IconUnderline,
  type Icon,
} from '@tabler/icons-react'
import type { Shortcut } from '../../../lib/keyboard/shortcut.ts'
import type { EditorAction } from '../editor-actions.ts'
import type { EditorState } from '../editor-state.ts'

export interface ToolbarItem {
  label: string
  icon: Icon
  action: EditorAction
  shortcut?: Shortcut
  /** Whether it is on for the selection; left out for what is done once. */
  pressed?: (state: EditorState) => boolean
  disabled?: (state: EditorState) => boolean
}

/** The groups of the toolbar, in order; the link's button comes at the end of the first. */
export const TOOLBAR_GROUPS: readonly (readonly ToolbarItem[])[] = [
  [
    {
      label: 'Gras',
      icon: IconBold,
      action: { type: 'mark', mark: 'bold' },
      shortcut: { key: 'b' },
      pressed: ({ marks }) => marks.bold,
    },
    {
      label: 'Italique',
      icon: IconItalic,
      action: { type: 'mark', mark: 'italic' },
      shortcut: { key: 'i' },
      pressed: ({ marks }) => marks.italic,
    },
    {
      label: 'Souligné',
      icon: IconUnderline,
      action: { type: 'mark', mark: 'underline' },
      shortcut: { key: 'u' },
      pressed: ({ marks }) => marks.underline,
    },
    {
      label: 'Barré',
      icon: IconStrikethrough,
      action: { type: 'mark', mark: 'strike' },
      shortcut: { key: 'x', shift: true },
      pressed: ({ marks }) => marks.strike,
    },
    {
      label: 'Code',
      icon: IconCode,
      action: { type: 'mark', mark: 'code' },
      shortcut: { key: 'e' },
      pressed: ({ marks }) => marks.code,
    },
  ],
  [
    {
      label: 'Titre',
      icon: IconH2,
      action: { type: 'kind', kind: 'h2' },
      shortcut: { key: '2', alt: true },
      pressed: ({ kind }) => kind === 'h2',
    },
    {
      label: 'Sous-titre',
      icon: IconH3,
      action: { type: 'kind', kind: 'h3' },
      shortcut: { key: '3', alt: true },
      pressed: ({ kind }) => kind === 'h3',
    },
    {
      label: 'Citation',
      icon: IconBlockquote,
      action: { type: 'kind', kind: 'quote' },
      shortcut: { key: '6', shift: true },
      pressed: ({ kind }) => kind === 'quote',
    },
  ],
  [
    {
      label: 'Liste à puces',
      icon: IconList,
      action: { type: 'kind', kind: 'bullet' },
      shortcut: { key: '8', shift: true },
      pressed: ({ kind }) => kind === 'bullet',
    },
    {
      label: 'Liste numérotée',
      icon: IconListNumbers,
      action: { type: 'kind', kind: 'number' },
      shortcut: { key: '7', shift: true },
      pressed: ({ kind }) => kind === 'number',
    },
    {
      label: 'Cases à cocher',
      icon: IconListCheck,
      action: { type: 'kind', kind: 'check' },
      shortcut: { key: '9', shift: true },
      pressed: ({ kind }) => kind === 'check',
    },
    {
      label: 'Diminuer le retrait',
      icon: IconIndentDecrease,
      action: { type: 'indent', by: -1 },
      disabled: ({ canOutdent }) => !canOutdent,
    },
    {
      label: 'Augmenter le retrait',
      icon: IconIndentIncrease,
      action: { type: 'indent', by: 1 },
      disabled: ({ canIndent }) => !canIndent,
    },
  ],
  [
    {
      label: 'Annuler ma dernière modification',
      icon: IconArrowBackUp,
      action: { type: 'undo' },
      shortcut: { key: 'z' },
      disabled: ({ canUndo }) => !canUndo,
    },
    {
      label: 'Rétablir',
      icon: IconArrowForwardUp,
      action: { type: 'redo' },
      shortcut: { key: 'y' },
      disabled: ({ canRedo }) => !canRedo,
    },
  ],
]
