import { type Allowance, allowances } from '@tokimori/law/pay/pay-types';
import { z } from 'zod';
import { list, optional, record } from '../parameters/kinds/composites.ts';
import { type Kind, leaf } from '../parameters/kinds/kind.ts';
import { choice, date, flag, text } from '../parameters/kinds/values.ts';

/** A class of hours by its 手当 and its percent of the hourly amount: `overtime/125`. */
export type ClassKey = `${Allowance}/${number}`;

const allowanceWords: Readonly<Record<Allowance, string>> = {
  overtime: '時間外',
  holiday: '休日勤務',
  night: '夜間勤務',
};
/** 時間外 125/100. */
export function className(key: string): string {
  const [allowance = '', rate = ''] = key.split('/');
  return `${allowanceWords[allowance as Allowance] ?? allowance} ${rate}/100`;
}

/** What a column holds. */
export const fields = {
  staff: '職員番号',
  name: '氏名',
  kana: '氏名カナ',
  department: '所属コード',
  departmentName: '所属名',
  month: '年月(202610)',
  monthDashed: '年月(2026-10)',
  class: 'of に書いた区分の時間',
  overtimeTotal: '時間外の合計',
  beyondSixty: '60時間を超えた時間外',
  timeOffInLieu: '時間外勤務代休時間にできる時間',
  hours: 'その行の区分の時間',
  classCode: 'その行の区分のコード',
  className: 'その行の区分の名前',
  state: '確定・未確定',
  text: 'text に書いた文字',
} as const;
export type Field = keyof typeof fields;

export const units = {
  wholeHours: '月の端数を処理した時間数',
  hhmm: '時:分',
  decimal: '小数の時間(2桁)',
  minutes: '分',
} as const;
export type Unit = keyof typeof units;

export type PayColumn = {
  readonly heading: string;
  readonly gives: Field;
  readonly of?: ClassKey | undefined;
  readonly unit?: Unit | undefined;
  readonly text?: string | undefined;
};

/** The layout of the file that payroll reads, as a municipality decided it from a day on. */
export type PayLayout = {
  readonly name: string;
  readonly effectiveFrom: string;
  readonly encoding: 'utf-8' | 'cp932';
  readonly heading: boolean;
  readonly rows: 'person' | 'personAndClass';
  readonly people: 'withHours' | 'everybody';
  readonly unit: Unit;
  readonly differences: 'newValue' | 'change';
  readonly columns: readonly PayColumn[];
  readonly codes: readonly { readonly of: ClassKey; readonly code: string }[];
};

const KEY = new RegExp(`^(${allowances.join('|')})/(\\d{2,3})$`);
const classKey: Kind<ClassKey> = leaf<ClassKey>({
  reads: (given) => (typeof given === 'string' && KEY.test(given) ? (given as ClassKey) : undefined),
  stored: z.templateLiteral([z.enum(allowances), '/', z.number()]),
  says: className,
  writes: (value) => value,
  allowed: {
    ja: '区分(時間外は overtime/125、休日勤務は holiday/135、夜間勤務は night/25 の形)',
    en: 'a class such as overtime/125, holiday/135 or night/25',
  },
});

const column: Kind<PayColumn> = record<PayColumn>(
  {
    heading: text(40),
    gives: choice<Field>(fields),
    of: optional(classKey),
    unit: optional(choice<Unit>(units)),
    text: optional(text(40)),
  },
  ({ heading, gives, of }) => `${heading}: ${of === undefined ? fields[gives] : className(of)}`,
);

export const layoutKind: Kind<PayLayout> = record<PayLayout>(
  {
    name: text(60),
    effectiveFrom: date,
    encoding: choice<PayLayout['encoding']>({ 'utf-8': 'UTF-8', cp932: 'CP932(Shift_JIS)' }),
    heading: flag('1行目に項目名を書く', '項目名を書かない'),
    rows: choice<PayLayout['rows']>({ person: '一人1行', personAndClass: '一人・区分ごとに1行' }),
    people: choice<PayLayout['people']>({ withHours: '時間のある人だけ', everybody: '全員' }),
    unit: choice<Unit>(units),
    differences: choice<PayLayout['differences']>({ newValue: '新しい値', change: '前回からの増減' }),
    columns: list(column, { least: 1, most: 60, sameBy: 'heading' }),
    codes: list(
      record<PayLayout['codes'][number]>({ of: classKey, code: text(20) }, ({ code }) => code),
      {
        most: 40,
        sameBy: 'of',
      },
    ),
  },
  ({ name }) => name,
);
