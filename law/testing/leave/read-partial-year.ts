import type {
  ChangeCircumstance,
  EndingEvent,
  PartialChildcareEvent,
  PartialChildcareStaff,
  PartialChildcareType,
  PartialChildcareYear,
} from '../../leave/partial-childcare/types.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { parseDuration } from '../../time/minutes.ts';
import { Spans } from '../../time/spans.ts';
import type { Given } from '../cases.ts';

const types: Readonly<Record<string, PartialChildcareType>> = { 第1号: 'type1', 第2号: 'type2' };
const circumstances: Readonly<Record<string, ChangeCircumstance>> = {
  配偶者の入院: 'spouseHospitalised',
  別居: 'separation',
  予測できない事実: 'unforeseen',
};
const endings: Readonly<Record<string, EndingEvent>> = {
  産前休業: 'prenatalLeave',
  出産: 'birth',
  休職: 'administrativeLeave',
  停職: 'suspension',
  子の死亡: 'childDied',
  子でなくなった: 'noLongerChild',
  養育しなくなった: 'noLongerRaising',
  就学: 'schoolEntry',
};

/** A regular day 8:30–17:15 with a break from 12:00 to 13:00. */
export const regularDay = Spans.of({ from: 510, until: 720 }, { from: 780, until: 1035 });

function must<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`not understood: ${text}`);
  return value;
}
const day = (text: string) => must(parseLocalDate(text), text);
const minutes = (text: string) => must(parseDuration(text), text);
function span(text: string) {
  const [from = '', until = ''] = text.split('–');
  return { from: minutes(from), until: minutes(until) };
}
const spans = (text: string) => text.split('+').filter(Boolean).map(span);

type Options = Readonly<Record<string, string | undefined>>;
function optionsOf(words: readonly string[]): Options {
  return Object.fromEntries(words.filter((word) => word.includes('=')).map((word) => word.split('=')));
}

function requestOf(rest: readonly string[], options: Options): PartialChildcareEvent {
  const [id = '', type = '', days = '', rows = ''] = rest;
  const on = days.split('・').map(day);
  return {
    event: 'request',
    id,
    type: must(types[type], type),
    recordedOn: options.請求日 === undefined ? Math.min(...on) : day(options.請求日),
    child: options.子 ?? '子',
    days: on,
    rows: spans(rows),
    allotment: options.割振り === undefined ? regularDay : Spans.of(...spans(options.割振り)),
    childcareTime: minutes(options.育児時間 ?? '0:00'),
    caregiverTime: minutes(options.介護時間 ?? '0:00'),
    otherLeave: Spans.of(...spans(options.休暇 ?? '')),
  };
}

/** One line of a golden case, as a personnel office would say it: 「請求 a 第2号 2026-05-11 8:30–17:15」. */
export function eventOf(text: string, at: number): PartialChildcareEvent {
  const [kind = '', ...rest] = text.split(' ');
  const options = optionsOf(rest);
  const id = `${kind}${at}`;
  const [first = '', second = '', third = '', fourth] = rest;
  switch (kind) {
    case '申出':
      return { event: 'declaration', id, type: must(types[first], text), recordedOn: day(second) };
    case '変更': {
      const circumstance = circumstances[third];
      return {
        event: 'declaration',
        id,
        type: must(types[first], text),
        recordedOn: day(second),
        ...(circumstance === undefined ? {} : { circumstance }),
        hardship: fourth === '支障あり',
      };
    }
    case '請求':
      return requestOf(rest, options);
    case '取消':
      return {
        event: 'revocation',
        id,
        of: first,
        recordedOn: day(second),
        ...(options.日 === undefined ? {} : { on: day(options.日) }),
        ...(options.時間 === undefined ? {} : { span: span(options.時間) }),
      };
    case '事由': {
      return {
        event: 'ending',
        id,
        what: must(endings[first], text),
        recordedOn: day(second),
        ...(options.子 === undefined ? {} : { child: options.子 }),
        ...(options.復帰 === undefined ? {} : { backOn: day(options.復帰) }),
      };
    }
    default:
      throw new Error(`not understood: ${text}`);
  }
}

/** The person of a case: 常勤 7:45 unless said otherwise. */
export function staffOf(given: Given): PartialChildcareStaff {
  return {
    kind: given.has('kind') && given.text('kind') === '非常勤' ? 'partTime' : 'fullTime',
    dailyMinutes: given.has('daily') ? given.minutes('daily') : 465,
    childcareShortTime: given.has('childcareShortTime') && given.flag('childcareShortTime'),
    ...(given.has('weeklyDays') ? { weeklyDays: given.number('weeklyDays') } : {}),
    ...(given.has('annualDays') ? { annualDays: given.number('annualDays') } : {}),
  };
}

/** A year of a golden case. One child 「子」, born `born` (2022-05-01 unless said), and more under `children`. */
export function readPartialYear(given: Given): PartialChildcareYear {
  const born = given.has('born') ? given.day('born') : day('2022-05-01');
  const more = given.list('children').map((child) => ({ id: child.text('id'), bornOn: child.day('born') }));
  return {
    fiscalYear: given.has('fiscalYear') ? given.number('fiscalYear') : 2026,
    staff: staffOf(given),
    children: [{ id: '子', bornOn: born }, ...more],
    events: given.texts('events').map(eventOf),
  };
}
