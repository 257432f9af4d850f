import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { AsideWords } from '../../ui/left-words/aside-words.tsx'
import { CopyWords } from '../../ui/left-words/copy-words.tsx'
import { DocumentLink } from '../../ui/left-words/document-link.tsx'
import { DropWordsDialog } from '../../ui/left-words/drop-words-dialog.tsx'
import { FieldComparison } from '../../ui/left-words/field-comparison.tsx'
import { LeftWordsLists } from '../../ui/left-words/left-words-lists.tsx'
import { PendingWords } from '../../ui/left-words/pending-words.tsx'
import { WordsBeside } from '../../ui/left-words/words-beside.tsx'
import { nothing } from './answers.ts'
import type { Specimen } from './specimen.ts'

/** Nobody: this device keeps nothing of theirs. */
const NOBODY = '00000000-0000-4000-8000-000000000000'

const WORDS = { field: 'description', mine: 'Planter des haies bocagères.', before: 'Planter des haies.' }

function ToDrop() {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open}>
        L’ouvrir
      </Button>
      <DropWordsDialog opened={opened} onCancel={close} onConfirm={close} />
    </>
  )
}

/** Words that are on the device alone. */
export const LEFT_WORDS_SPECIMENS: readonly Specimen[] = [
  {
    file: 'left-words/aside-words.tsx',
    states: {
      'mis de côté': (
        <AsideWords
          words={{ key: 1, path: 'fiche/1', titre: 'Haies', reason: 'gone', at: 0, edits: 1, fields: [WORDS] }}
          order={3}
          onDrop={nothing}
        />
      ),
    },
  },
  { file: 'left-words/copy-words.tsx', states: { seul: <CopyWords fields={[WORDS]} /> } },
  {
    file: 'left-words/document-link.tsx',
    states: {
      fiche: <DocumentLink path={`fiche/${NOBODY}`} titre="Planter des haies" />,
      plan: <DocumentLink path={`plan/${NOBODY}`} titre="" />,
    },
  },
  { file: 'left-words/drop-words-dialog.tsx', states: { 'à ouvrir': <ToDrop /> } },
  {
    file: 'left-words/field-comparison.tsx',
    states: {
      'avec le texte d’alors': <FieldComparison words={WORDS} now={null} order={4} />,
      'avec le texte d’à présent': <FieldComparison words={WORDS} now="Planter des arbres." order={4} />,
    },
  },
  { file: 'left-words/left-words-lists.tsx', states: { vide: <LeftWordsLists userId={NOBODY} /> } },
  {
    file: 'left-words/pending-words.tsx',
    states: {
      'en attente': (
        <PendingWords
          userId={NOBODY}
          copy={{ copyId: 'x', path: 'fiche/1', titre: 'Planter des haies', edits: 3, usedAt: 0 }}
        />
      ),
    },
  },
  {
    file: 'left-words/words-beside.tsx',
    states: {
      comparés: <WordsBeside mine={WORDS.mine} other={WORDS.before} otherName="Texte du serveur" />,
      'sans rien à côté': <WordsBeside mine={WORDS.mine} other={null} otherName="Texte du serveur" />,
    },
  },
]
