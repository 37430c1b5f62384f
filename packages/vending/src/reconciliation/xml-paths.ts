/**
 * XML as a stream of paths and texts, and nothing else: no document type, no entities of its own,
 * no depth without end. Whoever reads gets told where the parser stands when something is wrong.
 */
import { SaxesParser } from 'saxes';

const DEPTH_MAX = 32;
const TEXT_LENGTH_MAX = 65_536;

export interface XmlReader {
  /** `path` is of local names, such as "Document/BkToCstmrStmt/Stmt". */
  readonly open: (path: string, namespace: string) => void;
  readonly close: (path: string, text: string, currency: string | null) => void;
}

export interface XmlFault {
  readonly line: number;
  readonly expected: string;
}

export interface XmlPieces {
  /** Null while all is well; after a fault nothing more is read. */
  readonly write: (piece: string) => XmlFault | null;
  readonly end: () => XmlFault | null;
  readonly line: () => number;
}

export function xmlPieces(reader: XmlReader): XmlPieces {
  const parser = new SaxesParser({ xmlns: true });
  const open: { readonly path: string; text: string; readonly currency: string | null }[] = [];
  let fault: XmlFault | null = null;
  const fail = (expected: string): void => {
    fault ??= { line: parser.line, expected };
  };
  parser.on('error', () => fail('well-formed XML'));
  parser.on('doctype', () => fail('no document type'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') fail('XML in UTF-8');
  });
  parser.on('opentag', (tag) => {
    if (fault !== null) return;
    if (open.length >= DEPTH_MAX) return fail(`at most ${DEPTH_MAX} elements within each other`);
    const above = open.at(-1);
    // What holds elements holds no text, only the blanks between them.
    if (above !== undefined) above.text = '';
    const path = above === undefined ? tag.local : `${above.path}/${tag.local}`;
    open.push({ path, text: '', currency: tag.attributes['Ccy']?.value ?? null });
    reader.open(path, tag.uri);
  });
  const add = (text: string): void => {
    const element = open.at(-1);
    if (fault !== null || element === undefined) return;
    element.text += text;
    if (element.text.length > TEXT_LENGTH_MAX)
      fail(`texts of at most ${TEXT_LENGTH_MAX} characters`);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    if (fault !== null) return;
    const element = open.pop();
    if (element !== undefined) reader.close(element.path, element.text.trim(), element.currency);
  });
  return {
    write(piece) {
      if (fault === null) parser.write(piece);
      return fault;
    },
    end() {
      if (fault === null) parser.close();
      return fault;
    },
    line: () => parser.line,
  };
}
