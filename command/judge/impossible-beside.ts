import { NotInForce } from '@tokimori/law/decision/dated';
import { ImpossibleHistory } from '@tokimori/law/overtime/known-months';
import { employedFromOf } from '@tokimori/law/overtime/people/employment';
import { judgeRestrictions } from '@tokimori/law/restrictions/restrictions';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth, type MonthIndex, monthOf } from '@tokimori/law/time/months';
import { defectWords } from '@tokimori/wording/restrictions';
import { readRequests, restrictionRules } from '../asks/restrictions/reading.ts';
import { complain } from '../document/complaints.ts';
import type { Complaint } from '../refusal.ts';
import type { JudgeInput, PersonInput } from './schema.ts';

/** What is impossible in what may stand beside the months: other posts, appointments, requests, days before a transfer. */

function checkConcurrent({ concurrent = [] }: PersonInput, at: string): Complaint[] {
  return concurrent.flatMap(({ months }, post) => {
    const seen = new Set<MonthIndex>();
    return months.flatMap((entry, position): Complaint[] => {
      const here = `${at}.concurrent[${post}].months[${position}]`;
      const found: Complaint[] = [];
      if (seen.has(entry.month)) {
        const month = formatYearMonth(entry.month);
        found.push(
          complain(
            `${here}.month`,
            [`${month} が二度あります。`, '1つの職の1つの月は1度だけ書いてください。'],
            [`${month} is given twice.`, 'Give each month of a post once.'],
          ),
        );
      }
      seen.add(entry.month);
      if ((entry.exceptional ?? 0) > entry.overtime || (entry.disasterNeed ?? 0) > entry.overtime) {
        found.push(
          complain(
            here,
            [
              `内数が時間外勤務 ${formatDuration(entry.overtime)} より長くなっています。`,
              'exceptional と disasterNeed は時間外勤務の内数で書いてください。',
            ],
            [
              `A part is more than the overtime ${formatDuration(entry.overtime)}.`,
              'exceptional and disasterNeed are parts of overtime.',
            ],
          ),
        );
      }
      return found;
    });
  });
}

function checkAppointments({ appointments, employedFrom }: PersonInput, { asOf }: JudgeInput, at: string): Complaint[] {
  if (appointments === undefined) return [];
  const here = `${at}.appointments`;
  if (employedFrom !== undefined) {
    return [
      complain(
        here,
        ['employedFrom と appointments の両方があります。', 'どちらか1つを書いてください。'],
        ['Both employedFrom and appointments are given.', 'Give one of them.'],
      ),
    ];
  }
  try {
    const held = appointments.map(({ from, through }) => ({ from, until: through === undefined ? null : through + 1 }));
    if (employedFromOf(held, asOf) !== undefined) return [];
    return [
      complain(
        here,
        ['判定日に任用がありません。', '任用の始まりと終わりの日、または asOf を確かめてください。'],
        ['No appointment is held on asOf.', 'Check the days of the appointments, or asOf.'],
      ),
    ];
  } catch (error) {
    if (!(error instanceof ImpossibleHistory)) throw error;
    return [
      complain(
        here,
        ['任用の日が重なっているか、終わりが始まりより前です。', '任用を1つずつ、日が重ならないように書いてください。'],
        ['Appointments overlap, or one ends before it begins.', 'Give them one after another.'],
      ),
    ];
  }
}

function checkBefore({ transfers = [], months }: PersonInput, at: string): Complaint[] {
  return transfers.flatMap(({ on, overtimeBefore }, position): Complaint[] => {
    const whole = months.find(({ month }) => month === monthOf(on))?.overtime;
    if (overtimeBefore === undefined || whole === undefined || overtimeBefore <= whole) return [];
    return [
      complain(
        `${at}.transfers[${position}].overtimeBefore`,
        [
          `${formatDuration(overtimeBefore)} が、その月の時間外勤務 ${formatDuration(whole)} より長くなっています。`,
          '異動の日の前の日までの時間を、月の内数で書いてください。',
        ],
        [
          `${formatDuration(overtimeBefore)} is more than the month's ${formatDuration(whole)}.`,
          'It is a part of the month.',
        ],
      ),
    ];
  });
}

function checkDisaster({ months }: PersonInput, at: string): Complaint[] {
  return months.flatMap(({ overtime, disasterNeed = 0 }, position): Complaint[] => {
    if (disasterNeed <= overtime) return [];
    return [
      complain(
        `${at}.months[${position}].disasterNeed`,
        [
          `災害等の時間 ${formatDuration(disasterNeed)} が時間外勤務 ${formatDuration(overtime)} より長くなっています。`,
          '災害等の時間は時間外勤務の内数で書いてください。',
        ],
        [
          `${formatDuration(disasterNeed)} is more than the overtime ${formatDuration(overtime)}.`,
          'It is a part of overtime.',
        ],
      ),
    ];
  });
}

/** A request that has no effect by law is refused here, so that nobody takes it for a limit; `law ask restrictions` tells more. */
function checkRestrictions({ restrictions = [] }: PersonInput, { asOf, rules }: JudgeInput, at: string): Complaint[] {
  const here = `${at}.restrictions`;
  const { requests, complaints } = readRequests(restrictions, here);
  if (complaints.length > 0) return [...complaints];
  try {
    const judged = judgeRestrictions(
      { requests, months: [], asOf, managerial: false },
      restrictionRules(rules?.restrictions),
    ).outcome.requests;
    return judged.flatMap(({ position, defects }): Complaint[] => {
      const defect = defects.find((each) => each !== 'late' && each !== 'mustBeFollowed');
      if (defect === undefined) return [];
      return [
        complain(
          `${here}[${position}]`,
          [
            `この請求は効きません(${defectWords[defect]})。`,
            '請求を直すか、取り除いてください。law ask restrictions で理由がわかります。',
          ],
          [`This request has no effect (${defect}).`, 'Correct or remove it; law ask restrictions tells why.'],
        ),
      ];
    });
  } catch (error) {
    if (!(error instanceof NotInForce)) throw error;
    return [
      complain(
        here,
        ['請求の始まりの日には、まだ定めがありません。', '請求の期間を確かめてください。'],
        ['There was no such rule when the request begins.', 'Check its days.'],
      ),
    ];
  }
}

/** Everything impossible in what stands beside one person's months. */
export function checkBeside(person: PersonInput, input: JudgeInput, at: string): Complaint[] {
  return [
    ...checkDisaster(person, at),
    ...checkConcurrent(person, at),
    ...checkAppointments(person, input, at),
    ...checkBefore(person, at),
    ...checkRestrictions(person, input, at),
  ];
}
