/** Bars on a printed page. Their heights are drawn; the figures stand in the tables behind. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { formatMinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import type PDFDocument from 'pdfkit';
import { BRAND, INK, LINE, MARGIN, printable, SOFT_INK } from './pdf-page.ts';

type Doc = InstanceType<typeof PDFDocument>;

export interface Bars {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly height: MinorUnits }[];
  readonly decimalPlaces: number;
}

const CHART_HEIGHT = 130;
const SCALE_WIDTH = 70;
const BAR_WIDTH_MOST = 60;

export function drawBars(doc: Doc, { title, bars, decimalPlaces }: Bars): void {
  doc.font('Helvetica-Bold').fontSize(11).fillColor(INK).text(printable(title), MARGIN);
  const top = doc.y + 6;
  const bottom = top + CHART_HEIGHT;
  const left = MARGIN + SCALE_WIDTH;
  const right = doc.page.width - MARGIN;
  let most = 0n;
  for (const { height } of bars) {
    if (height > most) most = height;
  }
  doc.font('Helvetica').fontSize(7).fillColor(SOFT_INK);
  for (const [part, share] of [0n, 1n, 2n].entries()) {
    const y = bottom - (CHART_HEIGHT * part) / 2;
    doc.moveTo(left, y).lineTo(right, y).lineWidth(0.4).strokeColor(LINE).stroke();
    const text = formatMinorUnits(minorUnits((most * share) / 2n), decimalPlaces);
    doc.text(text, MARGIN, y - 4, { width: SCALE_WIDTH - 6, align: 'right', lineBreak: false });
  }
  const step = (right - left) / Math.max(bars.length, 1);
  const width = Math.min(step * 0.7, BAR_WIDTH_MOST);
  for (const [at, { label, height }] of bars.entries()) {
    const x = left + at * step;
    // Thousandths of the chart's height, so that no money becomes a float.
    const share = most > 0n && height > 0n ? Number((height * 1000n) / most) / 1000 : 0;
    const drawn = CHART_HEIGHT * share;
    doc.rect(x + (step - width) / 2, bottom - drawn, width, drawn).fill(BRAND);
    doc.fillColor(SOFT_INK);
    const options = { width: step, align: 'center', height: 9, ellipsis: true } as const;
    doc.text(printable(label), x, bottom + 3, options);
  }
  doc.x = MARGIN;
  doc.y = bottom + 22;
}
