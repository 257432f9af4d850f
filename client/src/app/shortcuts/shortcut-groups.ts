import { TOOLBAR_GROUPS } from '../../ui/editor/toolbar/toolbar-items.ts'
import { PALETTE_SHORTCUT, shortcutKeys } from '../../lib/keyboard/shortcut.ts'

export interface ShortcutLine {
  label: string
  /** Pressed together; each list is one way. */
  ways: readonly (readonly string[])[]
}

interface ShortcutGroup {
  title: string
  lines: readonly ShortcutLine[]
}

const line = (label: string, ...ways: readonly (readonly string[])[]): ShortcutLine => ({ label, ways })

/** Every shortcut of the application, where it works. Those of texts are the toolbar's own. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  {
    title: 'Partout',
    lines: [
      line('Chercher un plan, une fiche, une page ou une action', shortcutKeys(PALETTE_SHORTCUT)),
      line('Voir les raccourcis', ['?']),
      line('Aller droit au contenu de la page', ['Tab']),
      line('Fermer une fenêtre, ou reprendre ce qu’il y avait dans un champ', ['Échap']),
    ],
  },
  {
    title: 'Dans un texte',
    lines: [
      ...TOOLBAR_GROUPS.flat().flatMap(({ label, shortcut }) =>
        shortcut ? [line(label, shortcutKeys(shortcut))] : [],
      ),
      line('Lien', shortcutKeys({ key: 'k' })),
      line('Cocher ou décocher une case', shortcutKeys({ key: 'Entrée' })),
      line('Changer de retrait dans une liste', ['Tab'], ['Maj', 'Tab']),
      line('Aller d’un bouton à l’autre de la barre d’outils', ['←'], ['→']),
    ],
  },
  {
    title: 'Au début d’un paragraphe, suivis d’une espace',
    lines: [
      line('Liste à puces', ['-'], ['*']),
      line('Liste numérotée', ['1.']),
      line('Case à cocher, case cochée', ['[]'], ['[x]']),
      line('Titre, sous-titre', ['##'], ['###']),
      line('Citation', ['>']),
    ],
  },
  {
    title: 'Dans l’arbre d’un plan',
    lines: [
      line('Aller d’une ligne à l’autre', ['↑'], ['↓']),
      line('Première ligne, dernière ligne', ['Début'], ['Fin']),
      line('Déplier, replier un axe', ['→'], ['←']),
      line('Saisir une ligne ou la sélection, puis la déposer', ['Espace']),
      line('Choisir où déposer', ['↑'], ['↓']),
      line('Renoncer à déplacer', ['Échap']),
      line('Étendre la sélection jusqu’à une ligne', ['Maj', 'clic']),
      line('Annuler ma dernière modification', shortcutKeys({ key: 'z' })),
    ],
  },
  {
    title: 'Dans le tableau des fiches',
    lines: [
      line('Cellules voisines', ['↑'], ['↓'], ['←'], ['→']),
      line('Dix lignes plus haut, plus bas', ['Page ↑'], ['Page ↓']),
      line('Début, fin de la ligne', ['Début'], ['Fin']),
      line('Première, dernière cellule', ['Ctrl', 'Début'], ['Ctrl', 'Fin']),
      line('Modifier la cellule', ['Entrée'], ['F2']),
      line('Renoncer à modifier', ['Échap']),
      line('Élargir, rétrécir la colonne dont on tient le bord', ['→'], ['←']),
    ],
  },
  {
    title: 'Dans les colonnes et la frise des fiches',
    lines: [
      line('Saisir une carte, puis la déposer', ['Espace']),
      line('Changer la carte de colonne', ['←'], ['→']),
      line('Déplacer une barre de la frise', ['←'], ['→']),
      line('Déplacer sa fin', ['Maj', '←'], ['Maj', '→']),
      line('Déplacer son début', ['Ctrl', '←'], ['Ctrl', '→']),
      line('Garder les dates', ['Entrée']),
      line('Renoncer', ['Échap']),
    ],
  },
  {
    title: 'Dans les valeurs d’un indicateur',
    lines: [
      line('Cellule du dessous, du dessus', ['Entrée'], ['Maj', 'Entrée']),
      line('Cellules voisines', ['↑'], ['↓'], ['←'], ['→']),
      line('Coller plusieurs cellules d’un tableur', shortcutKeys({ key: 'v' })),
      line('Reprendre la valeur d’avant', ['Échap']),
    ],
  },
]
