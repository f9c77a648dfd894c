import { inForce } from '../../decision/dated.ts';
import type { Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import type { Spans } from '../../time/spans.ts';
import { partialChildcareCitations as cites } from '../citations.ts';
import type { Context, Standing } from './balance.ts';
import type { Finding } from './eligibility.ts';
import { type1Limits, type1Of, type2Limits } from './limits.ts';
import type { PartialChildcareStepName } from './step-names.ts';
import type { PartialLeaveRequest } from './types.ts';

type PartialStep = Step<PartialChildcareStepName>;

/** 第1号: every row by 30 minutes, and all of the day within its limit. */
export function checkDay(
  request: PartialLeaveRequest,
  on: EpochDay,
  rows: readonly Spans[],
  standing: Standing,
  { year }: Context,
): Finding {
  const { unit } = inForce(type1Limits, formatLocalDate(on)).value;
  const odd = rows.find((row) => row.total % unit !== 0);
  if (odd !== undefined) {
    const figures = { minutes: odd.total, unit };
    return { refusal: 'unit', steps: [{ says: 'unitBroken', figures, citation: cites.type1 }] };
  }
  const { outcome, steps } = type1Of(year.staff, on, {
    childcareTime: request.childcareTime,
    caregiverTime: request.caregiverTime,
  });
  const minutes = rows.reduce((sum, row) => sum + row.total, 0);
  const before = standing.uses
    .filter((use) => use.on === on && use.type === 'type1')
    .reduce((sum, use) => sum + use.spans.total, 0);
  const within = before + minutes <= outcome.usable;
  const step: PartialStep = {
    says: within ? 'withinDay' : 'overDay',
    figures: { minutes, before, limit: outcome.usable },
    words: { on: formatLocalDate(on) },
    citation: request.childcareTime + request.caregiverTime > 0 ? cites.type1Deduction : cites.type1,
  };
  const all = [...steps, step];
  return within ? { steps: all } : { refusal: 'dayLimit', steps: all };
}

/** The unit of 第2号: whole hours, or the whole of a day that has minutes, or the whole of a balance that has (18条の2ただし書). */
function unitOfType2(request: PartialLeaveRequest, minutes: Minutes, balance: Minutes): Finding {
  const day = request.days[0] ?? 0;
  const { unit } = inForce(type2Limits, formatLocalDate(day)).value;
  if (minutes % unit === 0) {
    return { steps: [{ says: 'unitKept', figures: { minutes, unit }, citation: cites.type2Unit }] };
  }
  const citation = cites.type2Exceptions;
  const daily = request.allotment.total;
  if (minutes === daily) {
    return { steps: [{ says: 'wholeDayException', figures: { minutes }, citation }] };
  }
  const notDay: PartialStep = { says: 'wholeDayNotApplied', figures: { minutes, daily }, citation };
  if (minutes === balance) {
    return { steps: [notDay, { says: 'balanceException', figures: { minutes }, citation }] };
  }
  const notBalance: PartialStep = { says: 'balanceNotApplied', figures: { minutes, balance }, citation };
  const broken: PartialStep = { says: 'unitBroken', figures: { minutes, unit }, citation: cites.type2Unit };
  return { refusal: 'unit', steps: [notDay, notBalance, broken] };
}

/** 第2号: the unit, and the balance of the year. */
export function checkType2(request: PartialLeaveRequest, minutes: Minutes, balance: Minutes): Finding {
  const working: PartialStep = { says: 'workingMinutes', figures: { minutes } };
  const unit = unitOfType2(request, minutes, balance);
  const steps = [working, ...unit.steps];
  if (unit.refusal !== undefined) return { refusal: unit.refusal, steps };
  const within = minutes <= balance;
  const figures = { minutes, balance, left: balance - minutes };
  steps.push({ says: within ? 'withinBalance' : 'overBalance', figures, citation: cites.type2Limit });
  return within ? { steps } : { refusal: 'balance', steps };
}
