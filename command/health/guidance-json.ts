import { formatCitation } from '@tokimori/law/decision/format-citation';
import { type GuidanceReason, judgeGuidance } from '@tokimori/law/health/guidance';
import { formatDuration } from '@tokimori/law/time/minutes';
import { formatYearMonth, lengthOf } from '@tokimori/law/time/months';
import { complain } from '../document/complaints.ts';
import { readDocument, refuseDocument } from '../document/read-document.ts';
import type { Complaint } from '../refusal.ts';
import { type GuidancePerson, guidanceInput } from './schema.ts';

/** What each month alone allows but makes no sense together. */
function impossibleIn({ months }: GuidancePerson, at: string): Complaint[] {
  const seen = new Set<number>();
  return months.flatMap(({ month, overtime, workedTotal }, position): Complaint[] => {
    const where = `${at}.months[${position}]`;
    const found: Complaint[] = [];
    const name = formatYearMonth(month);
    if (seen.has(month)) {
      found.push(
        complain(
          `${where}.month`,
          [`${name} が2回あります。`, '1つの月は1回だけ書いてください。'],
          [`${name} is given twice.`, 'Give each month once.'],
        ),
      );
    }
    seen.add(month);
    if (workedTotal !== undefined && workedTotal < overtime) {
      found.push(
        complain(
          `${where}.workedTotal`,
          [
            `働いた時間 ${formatDuration(workedTotal)} が時間外勤務 ${formatDuration(overtime)} より短くなっています。`,
            '正規の勤務時間も休日の勤務も含めた、働いたすべての時間を書いてください。',
          ],
          [
            `${formatDuration(workedTotal)} is less than the overtime ${formatDuration(overtime)}.`,
            'Give every hour worked, regular hours and holidays included.',
          ],
        ),
      );
    }
    const whole = lengthOf(month) * 1440;
    if (Math.max(overtime, workedTotal ?? 0) > whole) {
      found.push(
        complain(
          where,
          [`${name} の全時間 ${formatDuration(whole)} より長くなっています。`, '時間数を確かめてください。'],
          [`It is longer than the whole month (${formatDuration(whole)}).`, 'Check the hours.'],
        ),
      );
    }
    return found;
  });
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

/**
 * The people of a document of `tokimori guidance`, judged, in the shape that outsiders rely on.
 * @throws InputRefused
 */
export function guidanceOf(document: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { staff } = readDocument(guidanceInput, document);
  const impossible = staff.flatMap((person, position) => impossibleIn(person, `staff[${position}]`));
  if (impossible.length > 0) refuseDocument(impossible);
  return staff.map(({ id, months, requested = false, interviewedWithinMonth = false }) => {
    const { outcome } = judgeGuidance({
      months: months.map(({ month, overtime, workedTotal }) => ({
        month,
        overtime,
        ...(workedTotal === undefined ? {} : { worked: workedTotal }),
      })),
      requested,
      foundUnneeded: interviewedWithinMonth,
    });
    const { month, due, exempt, interview, reasons, notJudged } = outcome;
    return { id, month: formatYearMonth(month), due, exempt, interview, reasons: reasons.map(reasonJson), notJudged };
  });
}
