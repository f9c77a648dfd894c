import { Document, isCollection, isScalar, visit } from 'yaml';
import type { Words } from '../parameters/kinds/kind.ts';
import { type Contradiction, type DocumentRead, readDocument } from '../reading/read-document.ts';
import { type Field, layoutKind, type PayLayout } from './layout.ts';

const ofTheRow: readonly Field[] = ['hours', 'classCode', 'className'];
const measured: readonly Field[] = ['class', 'overtimeTotal', 'beyondSixty', 'timeOffInLieu', 'hours'];

const words = (ja: string, en: string): Words => ({ ja, en });

/** What columns say together with the shape of the rows. */
function contradictions({ rows, columns, codes }: PayLayout): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const [at, { gives, of, unit, text }] of columns.entries()) {
    const complain = (member: string, ja: string, en: string) =>
      found.push({ path: ['columns', at, member], words: words(ja, en) });
    if ((gives === 'class') !== (of !== undefined))
      complain(
        of === undefined ? 'gives' : 'of',
        'of は、gives が class の列にだけ、必ず書きます。',
        'A column that gives class needs of, and no other has it.',
      );
    if ((gives === 'text') !== (text !== undefined))
      complain(
        text === undefined ? 'gives' : 'text',
        'text は、gives が text の列にだけ、必ず書きます。',
        'A column that gives text needs text, and no other has it.',
      );
    if (unit !== undefined && !measured.includes(gives))
      complain('unit', '時間の列にだけ書けます。', 'Only columns of hours have a unit.');
    if (rows === 'person' && ofTheRow.includes(gives))
      complain(
        'gives',
        '一人1行のときは使えません。rows を personAndClass にします。',
        'It needs rows: personAndClass.',
      );
    if (rows === 'personAndClass' && gives === 'class')
      complain('gives', '区分ごとに1行のときは hours を使います。', 'With rows: personAndClass write hours.');
  }
  const has = (...wanted: readonly Field[]) => columns.some(({ gives }) => wanted.includes(gives));
  if (!has('staff'))
    found.push({ path: ['columns'], words: words('職員番号(staff)の列が要ります。', 'A column of staff is needed.') });
  if (rows === 'personAndClass' && !(has('hours') && has('classCode', 'className')))
    found.push({
      path: ['columns'],
      words: words(
        '区分ごとに1行のときは、hours と、classCode か className の列が要ります。',
        'rows: personAndClass needs hours, and classCode or className.',
      ),
    });
  if (has('classCode') && codes.length === 0)
    found.push({ path: ['codes'], words: words('区分のコードを書きます。', 'Give the codes of the classes.') });
  return found;
}

const whole = words(
  'ファイルの全体は、name、effectiveFrom、encoding、heading、rows、people、unit、differences、columns、codes の項目です。',
  'The file consists of name, effectiveFrom, encoding, heading, rows, people, unit, differences, columns and codes.',
);

/** Reads the layout of a file for payroll (YAML 1.2), or every problem of it by line. */
export const readLayout = (source: string, file: string): DocumentRead<PayLayout> =>
  readDocument(source, file, layoutKind, { whole, contradictions });

const DATE = /^\d{4}-\d\d-\d\d$/;

/** A layout as a file, a column a line, to be read again by {@link readLayout}. */
export function writeLayout(layout: PayLayout): string {
  const document = new Document(layoutKind.writes(layout));
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && DATE.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
    Pair: (_, { key, value }) => {
      if (isScalar(key) && (key.value === 'columns' || key.value === 'codes') && isCollection(value))
        for (const item of value.items) if (isCollection(item)) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}
