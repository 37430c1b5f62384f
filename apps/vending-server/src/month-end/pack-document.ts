/**
 * The month-end pack as a printed document. The same figures printed at the same moment are the same
 * octets: nothing in here asks for the time or for chance.
 */
import type { MonthEnd } from '@wattvend/vending/month-end.js';
import type { MonthEndTable } from '@wattvend/vending/month-end-tables.js';
import { MONTH_END_TABLES, monthEndTables } from '@wattvend/vending/month-end-tables.js';
import PDFDocument from 'pdfkit';
import { drawBars } from './pdf-chart.ts';
import { INK, MARGIN, printable, SOFT_INK } from './pdf-page.ts';
import { drawTable } from './pdf-table.ts';

/** Wide tables stand on the page's long side. */
export function packDocument(pack: MonthEnd): Promise<Buffer> {
  const { utility, month, printedAt } = pack;
  const title = `${utility.name}: month ${month}`;
  const doc = new PDFDocument({
    ...{ size: 'A4', layout: 'landscape', margin: MARGIN, bufferPages: true },
    info: { Title: title, Creator: 'wattvend', CreationDate: new Date(printedAt) },
  });
  const pieces: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
  drawFront(doc, pack);
  const tables = monthEndTables(pack);
  for (const name of MONTH_END_TABLES) {
    drawTable(doc, tables[name]);
    drawNote(doc, name);
  }
  numberPages(doc, title);
  doc.end();
  return written;
}

type Doc = InstanceType<typeof PDFDocument>;

function drawFront(doc: Doc, pack: MonthEnd): void {
  const { utility, span, printedAt, tokens, sales, salesByDay } = pack;
  const printed = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: utility.timeZone, dateStyle: 'long', timeStyle: 'short' },
  }).format(printedAt);
  doc.font('Helvetica-Bold').fontSize(22).fillColor(INK).text(printable(utility.name));
  doc.fontSize(14).text(`Month-end pack, ${span.from} to ${span.to}`);
  doc.font('Helvetica').fontSize(9).fillColor(SOFT_INK);
  doc.text(`Printed ${printable(printed)}, ${utility.timeZone}. Money in ${utility.currencyCode}.`);
  doc.text('Sales count on the day their tokens were issued, on the calendar of the utility.');
  const agree = tokens.agree
    ? 'Ledger, tokens and security module agree.'
    : 'LEDGER, TOKENS AND SECURITY MODULE DO NOT AGREE.';
  doc.font('Helvetica-Bold').text(agree).moveDown(1.2);
  const bars = (report: MonthEnd['salesByDay'], label: (row: { period: string }) => string) =>
    report.rows.map((row) => ({ label: label(row), height: row.tendered }));
  drawBars(doc, {
    title: `Sales by day (${utility.currencyCode})`,
    bars: bars(salesByDay, ({ period }) => period.slice(8)),
    decimalPlaces: utility.decimalPlaces,
  });
  drawBars(doc, {
    title: `Sales by tariff (${utility.currencyCode})`,
    bars: sales.tariff.rows.map((row) => ({ label: row.name ?? '-', height: row.tendered })),
    decimalPlaces: utility.decimalPlaces,
  });
}

const NOTES: Partial<Readonly<Record<MonthEndTable, string>>> = {
  'trial-balance': 'Opening: a debit is positive, a credit negative. Both must come to nothing.',
  'vendor-floats': 'What the utility owes each vendor, and the vendor may still sell.',
  'debts-by-age': 'Of what is owed when printed, by the days since each debt was agreed.',
};

function drawNote(doc: Doc, name: MonthEndTable): void {
  const note = NOTES[name];
  if (note !== undefined) {
    doc
      .font('Helvetica')
      .fontSize(8)
      .fillColor(SOFT_INK)
      .text(note, MARGIN, doc.y + 2);
  }
  doc.moveDown(1.4);
}

function numberPages(doc: Doc, title: string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Below the margin, where text would begin another page.
    doc.page.margins.bottom = 0;
    doc.font('Helvetica').fontSize(8).fillColor(SOFT_INK);
    const at = doc.page.height - MARGIN + 12;
    const width = doc.page.width - 2 * MARGIN;
    doc.text(printable(title), MARGIN, at, { width, lineBreak: false });
    doc.text(`${page + 1} / ${count}`, MARGIN, at, { width, align: 'right', lineBreak: false });
  }
}
