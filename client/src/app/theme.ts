import {
  Anchor,
  Button,
  createTheme,
  type CSSVariablesResolver,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Notification,
  Tooltip,
} from '@mantine/core'

/** Ink blue: links, buttons, focus. Shade 7 on white and shade 3 on the dark page both pass AA for text. */
const encre: MantineColorsTuple = [
  '#eef3fb',
  '#d9e4f5',
  '#b3c9ea',
  '#8fb2e3',
  '#6491d2',
  '#447bc8',
  '#2f68b9',
  '#23549b',
  '#1c447e',
  '#153462',
]

/** Mantine's own, but for the shades under white text: its red is too pale to read it on. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#ff6b6b',
  '#d32f2f',
  '#c92a2a',
  '#b02525',
  '#961f1f',
]

/** Text, borders and surfaces of the dark scheme, from the lightest; 7 is the page. */
const dark: MantineColorsTuple = [
  '#e4e7ec',
  '#c3c8d0',
  '#a3acb8',
  '#7b8492',
  '#434c5a',
  '#333b47',
  '#262d37',
  '#171b22',
  '#12151b',
  '#0c0f13',
]

export const theme = createTheme({
  primaryColor: 'encre',
  primaryShade: { light: 7, dark: 6 },
  colors: { encre, red, dark },
  black: '#1b2430',
  fontFamily: "'Public Sans Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '650',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.45' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    InputWrapper: InputWrapper.extend({ defaultProps: { size: 'sm' } }),
    // In place, not in a portal: what is in no landmark is out of the way of screen readers. And the focus goes to the
    // first entry, not to an empty stop before it.
    Menu: Menu.extend({ defaultProps: { shadow: 'md', withinPortal: false, withInitialFocusPlaceholder: false } }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' } },
      // Mantine's grey under a title is too pale to read.
      styles: { description: { color: 'var(--mantine-color-text)' } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: false } } }),
  },
})

/** Mantine's own greys for secondary text, placeholders and input borders are under AA: these replace them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#566173',
    '--mantine-color-placeholder': '#5f6a7a',
    '--mantine-color-error': '#b3261e',
    '--pupitre-page': '#f5f6f8',
    '--pupitre-surface': '#ffffff',
    '--pupitre-line': '#dde1e7',
    '--pupitre-control-line': '#858f9d',
    '--pupitre-hover': '#eef1f5',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b2be',
    '--mantine-color-placeholder': '#98a2af',
    '--mantine-color-error': '#ff9d92',
    '--mantine-color-anchor': '#8fb2e3',
    '--pupitre-page': '#12151b',
    '--pupitre-surface': '#1b2028',
    '--pupitre-line': '#333b47',
    '--pupitre-control-line': '#748090',
    '--pupitre-hover': '#262d37',
  },
})
