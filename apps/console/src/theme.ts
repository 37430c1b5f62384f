/** The look in one place: colours, type and shape. Contrast is WCAG AA in both schemes. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

// Petrol: calm, and far from the red and green that mean something on these pages.
const petrol: MantineColorsTuple = [
  '#e8f5f2',
  '#d0eae5',
  '#a4d7ce',
  '#74c3b6',
  '#4cb4a4',
  '#34a896',
  '#1c8d7d',
  '#0f7568',
  '#0b5f55',
  '#074840',
];

// Amber is light and energy: the lamp, the pulse, the energy of a token.
const amber: MantineColorsTuple = [
  '#fff8e6',
  '#ffefc7',
  '#ffdf8f',
  '#ffcd54',
  '#fdbd2a',
  '#f2a90b',
  '#d08700',
  '#9a6300',
  '#774c00',
  '#543600',
];

const dark: MantineColorsTuple = [
  '#e4ece8',
  '#bccac5',
  '#9fb1ab',
  '#70837d',
  '#3b4b46',
  '#2a3834',
  '#1d2926',
  '#151f1c',
  '#101816',
  '#0a100f',
];

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';
const mono =
  'ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace';

export const theme = createTheme({
  colors: { petrol, amber, dark },
  primaryColor: 'petrol',
  // White on this shade is AA in both schemes; the library reckons contrast for one shade only.
  primaryShade: 7,
  autoContrast: true,
  black: '#13201d',
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSmoothing: true,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '7px', md: '10px', lg: '14px', xl: '20px' },
  headings: {
    fontFamily: sans,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.2' },
      h2: { fontSize: '1.125rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.35' },
    },
  },
  cursorType: 'pointer',
  // What may be left out is marked, not what must be filled in.
  components: { InputWrapper: { defaultProps: { withAsterisk: false } } },
  respectReducedMotion: true,
});

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f5f6f2',
    '--mantine-color-text': '#13201d',
    '--mantine-color-dimmed': '#55635e',
    '--mantine-color-placeholder': '#66736e',
    '--mantine-color-default': '#ffffff',
    '--mantine-color-default-hover': '#f0f3ee',
    '--mantine-color-default-border': '#cbd3cd',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-body': '#0d1413',
    '--mantine-color-text': '#e4ece8',
    '--mantine-color-dimmed': '#9fb1ab',
    '--mantine-color-placeholder': '#80938d',
    '--mantine-color-default': '#1a2522',
    '--mantine-color-default-hover': '#22302c',
    '--mantine-color-default-border': '#3b4b46',
    '--mantine-color-error': '#ff8a80',
  },
});
