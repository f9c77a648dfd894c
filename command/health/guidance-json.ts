import { formatCitation } from '@tokimori/law/decision/format-citation';
import { type GuidanceReason, judgeGuidance } from '@tokimori/law/health/guidance';
import type { LocalReason } from '@tokimori/law/health/guidance/local-classes';
import { type GuidanceRules, lawThresholds } from '@tokimori/law/health/guidance-rules';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth } from '@tokimori/law/time/months';
import { explain } from '@tokimori/wording/explain';
import { guidanceSentences } from '@tokimori/wording/health/guidance';
import { complain } from '../document/complaints.ts';
import { beyondMonth } from '../document/month-hours.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import type { Complaint } from '../refusal.ts';
import { guidanceRulesOf } from './rules-schema.ts';
import { type GuidancePerson, guidanceInput } from './schema.ts';

type Month = GuidancePerson['months'][number];

function twice(where: string, name: string): Complaint {
  return complain(
    `${where}.month`,
    [`${name} が2回あります。`, '1つの月は1回だけ書いてください。'],
    [`${name} is given twice.`, 'Give each month once.'],
  );
}

function lessWorked(where: string, { overtime, holidayWork = 0, workedTotal = 0 }: Month): Complaint {
  const [worked, other] = [formatDuration(workedTotal), formatDuration(overtime + holidayWork)];
  const [ja, en] =
    holidayWork > 0 ? ['時間外勤務と休日勤務の合計', 'overtime and holiday work'] : ['時間外勤務', 'overtime'];
  return complain(
    `${where}.workedTotal`,
    [
      `働いた時間 ${worked} が${ja} ${other} より短くなっています。`,
      '正規の勤務時間も休日の勤務も含めた、働いたすべての時間を書いてください。',
    ],
    [`${worked} is less than the ${en} ${other}.`, 'Give every hour worked, regular hours and holidays included.'],
  );
}

/** The months before which there was no rule, and hours of the judged month that the municipality's rule needs. */
function impossibleLatest({ months, managerial }: GuidancePerson, at: string, rules: GuidanceRules): Complaint[] {
  const latest = months.reduce(
    (last, each, position) => (each.month > (months[last]?.month ?? 0) ? position : last),
    0,
  );
  const judged = months[latest];
  if (judged === undefined) return [];
  const where = `${at}.months[${latest}]`;
  const found: Complaint[] = [];
  const [start] = lawThresholds;
  const name = formatYearMonth(judged.month);
  if (start !== undefined && name < start.from.slice(0, 7)) {
    found.push(
      complain(
        `${where}.month`,
        [
          `${name} には、いまの面接指導の定めがまだありません。`,
          `${start.from.slice(0, 7)} 以後の月を書いてください。`,
        ],
        [`The rules of ${name} were others.`, `Give a month from ${start.from.slice(0, 7)} on.`],
      ),
    );
  }
  const outside = managerial === true && !rules.managersIncluded;
  if (rules.includeHolidayWork && !outside && judged.holidayWork === undefined) {
    found.push(
      complain(
        `${where}.holidayWork`,
        [
          '休日勤務を加える定めですが、判定する月の休日勤務がありません。',
          '休日勤務の時間を書いてください(なければ "0:00")。',
        ],
        ['Holiday work counts here, and that of the judged month is missing.', 'Give it ("0:00" if there was none).'],
      ),
    );
  }
  return found;
}

/** What each month alone allows but makes no sense together. */
function impossibleIn(person: GuidancePerson, at: string, rules: GuidanceRules): Complaint[] {
  const seen = new Set<number>();
  const inMonths = person.months.flatMap((each, position): Complaint[] => {
    const { month, overtime, holidayWork = 0, workedTotal } = each;
    const where = `${at}.months[${position}]`;
    const name = formatYearMonth(month);
    const found: Complaint[] = seen.has(month) ? [twice(where, name)] : [];
    seen.add(month);
    if (workedTotal !== undefined && workedTotal < overtime + holidayWork) found.push(lessWorked(where, each));
    return [...found, ...beyondMonth(where, month, Math.max(overtime + holidayWork, workedTotal ?? 0))];
  });
  return [...inMonths, ...impossibleLatest(person, at, rules)];
}

function reasonJson({ rule, months, value, threshold, citation }: GuidanceReason) {
  return {
    rule,
    ...(months === undefined ? {} : { months }),
    value: formatDuration(value),
    threshold: formatDuration(threshold),
    cites: formatCitation(citation),
  };
}

function localJson({ class: id, when, value, from, through }: LocalReason) {
  const written = (minutes: number | null) => (minutes === null ? null : formatDuration(minutes));
  return { class: id, when, value: formatDuration(value), from: written(from), through: written(through) };
}

/**
 * The people of a document of `tokimori guidance`, judged, in the shape that outsiders rely on. `localReasons` stand beside it
 * where the document gives classes of the municipality's own.
 * @throws InputRefused
 */
export function guidanceOf(document: unknown, withReasons = false): readonly Readonly<Record<string, unknown>>[] {
  const { staff, rules: given } = readDocument(guidanceInput, document);
  const rules = guidanceRulesOf(given);
  const impossible = staff.flatMap((person, position) => impossibleIn(person, `staff[${position}]`, rules));
  if (impossible.length > 0) refuseDocument(impossible);
  return staff.map((person) => {
    const { id, months, requested = false, interviewedWithinMonth = false } = person;
    const { outcome, steps } = judgeGuidance(
      {
        months: months.map(({ month, overtime, holidayWork, workedTotal }) => ({
          month,
          overtime,
          ...(holidayWork === undefined ? {} : { holidayWork }),
          ...(workedTotal === undefined ? {} : { worked: workedTotal }),
        })),
        requested,
        foundUnneeded: interviewedWithinMonth,
        foundNecessary: person.foundNecessary ?? false,
        managerial: person.managerial ?? false,
      },
      rules,
    );
    const { month, due, exempt, interview, reasons, localReasons, notJudged } = outcome;
    return {
      id,
      month: formatYearMonth(month),
      due,
      exempt,
      interview,
      reasons: reasons.map(reasonJson),
      ...(rules.localClasses.length === 0 ? {} : { localReasons: localReasons.map(localJson) }),
      notJudged,
      ...(withReasons ? { explanation: explain(steps, guidanceSentences) } : {}),
    };
  });
}
