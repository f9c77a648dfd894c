import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type {
  listReports as listReportsRoute,
  report as reportRoute,
  sagaFromFiles as sagaFromFilesRoute,
  sagaOne as sagaOneRoute,
  sagaTwo as sagaTwoRoute,
} from '@tokimori/contract/reports';
import type { Answer, FileAnswer, Input } from '@tokimori/contract/route';
import { type CsvEncoding, LosingText } from '@tokimori/forms/csv';
import { sheetOneFromFiles, sheetTwoFromFiles } from '@tokimori/forms/saga/from-files';
import { sheetOne } from '@tokimori/forms/saga/sheet-one';
import { type SheetTwoInput, sheetTwo } from '@tokimori/forms/saga/sheet-two';
import type { MonthIndex } from '@tokimori/law/time/months';
import { ensure, mayReport } from '../access/policies.ts';
import { refuse } from '../access/refusal.ts';
import type { Actor, Context } from '../context.ts';
import { monthIndexOf } from '../use-cases/reading/moment.ts';
import { type Format, type Made, madeList, madeSheetOne, madeSheetTwo } from './reports/made.ts';
import { monthListColumns, monthListRows } from './reports/month-list.ts';
import { readAhead } from './reports/read-ahead.ts';
import { readSagaFiles } from './reports/saga-files.ts';
import { sagaOneInput } from './reports/saga-one-data.ts';
import { type SagaTwoOrder, sagaTwoOrder, sagaTwoRows } from './reports/saga-two-data.ts';

export type ReportName = Input<typeof reportRoute>['name'];
type About = { readonly title: string; readonly about: string; readonly formats: readonly Format[] };

const formats: readonly Format[] = ['xlsx', 'csv', 'json'];

/** The reports of the product. */
export const reports: Readonly<Record<ReportName, About>> = {
  'saga-1': {
    title: '資料① 部局ごとの時間数・前年度からの増減',
    about: '部局と業務の区分ごとの時間外勤務を、前年の同じ月と比べます。累計と一人あたりの時間も載せます。',
    formats,
  },
  'saga-2': {
    title: '資料② 個人ごとの時間数',
    about:
      '年度の初めからの時間外勤務を一人1行で、その月の多い順に並べます。360時間・720時間を超えた人に印を付けます。',
    formats,
  },
  'month-list': {
    title: '職員別月計',
    about: '職員一人1行で、月の時間外勤務、上限の状態、日ごとの時間外勤務を載せます。',
    formats,
  },
};
const names = Object.keys(reports) as ReportName[];

/** 報告の一覧. */
export async function listReports(_context: Context, actor: Actor): Promise<Answer<typeof listReportsRoute>> {
  ensure(mayReport(actor));
  return { reports: names.map((name) => ({ name, ...reports[name], formats: [...reports[name].formats] })) };
}

/** A report as a file. */
export async function report(context: Context, actor: Actor, input: Input<typeof reportRoute>): Promise<FileAnswer> {
  ensure(mayReport(actor));
  const { name, format, department } = input;
  return answered(
    await made(context, actor.municipality, { name, month: monthIndexOf(input.month), department, format }),
  );
}

/** 資料① as data for the page. */
export async function sagaOne(
  context: Context,
  actor: Actor,
  input: Input<typeof sagaOneRoute>,
): Promise<Answer<typeof sagaOneRoute>> {
  ensure(mayReport(actor));
  const month = monthIndexOf(input.month);
  return sheetOne(await context.store.tenant(actor.municipality, (tx) => sagaOneInput(context, tx, month)));
}

/** 資料② as data for the page, worst first, paged. */
export async function sagaTwo(
  context: Context,
  actor: Actor,
  input: Input<typeof sagaTwoRoute>,
): Promise<Answer<typeof sagaTwoRoute>> {
  ensure(mayReport(actor));
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const order = await sagaTwoOrder(context, tx, month);
    const rows = await sagaTwoRows(tx, order, order.staff.slice(input.after, input.after + input.size));
    return sheetTwo(month, order.months, rows, order.staff.length);
  });
}

/** 資料① or ② from three files of another system. Nothing is stored. */
export async function sagaFromFiles(
  _context: Context,
  actor: Actor,
  input: Input<typeof sagaFromFilesRoute>,
): Promise<FileAnswer> {
  ensure(mayReport(actor));
  const month = monthIndexOf(input.month);
  const { staff, bureaus, days } = await readSagaFiles(
    input.files,
    input.sheet === '1' ? ['departments'] : ['staff', 'days'],
  );
  if (input.sheet === '1') return answered(await madeSheetOne(sheetOneFromFiles(month, staff, bureaus), input.format));
  const { months, rows } = sheetTwoFromFiles(month, staff, days);
  return answered(madeSheetTwo(month, months, rows, input.format));
}

export type ReportWish = {
  readonly month: string;
  readonly department?: string;
  readonly format: string;
  /** Where the file goes. */
  readonly out: string;
  /** Of a CSV; UTF-8 with a BOM unless told otherwise. */
  readonly encoding?: CsvEncoding;
};

/**
 * Writes a report into a file (`tokimori report`), while it is made.
 * @throws Refusal for an unknown report or format, or a character that CP932 does not have
 */
export async function writeReport(
  context: Context,
  municipality: string,
  name: string,
  wish: ReportWish,
): Promise<void> {
  const known = names.find((each) => each === name);
  if (known === undefined) {
    return refuse('report.unknown', {
      status: 404,
      title: 'この名前の報告はありません',
      detail: `${names.join('、')} のどれかを指定してください。`,
    });
  }
  const format = reports[known].formats.find((each) => each === wish.format);
  if (format === undefined) {
    return refuse('report.format-unknown', {
      title: 'この形式では出せません',
      detail: `${reports[known].formats.join('、')} のどれかを指定してください。`,
    });
  }
  const file = await made(context, municipality, {
    name: known,
    month: monthIndexOf(wish.month),
    department: wish.department,
    format,
    encoding: wish.encoding,
  });
  try {
    await pipeline(Readable.from(file.bytes), createWriteStream(wish.out));
  } catch (error) {
    if (!(error instanceof LosingText)) throw error;
    const lost = error.lost.slice(0, 10).map(({ row, character }) => `${row}行目「${character}」`);
    refuse('report.not-in-cp932', {
      title: 'CP932 にない文字があります',
      detail: `${lost.join('、')}。UTF-8 で出してください。`,
    });
  }
}

type Wanted = {
  readonly name: ReportName;
  readonly month: MonthIndex;
  readonly department: string | undefined;
  readonly format: Format;
  readonly encoding?: CsvEncoding | undefined;
};

async function made(context: Context, municipality: string, wanted: Wanted): Promise<Made> {
  const { name, month, format, encoding } = wanted;
  if (name === 'saga-1') {
    return madeSheetOne(
      await context.store.tenant(municipality, (tx) => sagaOneInput(context, tx, month)),
      format,
      encoding,
    );
  }
  if (name === 'saga-2') {
    const order = await context.store.tenant(municipality, (tx) => sagaTwoOrder(context, tx, month));
    return madeSheetTwo(month, order.months, sagaTwoPeople(context, municipality, order), format, encoding);
  }
  const rows = monthListRows(context, municipality, month, wanted.department);
  return madeList({ title: '職員別月計', sheet: '職員別月計', month }, monthListColumns(month), rows, format, encoding);
}

const BATCH = 1_000;

/** Everybody of 資料②, read in batches. */
function sagaTwoPeople(context: Context, municipality: string, order: SagaTwoOrder): AsyncGenerator<SheetTwoInput> {
  let at = 0;
  return readAhead(() => {
    const staff = order.staff.slice(at, at + BATCH);
    at += BATCH;
    return staff.length === 0 ? null : context.store.tenant(municipality, (tx) => sagaTwoRows(tx, order, staff));
  });
}

async function answered({ fileName, mediaType, bytes }: Made): Promise<FileAnswer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return { fileName, mediaType, bytes: Buffer.concat(pieces) };
}
