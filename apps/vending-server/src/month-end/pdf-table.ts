/** A table on printed pages: the names of the columns again on each page, figures to the right. */
import type { ReportColumn, ReportTable } from '@wattvend/vending/report-table.js';
import type PDFDocument from 'pdfkit';
import { INK, LINE, MARGIN, printable } from './pdf-page.ts';

type Doc = InstanceType<typeof PDFDocument>;

const ROW_HEIGHT = 14;
const HEAD_HEIGHT = 24;
const TITLE_HEIGHT = 24;
const TEXT_SIZE = 8;
const GAP = 6;
const COLUMN_WIDTH_LEAST = 40;

export function drawTable(doc: Doc, table: ReportTable): void {
  const widths = widthsOf(doc, table);
  // A title at the foot of a page would stand there alone.
  if (roomLeft(doc) < TITLE_HEIGHT + HEAD_HEIGHT + 3 * ROW_HEIGHT) doc.addPage();
  doc.font('Helvetica-Bold').fontSize(13).fillColor(INK).text(printable(table.title), MARGIN);
  doc.y += 4;
  drawHead(doc, table.columns, widths);
  for (const row of table.rows) drawRow(doc, table.columns, widths, row, 'Helvetica');
  if (table.rows.length === 0) {
    doc
      .font('Helvetica')
      .fontSize(TEXT_SIZE)
      .text('Nothing', MARGIN, doc.y + 3);
  } else if (table.total !== null) {
    drawRow(doc, table.columns, widths, table.total, 'Helvetica-Bold');
  }
}

function roomLeft(doc: Doc): number {
  return doc.page.height - MARGIN - doc.y;
}

/**
 * As wide as the widest cell. When they do not fit, the columns of text give way: a name may lose
 * its end, a figure never.
 */
function widthsOf(doc: Doc, { columns, rows, total }: ReportTable): readonly number[] {
  doc.font('Helvetica-Bold').fontSize(TEXT_SIZE);
  const wanted = columns.map(({ title }, at) => {
    const cells = [...rows, ...(total === null ? [] : [total])].map((row) => row[at] ?? '');
    const widest = Math.max(0, ...cells.map((cell) => doc.widthOfString(printable(cell))));
    // A title may take two lines and is broken between words only.
    const words = printable(title)
      .split(' ')
      .map((word) => doc.widthOfString(word));
    const half = doc.widthOfString(printable(title)) / 1.6;
    return Math.max(COLUMN_WIDTH_LEAST, widest, half, ...words) + GAP;
  });
  const room = doc.page.width - 2 * MARGIN;
  const widthOf = (kind: ReportColumn['kind']): number =>
    wanted.reduce((sum, width, at) => sum + (columns[at]?.kind === kind ? width : 0), 0);
  const [texts, figures] = [widthOf('text'), widthOf('figure')];
  if (texts + figures <= room) return wanted;
  const share = Math.max(0, room - figures) / texts;
  return wanted.map((width, at) => (columns[at]?.kind === 'text' ? width * share : width));
}

function drawHead(doc: Doc, columns: readonly ReportColumn[], widths: readonly number[]): void {
  const top = doc.y;
  doc.font('Helvetica-Bold').fontSize(TEXT_SIZE).fillColor(INK);
  let x = MARGIN;
  for (const [at, { title, kind }] of columns.entries()) {
    const width = (widths[at] ?? 0) - GAP;
    const align = kind === 'figure' ? 'right' : 'left';
    doc.text(printable(title), x, top, { width, align, height: HEAD_HEIGHT, ellipsis: true });
    x += widths[at] ?? 0;
  }
  doc.y = top + HEAD_HEIGHT;
  drawRule(doc, x);
}

function drawRule(doc: Doc, toX: number): void {
  doc
    .moveTo(MARGIN, doc.y - 3)
    .lineTo(toX - GAP, doc.y - 3)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke();
}

function drawRow(
  doc: Doc,
  columns: readonly ReportColumn[],
  widths: readonly number[],
  row: readonly string[],
  font: 'Helvetica' | 'Helvetica-Bold',
): void {
  if (roomLeft(doc) < ROW_HEIGHT) {
    doc.addPage();
    drawHead(doc, columns, widths);
  }
  const top = doc.y;
  doc.font(font).fontSize(TEXT_SIZE).fillColor(INK);
  let x = MARGIN;
  for (const [at, { kind }] of columns.entries()) {
    const width = (widths[at] ?? 0) - GAP;
    const align = kind === 'figure' ? 'right' : 'left';
    const options = { width, align, height: ROW_HEIGHT, lineBreak: false, ellipsis: true } as const;
    doc.text(fitting(doc, printable(row[at] ?? ''), width), x, top, options);
    x += widths[at] ?? 0;
  }
  doc.x = MARGIN;
  doc.y = top + ROW_HEIGHT;
}

/** A long name loses its end; it would otherwise run into the next column. */
function fitting(doc: Doc, text: string, width: number): string {
  if (doc.widthOfString(text) <= width + 0.01) return text;
  let kept = text;
  while (kept !== '' && doc.widthOfString(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}
