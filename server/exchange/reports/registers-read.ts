import type { CsvEncoding } from '@tokimori/forms/csv';
import { fiscalYearOf, formatYearMonth, type MonthIndex } from '@tokimori/law/time/months';
import { refuse } from '../../access/refusal.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../store/tenant.ts';
import { readTree } from '../../use-cases/reading/department-tree.ts';
import { type Here, here } from '../../use-cases/reading/moment.ts';
import { readBureausMonthly } from '../../use-cases/registers/bureaus-monthly.ts';
import { digitalEffectRegister } from '../../use-cases/registers/digital-effects.ts';
import { entriesBetween, type Register } from '../../use-cases/registers/entries.ts';
import { monthUpTo } from '../../use-cases/registers/month-up-to.ts';
import { readProgress } from '../../use-cases/registers/progress.ts';
import { readSectionSheet } from '../../use-cases/registers/section-sheet-rows.ts';
import { workReviewRegister, yearSpan } from '../../use-cases/registers/work-reviews.ts';
import type { ReportName } from './catalogue.ts';
import type { Format, Made } from './made.ts';
import {
  madeBureausMonthly,
  madeEffects,
  madeProgress,
  madeReviews,
  madeSectionSheet,
  type Written,
} from './registers-made.ts';
import { readScope } from './scope.ts';

export type RegisterReport = Exclude<ReportName, 'saga-1' | 'saga-2' | 'month-list'>;
type Wanted = {
  readonly name: RegisterReport;
  readonly month: MonthIndex;
  readonly department: string | undefined;
  readonly format: Format;
  readonly encoding?: CsvEncoding | undefined;
};
type Report = { readonly file: Made; readonly isKnown: boolean };

/** A sheet or register of the case book as a file, for those who see the whole municipality. */
export async function madeRegister(context: Context, municipality: string, wanted: Wanted): Promise<Report> {
  return context.store.tenant(municipality, async (tx) => {
    const at = await here(context, tx);
    monthUpTo(at, formatYearMonth(wanted.month));
    return makers[wanted.name](tx, at, wanted);
  });
}

const makers: Readonly<Record<RegisterReport, (tx: Tx, at: Here, wanted: Wanted) => Promise<Report>>> = {
  'nanto-progress': async (tx, at, { month, department, format, encoding }) => {
    const scope = await readScope(tx, month, department);
    const named = scope === undefined ? null : new Set(scope.below);
    const view = await readProgress(tx, at, month, { named, open: named, files: true });
    return { file: madeProgress(view, format, encoding), isKnown: view.rows[0]!.headcount > 0 };
  },
  'ukiha-sheet': async (tx, at, { month, department, format, encoding }) => {
    const sheet = await readSectionSheet(tx, at, month, department ?? departmentNeeded());
    const file = madeSectionSheet({ ...sheet, shows: 'everyone' }, format, encoding);
    return { file, isKnown: sheet.people.length > 0 };
  },
  'bureaus-monthly': async (tx, at, { month, department, format, encoding }) => {
    if (department !== undefined) wholeOnly();
    const view = await readBureausMonthly(tx, at, month, 0);
    return { file: madeBureausMonthly(view, format, encoding), isKnown: view.total.hours !== null };
  },
  'yamagata-review': async (tx, at, { month, department, format, encoding }) => {
    const entries = await readWritten(tx, at, workReviewRegister, { month, department });
    return { file: madeReviews(month, entries, format, encoding), isKnown: true };
  },
  'kochi-effects': async (tx, at, { month, department, format, encoding }) => {
    const entries = await readWritten(tx, at, digitalEffectRegister, { month, department });
    return { file: madeEffects(month, entries, format, encoding), isKnown: true };
  },
};

function wholeOnly(): never {
  return refuse('report.whole-only', {
    title: '部局別の実績は、部署でしぼれません',
    detail: '全部局を並べる報告です。部署を指定せずに作ってください。',
  });
}

function departmentNeeded(): never {
  return refuse('report.department-needed', {
    title: '課を指定してください',
    detail: '時間外勤務マネジメントシートは課ごとに作ります。部署コードを指定してください(命令では --department)。',
  });
}

/** Entries of the fiscal year of a month, without drafts; of one department and those below it when one is named. */
async function readWritten<C extends { readonly department: string }>(
  tx: Tx,
  at: Here,
  register: Register<C>,
  { month, department }: Pick<Wanted, 'month' | 'department'>,
): Promise<Written<C>[]> {
  const { yearStartMonth } = at.parameters;
  const { from, through } = yearSpan(fiscalYearOf(month, yearStartMonth), yearStartMonth);
  const [scope, tree, entries] = await Promise.all([
    readScope(tx, month, department),
    readTree(tx, at.dutyDay),
    entriesBetween(tx, register, from, through),
  ]);
  return entries
    .filter(({ state, content }) => state !== 'draft' && (scope?.below.includes(content.department) ?? true))
    .map(({ state, content }) => ({ state, content, section: tree.path(content.department) || content.department }));
}
