/** The width of the receipt printer's paper, remembered by this browser. */
export type PaperWidth = '58' | '80';

const NAME = 'wattvend.paper-width';

export function readPaperWidth(): PaperWidth {
  try {
    return window.localStorage.getItem(NAME) === '58' ? '58' : '80';
  } catch {
    return '80';
  }
}

export function keepPaperWidth(width: PaperWidth): void {
  try {
    window.localStorage.setItem(NAME, width);
  } catch {
    return;
  }
}
