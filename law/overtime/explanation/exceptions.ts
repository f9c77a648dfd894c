import { formatLocalDate } from '../../time/civil.ts';
import { monthOf } from '../../time/months.ts';
import { article36Monthly, disasterNeedClause } from '../caps/article36-caps.ts';
import {
  annualCap,
  boundOf,
  breaks,
  exceptionalWorkClause,
  firstDayReading,
  ordinaryAloneReading,
  periodNotice,
} from '../caps/caps.ts';
import { countedMonths, isFirstDayOfYear, type KnownMonths, onlyConfirms, yearAround } from '../known-months.ts';
import type { LimitPeriod } from '../periods.ts';
import type { RunningLimit } from '../remaining.ts';
import type { DepartmentTransfer } from '../types.ts';
import type { Material, OvertimeStep } from './material.ts';

/** 特例業務 in the stretch of the limit reached first; where it was done only outside, the latest such month is named. */
function explainExceptionalWork(known: KnownMonths, period: LimitPeriod): OvertimeStep {
  const { from } = period;
  const through = Math.min(period.through, known.current);
  let inside = 0;
  let outside = 0;
  let outsideMonth = 0;
  for (const { month, exceptional } of known.byMonth.values()) {
    if (exceptional === 0) continue;
    if (month >= from && month <= through) inside += exceptional;
    else if (month > outsideMonth) [outside, outsideMonth] = [exceptional, month];
  }
  const citation = exceptionalWorkClause;
  if (inside > 0) return { says: 'exceptionalWorkPresent', figures: { from, through, exceptional: inside }, citation };
  return { says: 'exceptionalWorkAbsent', figures: { from, through, outside, outsideMonth }, citation };
}

/** What a broken limit would have come to without 特例業務, when that breaks it too: the excess is not for it alone. */
function explainOrdinaryAlone(known: KnownMonths, { period, verdict }: RunningLimit): readonly OvertimeStep[] {
  if (verdict !== 'exceededForExceptionalWork') return [];
  const { key, cap, base, from, through, counts, comparison } = period;
  const ordinary = countedMonths(known, from, through).reduce((sum, month) => {
    const found = known.byMonth.get(month);
    const minutes = found === undefined ? 0 : found.overtime - found.exceptional;
    return sum + (counts === 'monthsOver' ? Number(minutes > base) : minutes);
  }, 0);
  if (!breaks(ordinary, cap, comparison)) return [];
  const figures = { from, through, ordinary, cap, over: ordinary - boundOf(cap, comparison) };
  return [{ says: 'ordinaryWorkAlone', figures, words: { limit: key }, citation: ordinaryAloneReading }];
}

function explainTransfer(known: KnownMonths, transfer: DepartmentTransfer): OvertimeStep {
  const words = { on: formatLocalDate(transfer.on) };
  const month = monthOf(transfer.on);
  const citation = periodNotice;
  if (onlyConfirms(known, transfer)) {
    if (isFirstDayOfYear(transfer.on, known.yearStartMonth))
      return { says: 'transferOnFirstDay', figures: { month }, words, citation };
    return { says: 'transferOnFirstOfMonth', figures: { month }, words, citation: firstDayReading };
  }
  if (transfer.to === 'externallyDriven')
    return { says: 'transferToExternallyDriven', figures: { month }, words, citation };
  const { through } = yearAround(known, month);
  return { says: 'transferToSelfDirected', figures: { month, from: month + 1, through }, words, citation };
}

function explainTransfers(known: KnownMonths): readonly OvertimeStep[] {
  const { from, through } = yearAround(known, known.current);
  const inYear = known.transfers.filter(({ on, from: left, to }) => monthOf(on) >= from && left !== to);
  if (inYear.length > 0) return inYear.map((transfer) => explainTransfer(known, transfer));
  return [{ says: 'transferAbsent', figures: { from, through }, citation: periodNotice }];
}

/** Windows of averages (at most six months) that would reach before employment or the caps are not tested. */
function explainStart(known: KnownMonths): readonly OvertimeStep[] {
  if (known.begins <= known.current - 5) return [];
  const citation = known.regime === 'article36' ? article36Monthly[0]?.citation : annualCap.selfDirected[0]?.citation;
  return [{ says: 'windowsBeforeStart', figures: { begins: known.begins }, citation: citation ?? periodNotice }];
}

/** What could have changed the answer, and whether it did: considered and not applied is said too. */
export function explainExceptions({ known, binding, running }: Material): readonly OvertimeStep[] {
  const period = binding?.period ?? running[0]?.period;
  if (period === undefined) return [];
  const start = explainStart(known);
  const personal: OvertimeStep = { says: 'personalRequestsApart', figures: {}, citation: periodNotice };
  if (known.regime === 'article36') {
    const citation = article36Monthly[0]?.citation ?? periodNotice;
    const disasterNeed = known.byMonth.get(known.current)?.disasterNeed ?? 0;
    const figures = { month: known.current, disasterNeed };
    const apart: readonly OvertimeStep[] =
      disasterNeed > 0 ? [{ says: 'disasterNeedApart', figures, citation: disasterNeedClause }] : [];
    return [{ says: 'exceptionalWorkUnknownToArticle36', figures: {}, citation }, ...apart, ...start, personal];
  }
  const alone = running.flatMap((limit) => explainOrdinaryAlone(known, limit));
  return [explainExceptionalWork(known, period), ...alone, ...explainTransfers(known), ...start, personal];
}
