import { aboveMaxima } from '@tokimori/law/overtime/caps/article36-caps';
import { CAPS_BEGIN } from '@tokimori/law/overtime/caps/caps';
import { isFirstDayOfYear } from '@tokimori/law/overtime/known-months';
import type { Agreement } from '@tokimori/law/overtime/types';
import { type EpochDay, formatLocalDate } from '@tokimori/law/time/civil';
import { formatDuration } from '@tokimori/law/time/minutes';
import { firstDayOf, formatYearMonth, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { complain } from '../document/complaints.ts';
import { beyondMonth } from '../document/month-hours.ts';
import type { Complaint } from '../refusal.ts';
import { checkBeside } from './impossible-beside.ts';
import type { JudgeInput, PersonInput } from './schema.ts';

/** What each value alone allows but all together make impossible. Every function answers with its complaints. */
type Entry = PersonInput['months'][number];

function checkEntry(entry: Entry, at: string, needsDepartment: boolean): Complaint[] {
  const found: Complaint[] = [];
  const { overtime, exceptional = 0, legalHolidayWork = 0, month } = entry;
  if (needsDepartment && entry.department === undefined) {
    found.push(
      complain(
        `${at}.department`,
        ['必要な項目がありません。', 'selfDirected か externallyDriven を加えてください。'],
        ['This member is needed.', 'Add selfDirected or externallyDriven.'],
      ),
    );
  }
  if (exceptional > overtime) {
    found.push(
      complain(
        `${at}.exceptional`,
        [
          `特例業務 ${formatDuration(exceptional)} が時間外勤務 ${formatDuration(overtime)} より長くなっています。`,
          '特例業務は時間外勤務の内数で書いてください。',
        ],
        [
          `${formatDuration(exceptional)} is more than the overtime ${formatDuration(overtime)}.`,
          'exceptional is a part of overtime.',
        ],
      ),
    );
  }
  return [...found, ...beyondMonth(`${at}.overtime`, month, overtime + legalHolidayWork)];
}

function checkMonths({ months, regime }: PersonInput, at: string): Complaint[] {
  const first = new Map<MonthIndex, number>();
  return months.flatMap((entry, position) => {
    const here = `${at}.months[${position}]`;
    const found = checkEntry(entry, here, regime === 'ordinance');
    const earlier = first.get(entry.month);
    if (earlier === undefined) first.set(entry.month, position);
    else {
      const month = formatYearMonth(entry.month);
      found.push(
        complain(
          `${here}.month`,
          [`${month} が二度あります(${at}.months[${earlier}] と同じ月)。`, '1つの月は1度だけ書いてください。'],
          [`${month} is given twice (see ${at}.months[${earlier}]).`, 'Give each month once.'],
        ),
      );
    }
    return found;
  });
}

/** Whether a transfer only says where one stands, as the rules of the document have it. */
function onlyConfirms(on: EpochDay, { yearStartMonth = 4 }: PersonInput, { rules }: JudgeInput): boolean {
  if (isFirstDayOfYear(on, yearStartMonth)) return rules?.transferOnFirstDayOfYear !== 'counts';
  return on === firstDayOf(monthOf(on)) && rules?.transferOnFirstDayOfMonth === 'confirmsKind';
}

/** A month whose kind does not go with its transfer; `first` = what the transfer's day is the first of, when it only confirms. */
function complainKind(
  path: string,
  day: string,
  { needed, department, first }: { needed: string; department: string; first: string | null },
): Complaint {
  return complain(
    path,
    [
      first === null
        ? `${day} に異動のある月は他律として数えますが、${department} になっています。`
        : `${day}(${first}の初日)の異動先は ${needed} ですが、その月は ${department} になっています。`,
      `${needed} にするか、異動の日と区分を直してください。`,
    ],
    [
      first === null
        ? `A month with a transfer (${day}) counts as externally driven, but it says ${department}.`
        : `The transfer of ${day} leads to ${needed}, but the month says ${department}.`,
      `Write ${needed}, or correct the transfer.`,
    ],
  );
}

/** The month of a transfer counts as externally driven; on the first day of the year the transfer only confirms the kind. */
function checkTransfers(person: PersonInput, input: JudgeInput, at: string): Complaint[] {
  if (person.regime === 'article36') return [];
  const seen = new Set<number>();
  const changing = (person.transfers ?? []).filter(
    ({ on, from, to }) => from !== to && !onlyConfirms(on, person, input),
  );
  const changed = new Set(changing.map(({ on }) => monthOf(on)));
  return (person.transfers ?? []).flatMap(({ on, from, to }, position) => {
    const here = `${at}.transfers[${position}]`;
    const day = formatLocalDate(on);
    if (seen.has(on)) {
      return [
        complain(
          `${here}.on`,
          [`${day} の異動が二度あります。`, '1つの日の異動は1度だけ書いてください。'],
          [`There are two transfers on ${day}.`, 'Give each day once.'],
        ),
      ];
    }
    seen.add(on);
    const month = person.months.findIndex((entry) => entry.month === monthOf(on));
    const department = person.months[month]?.department;
    const firstDay = !changed.has(monthOf(on)) && onlyConfirms(on, person, input);
    const needed = firstDay ? to : 'externallyDriven';
    if (department === undefined || department === needed || from === to) return [];
    const yearly = isFirstDayOfYear(on, person.yearStartMonth ?? 4) ? '年度' : '月';
    return [
      complainKind(`${at}.months[${month}].department`, day, { needed, department, first: firstDay ? yearly : null }),
    ];
  });
}

function checkAgreement(person: PersonInput, agreement: Agreement, at: string): Complaint[] {
  if (person.agreement === undefined) return [];
  if (person.regime === 'ordinance') {
    return [
      complain(
        `${at}.agreement`,
        ['36協定は regime が article36 の職員だけに書けます。', 'regime を直すか、agreement を取り除いてください。'],
        ['An agreement needs the regime article36.', 'Correct the regime, or remove the agreement.'],
      ),
    ];
  }
  return aboveMaxima(agreement).map((key) =>
    complain(
      `${at}.agreement.${key}`,
      [
        '法律の上限を超えています(労働基準法 第36条第4項・第5項・第6項)。',
        agreement.yearlyAveraging === true
          ? '1年単位の変形では、上限は月 42:00、年 320:00、特別条項で月 100:00 未満、年 720:00、6回です。'
          : '上限は月 45:00、年 360:00、特別条項で月 100:00 未満、年 720:00、6回です。',
      ],
      [
        'It is above the maximum of the law (Labor Standards Act, art. 36).',
        'The maxima are 45:00 a month, 360:00 a year; by special clause under 100:00, 720:00 and 6 times.',
      ],
    ),
  );
}

function checkBegin(month: MonthIndex | undefined, at: string): Complaint[] {
  if (month === undefined || month >= CAPS_BEGIN) return [];
  return [
    complain(
      at,
      [`上限の規制は 2019-04 からです(${formatYearMonth(month)})。`, '2019-04 か、それより後の月を書いてください。'],
      ['The caps began in 2019-04.', 'Write 2019-04 or later.'],
    ),
  ];
}

/** Everything impossible in one person's entry. */
export function checkPerson(person: PersonInput, agreement: Agreement, at: string, input: JudgeInput): Complaint[] {
  return [
    ...checkMonths(person, at),
    ...checkTransfers(person, input, at),
    ...checkAgreement(person, agreement, at),
    ...checkBegin(person.capsFrom, `${at}.capsFrom`),
    ...checkBeside(person, input, at),
  ];
}

/** Everything impossible in the document around the people. */
export function checkDocument(input: JudgeInput): Complaint[] {
  const first = new Map<string, number>();
  const twice = input.staff.flatMap(({ id }, position) => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, position);
      return [];
    }
    return [
      complain(
        `staff[${position}].id`,
        [`「${id}」が二度あります(staff[${earlier}] と同じ)。`, '1人は1度だけ書いてください。'],
        [`"${id}" is given twice (see staff[${earlier}]).`, 'Give each person once.'],
      ),
    ];
  });
  return [...checkBegin(monthOf(input.asOf), 'asOf'), ...checkBegin(input.capsFrom, 'capsFrom'), ...twice];
}
