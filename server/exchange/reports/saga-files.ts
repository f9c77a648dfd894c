import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadedFile } from '@tokimori/contract/route';
import type { BureauRow, DayRow, StaffRow } from '@tokimori/forms/saga/from-files';
import { refuse } from '../../access/refusal.ts';
import { decodedText, inspectFile } from '../decode.ts';
import { readable } from '../import-core.ts';
import { categories } from '../kinds/overtime.ts';
import { type Column, layoutOf } from '../rows/columns.ts';
import { csvRows } from '../rows/csv-rows.ts';
import { RowReader } from '../rows/row-reader.ts';
import { plain, readAmount, readDay, readDuration, readMonth, readText, readWord } from '../rows/values.ts';
import { sentenceOf } from '../wording.ts';

/** One of the three files: what its form field and its columns are called. */
type FileKind<Row> = {
  readonly field: 'staff' | 'departments' | 'days';
  readonly name: string;
  readonly columns: readonly Column[];
  readonly read: (row: RowReader) => Row | undefined;
};

const column = (field: string, required: boolean, ...aliases: string[]): Column => ({ field, aliases, required });
const category = (row: RowReader) => row.required('区分', (text) => readWord(text, categories));
const amount = (row: RowReader) => row.optional('手当額', readAmount, null);

const staffList: FileKind<StaffRow> = {
  field: 'staff',
  name: '職員一覧',
  columns: [
    column('職員番号', true, '職員コード', '職員CD', '社員番号'),
    column('氏名', true, '職員名', '職員氏名'),
    column('部局', true, '部署コード', '部局名', '部局コード', '所属', '所属名', '部署名'),
  ],
  read: (row) => {
    const staff = row.required('職員番号', plain);
    const name = row.required('氏名', (text) => readText(text, 60));
    const bureau = row.required('部局', (text) => readText(text, 60));
    return staff === undefined || name === undefined || bureau === undefined ? undefined : { staff, name, bureau };
  },
};

const bureauList: FileKind<BureauRow> = {
  field: 'departments',
  name: '部局ごとの時間外一覧',
  columns: [
    column('部局', true, '部署コード', '部局名', '部局コード', '所属', '所属名', '部署名'),
    column('年月', true, '対象年月', '月'),
    column('区分', true, '業務区分'),
    column('時間数', true, '時間', '時間外時間数', '時間外時間'),
    column('手当額', false, '手当', '支給額'),
  ],
  read: (row) => {
    const bureau = row.required('部局', (text) => readText(text, 60));
    const month = row.required('年月', readMonth);
    const kind = category(row);
    const minutes = row.required('時間数', readDuration);
    const allowance = amount(row);
    if (bureau === undefined || month === undefined || kind === undefined || minutes === undefined) return undefined;
    return { bureau, month, category: kind, minutes, allowance };
  },
};

const dayList: FileKind<DayRow> = {
  field: 'days',
  name: '日ごとの時間外一覧',
  columns: [
    column('職員番号', true, '職員コード', '職員CD', '社員番号'),
    column('日付', true, '勤務日', '年月日'),
    column('時間数', true, '時間', '時間外時間数', '時間外時間'),
    column('区分', false, '業務区分'),
    column('手当額', false, '手当', '支給額'),
  ],
  read: (row) => {
    const staff = row.required('職員番号', plain);
    const day = row.required('日付', readDay);
    const minutes = row.required('時間数', readDuration);
    const kind = row.has('区分') ? category(row) : ('normal' as const);
    const allowance = amount(row);
    if (staff === undefined || day === undefined || minutes === undefined || kind === undefined) return undefined;
    return { staff, day, minutes, category: kind, allowance };
  },
};

export type SagaFiles = {
  readonly staff: readonly StaffRow[];
  readonly bureaus: readonly BureauRow[];
  readonly days: readonly DayRow[];
};

/**
 * Reads the three files. A sheet made from part of a file would be wrong: one bad line refuses all.
 * `needs`: the fields of the files that must be there; others may be left out.
 */
export async function readSagaFiles(
  files: readonly UploadedFile[],
  needs: readonly FileKind<unknown>['field'][],
): Promise<SagaFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'tokimori-saga-'));
  try {
    const rows = async <Row>(kind: FileKind<Row>): Promise<readonly Row[]> => {
      const file = files.find((each) => each.field === kind.field);
      if (file !== undefined) return readRows(kind, file, join(folder, kind.field));
      if (!needs.includes(kind.field)) return [];
      return refuse('report.file-missing', {
        status: 400,
        title: 'ファイルが足りません',
        detail: `「${kind.name}」のCSVを選んでください。`,
        fields: [{ field: kind.field, code: 'report.file-missing', message: `${kind.name}のCSVを選んでください` }],
      });
    };
    return { staff: await rows(staffList), bureaus: await rows(bureauList), days: await rows(dayList) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readRows<Row>(kind: FileKind<Row>, file: UploadedFile, path: string): Promise<readonly Row[]> {
  await writeFile(path, file.bytes, { mode: 0o600 });
  return readable(async () => {
    const facts = await inspectFile(path, 'auto');
    const found: Row[] = [];
    const bad: string[] = [];
    let positions: ReadonlyMap<string, number> | undefined;
    for await (const batch of csvRows(decodedText(path, facts.encoding), facts.separator)) {
      for (const { cells, line } of batch) {
        if (positions === undefined) {
          positions = headerOf(kind, cells);
          continue;
        }
        const reader = new RowReader(cells, positions);
        const row = kind.read(reader);
        if (row !== undefined && reader.refusals.length === 0) found.push(row);
        else
          for (const { field, code, value } of reader.refusals)
            bad.push(`${line}行目 ${field}「${value}」: ${sentenceOf(code, field).message}`);
      }
    }
    if (bad.length > 0) refuseLines(kind, bad);
    return found;
  });
}

function headerOf(kind: FileKind<unknown>, cells: readonly string[]): ReadonlyMap<string, number> {
  const layout = layoutOf(cells, kind.columns, [], {});
  if (layout.missing.length > 0) {
    refuse('report.columns-missing', {
      title: `「${kind.name}」に必要な項目がありません`,
      detail: `${layout.missing.join('、')} の列が要ります。1行目の項目名を確かめてください。`,
    });
  }
  return layout.positions;
}

const SHOWN = 10;

function refuseLines(kind: FileKind<unknown>, bad: readonly string[]): never {
  const more = bad.length > SHOWN ? ` ほか${bad.length - SHOWN}か所。` : '';
  return refuse('report.lines-unreadable', {
    title: `「${kind.name}」に読めない行があります(${bad.length}か所)`,
    detail: `${bad.slice(0, SHOWN).join(' / ')}${more} 直してから、もう一度選んでください。`,
  });
}
