/** The paper one prints on, by the width of a slip in mm or as a sheet; remembered by this browser. */
export const PAPERS = ['58', '80', 'a4'] as const;

export type Paper = (typeof PAPERS)[number];

const NAME = 'wattvend.paper-width';

export function readPaper(): Paper {
  try {
    const kept = window.localStorage.getItem(NAME);
    return PAPERS.find((paper) => paper === kept) ?? '80';
  } catch {
    return '80';
  }
}

export function keepPaper(paper: Paper): void {
  try {
    window.localStorage.setItem(NAME, paper);
  } catch {
    return;
  }
}

/** "80 mm", "A4". */
export function paperName(paper: Paper): string {
  return paper === 'a4' ? 'A4 sheet' : `${paper} mm slip`;
}
