import type {
  listReports as listReportsRoute,
  report as reportRoute,
  sagaFromFiles as sagaFromFilesRoute,
  sagaOne as sagaOneRoute,
  sagaTwo as sagaTwoRoute,
} from '@tokimori/contract/reports';
import type { Answer, FileAnswer, Input, UploadedFile } from '@tokimori/contract/route';
import type { CsvEncoding } from '@tokimori/forms/csv';
import { withFewColumnsJoined } from '@tokimori/forms/saga/few-columns';
import { sheetOne } from '@tokimori/forms/saga/sheet-one';
import { type SheetTwoInput, sheetTwo } from '@tokimori/forms/saga/sheet-two';
import type { MonthIndex } from '@tokimori/law/time/months';
import { ensure, mayReport } from '../access/policies.ts';
import { mayViewSmallBureaus } from '../access/policies-registers.ts';
import { mayOpenSheet } from '../access/policies-sheets.ts';
import { refuse } from '../access/refusal.ts';
import type { Actor, Context } from '../context.ts';
import { here, monthIndexOf } from '../use-cases/reading/moment.ts';
import { answered } from './reports/answered.ts';
import { formatNamed, type ReportName, reportNamed, reportNames, reports } from './reports/catalogue.ts';
import { type Format, type Made, madeList, madeSheetOne, madeSheetTwo } from './reports/made.ts';
import { hasMonthList } from './reports/month-known.ts';
import { monthListColumns, monthListRows } from './reports/month-list.ts';
import { readAhead } from './reports/read-ahead.ts';
import { madeRegister } from './reports/registers-read.ts';
import { madeFromFiles } from './reports/saga-made.ts';
import { sagaOneInput } from './reports/saga-one-data.ts';
import { type SagaTwoOrder, sagaTwoOrder, sagaTwoRows } from './reports/saga-two-data.ts';
import { readScope } from './reports/scope.ts';
import { type Output, writeMade } from './reports/write-made.ts';

/** 報告の一覧. */
export async function listReports(_context: Context, actor: Actor): Promise<Answer<typeof listReportsRoute>> {
  ensure(mayReport(actor));
  return { reports: reportNames.map((name) => ({ name, ...reports[name], formats: [...reports[name].formats] })) };
}

/** A report as a file. */
export async function report(context: Context, actor: Actor, input: Input<typeof reportRoute>): Promise<FileAnswer> {
  ensure(mayReport(actor));
  const { name, format, department } = input;
  return answered(
    (await made(context, actor.municipality, { name, month: monthIndexOf(input.month), department, format })).file,
  );
}

/** 資料① as data for the page: of one department for those who make reports; of every 部局 for heads too, those of few people as one. */
export async function sagaOne(
  context: Context,
  actor: Actor,
  input: Input<typeof sagaOneRoute>,
): Promise<Answer<typeof sagaOneRoute>> {
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const { bureauFigures, fewestPeople } = (await here(context, tx)).parameters.sharing;
    ensure(mayReport(actor) || (input.department === undefined && mayOpenSheet(actor, 'saga-1', bureauFigures)));
    const sheet = await sagaOneInput(context, tx, month, await readScope(tx, month, input.department));
    return sheetOne(mayViewSmallBureaus(actor) ? sheet : withFewColumnsJoined(sheet, fewestPeople));
  });
}

/** 資料② as data for the page, worst first, paged. */
export async function sagaTwo(
  context: Context,
  actor: Actor,
  input: Input<typeof sagaTwoRoute>,
): Promise<Answer<typeof sagaTwoRoute>> {
  ensure(mayOpenSheet(actor, 'saga-2', false));
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const order = await sagaTwoOrder(context, tx, month, await readScope(tx, month, input.department));
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
  return answered(await madeFromFiles(input.files, input));
}

export type ReportWish = {
  readonly month: string;
  readonly department?: string;
  readonly format: string;
  /** Where the file goes. */
  readonly out: Output;
  /** Of a CSV; UTF-8 with a BOM unless told otherwise. */
  readonly encoding?: CsvEncoding;
};

/**
 * Writes a report into a file (`tokimori report`), while it is made.
 * @throws Refusal for an unknown report, format or department, a month without any record, or a character that CP932
 *   does not have
 */
export async function writeReport(
  context: Context,
  municipality: string,
  name: string,
  wish: ReportWish,
): Promise<void> {
  const known = reportNamed(name);
  const { file, isKnown } = await made(context, municipality, {
    name: known,
    month: monthIndexOf(wish.month),
    department: wish.department,
    format: formatNamed(wish.format),
    encoding: wish.encoding,
  });
  if (!isKnown) {
    refuse('report.no-record', {
      status: 404,
      title: '報告を作れません',
      detail: `${wish.month} の記録がありません。月${wish.department === undefined ? '' : 'と部署'}を確かめるか、打刻や時間外勤務を先に取り込んでください。`,
    });
  }
  await writeMade(file, wish.out);
}

/**
 * Writes 資料① or ② from the files of another system. Pure but for the files.
 * @throws Refusal when a file is missing, cannot be read, or says nothing of the month
 */
export async function writeFromFiles(
  files: readonly UploadedFile[],
  { month, sheet, format, encoding, out }: ReportWish & { readonly sheet: '1' | '2' },
): Promise<void> {
  await writeMade(await madeFromFiles(files, { month, sheet, format: formatNamed(format), encoding }), out);
}

type Wanted = {
  readonly name: ReportName;
  readonly month: MonthIndex;
  readonly department: string | undefined;
  readonly format: Format;
  readonly encoding?: CsvEncoding | undefined;
};

/** A report, and whether anything is known of its month. */
async function made(
  context: Context,
  municipality: string,
  wanted: Wanted,
): Promise<{ readonly file: Made; readonly isKnown: boolean }> {
  const { name, month, department, format, encoding } = wanted;
  if (name === 'saga-1') {
    const input = await context.store.tenant(municipality, async (tx) =>
      sagaOneInput(context, tx, month, await readScope(tx, month, department)),
    );
    return { file: await madeSheetOne(input, format, encoding), isKnown: input.departments.length > 0 };
  }
  if (name === 'saga-2') {
    const order = await context.store.tenant(municipality, async (tx) =>
      sagaTwoOrder(context, tx, month, await readScope(tx, month, department)),
    );
    const people = sagaTwoPeople(context, municipality, order);
    return { file: madeSheetTwo(month, order.months, people, format, encoding), isKnown: order.isKnown };
  }
  if (name !== 'month-list') return madeRegister(context, municipality, { ...wanted, name });
  const isKnown = await context.store.tenant(municipality, async (tx) =>
    hasMonthList(tx, month, await readScope(tx, month, department)),
  );
  const about = { title: '職員別月計', sheet: '職員別月計', month };
  const rows = monthListRows(context, municipality, month, department);
  return { file: madeList(about, monthListColumns(month), rows, format, encoding), isKnown };
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
