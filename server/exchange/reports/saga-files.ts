import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadedFile } from '@tokimori/contract/route';
import { type SagaField, sagaShapes } from '@tokimori/contract/saga-columns';
import type { BureauRow } from '@tokimori/forms/saga/file-sums';
import type { DayRow, StaffRow } from '@tokimori/forms/saga/from-files';
import { refuse } from '../../access/refusal.ts';
import { decodedText, inspectFile } from '../decode.ts';
import { readable, refuseTwice } from '../import-core.ts';
import { UnreadableHeader } from '../intake.ts';
import { type Layout, layoutOf } from '../rows/columns.ts';
import { type CsvRow, csvRows } from '../rows/csv-rows.ts';
import { RowReader, rowRefusals } from '../rows/row-reader.ts';
import { bureauList, dayList, type FileKind, saidOf, staffList, TWICE } from './saga-file-kinds.ts';

export type SagaFiles = {
  readonly staff: readonly StaffRow[];
  readonly bureaus: readonly BureauRow[];
  readonly days: readonly DayRow[];
};

/**
 * Reads the three files. A sheet made from part of a file would be wrong: one bad line refuses all.
 * `needs`: the fields of the files that must be there; others may be left out.
 */
export async function readSagaFiles(files: readonly UploadedFile[], needs: readonly SagaField[]): Promise<SagaFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'tokimori-saga-'));
  try {
    const rows = async <Row>(kind: FileKind<Row>): Promise<readonly Row[]> => {
      const file = files.find((each) => each.field === kind.field);
      if (file !== undefined) return readRows(kind, file, join(folder, kind.field));
      if (!needs.includes(kind.field)) return [];
      return refuse('report.file-missing', {
        status: 400,
        title: 'ファイルが足りません',
        detail: `「${nameOf(kind)}」のファイルがありません。「${nameOf(kind)}」のCSVを選んでください。`,
        fields: [{ field: kind.field, code: 'report.file-missing', message: `${nameOf(kind)}のCSVを選んでください` }],
      });
    };
    const bureaus = await rows(bureauList);
    return { staff: await rows(staffList), bureaus, days: await rows(dayList) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const nameOf = ({ field }: { readonly field: SagaField }): string => sagaShapes[field].name;

async function readRows<Row>(kind: FileKind<Row>, file: UploadedFile, path: string): Promise<readonly Row[]> {
  await writeFile(path, file.bytes, { mode: 0o600 });
  return readable(async () => {
    const facts = await inspectFile(path, 'auto');
    const found: Row[] = [];
    const bad: string[] = [];
    const totalsSeen = new Set<string>();
    let layout: Layout | undefined;
    for await (const batch of csvRows(decodedText(path, facts.encoding), facts.separator)) {
      for (const csv of batch) {
        if (layout === undefined) {
          layout = headerOf(kind, csv);
          continue;
        }
        const reader = new RowReader(csv.cells, layout.positions);
        const spoilt = rowRefusals(csv, layout.columns.length);
        const row = spoilt.length > 0 ? undefined : kind.read(reader);
        const total = row === undefined ? null : (kind.totalOf?.(row) ?? null);
        if (total !== null && totalsSeen.has(total)) reader.refuse('部局', TWICE);
        if (total !== null) totalsSeen.add(total);
        const refusals = [...spoilt, ...reader.refusals];
        if (row !== undefined && refusals.length === 0) found.push(row);
        for (const { field, code, value } of refusals)
          bad.push(`${csv.line}行目 ${field}「${value.slice(0, 60)}」: ${saidOf({ code, field, line: csv.line })}`);
      }
    }
    if (bad.length > 0) refuseLines(kind, bad);
    return found;
  });
}

function headerOf(kind: { readonly field: SagaField }, row: CsvRow): Layout {
  if (row.fault !== undefined) throw new UnreadableHeader(row.fault, row.line);
  const layout = layoutOf(row.cells, sagaShapes[kind.field].columns, [], {});
  refuseTwice(layout.twice);
  if (layout.missing.length > 0) {
    refuse('report.columns-missing', {
      title: `「${nameOf(kind)}」に必要な項目がありません`,
      detail: `${layout.missing.join('、')} の列が要ります。1行目の項目名を確かめてください。`,
    });
  }
  return layout;
}

const SHOWN = 10;

function refuseLines(kind: { readonly field: SagaField }, bad: readonly string[]): never {
  const more = bad.length > SHOWN ? ` ほか${bad.length - SHOWN}か所。` : '';
  return refuse('report.lines-unreadable', {
    title: `「${nameOf(kind)}」に読めない行があります(${bad.length}か所)`,
    detail: `${bad.slice(0, SHOWN).join(' / ')}${more} 直してから、もう一度選んでください。`,
  });
}
