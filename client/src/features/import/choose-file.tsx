import '@mantine/dropzone/styles.css'
import { Anchor, Button, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRef } from 'react'
import { fr } from '../../lib/text/french.ts'
import { TEMPLATE_URL } from './import-api.ts'
import classes from './choose-file.module.css'

/** Where a file is dropped, or chosen. What is wrong with it, the server says. */
export function ChooseFile({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const open = useRef<() => void>(null)

  return (
    <Stack gap="md">
      <Dropzone
        className={classes.zone}
        openRef={open}
        multiple={false}
        loading={busy}
        activateOnClick={false}
        activateOnKeyboard={false}
        useFsAccessApi={false}
        tabIndex={-1}
        inputProps={{ 'aria-label': 'Classeur à importer' }}
        onDrop={([file]) => file && onFile(file)}
      >
        <Stack align="center" gap="sm" className={classes.inside}>
          <IconFileSpreadsheet size={44} stroke={1.5} aria-hidden />
          <Text fw={600} ta="center">
            Déposez ici le classeur Excel de votre plan
          </Text>
          <Button onClick={() => open.current?.()} disabled={busy} className={classes.button}>
            Choisir un fichier
          </Button>
          <Text size="sm" c="dimmed" ta="center">
            {fr`Format .xlsx, 10 Mo au plus. Rien n’est créé avant que vous ne l’ayez vérifié.`}
          </Text>
        </Stack>
      </Dropzone>
      <Text size="sm">
        Pas encore de fichier ?{' '}
        <Anchor href={TEMPLATE_URL} download underline="always" inherit>
          Télécharger le modèle
        </Anchor>
        {fr` : chaque colonne y a sa consigne, et les listes leurs valeurs. Le modèle de Territoires en Transitions est reconnu aussi.`}
      </Text>
    </Stack>
  )
}
