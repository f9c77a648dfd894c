import type { Step } from '../../decision/decision.ts';
import { type EpochDay, formatLocalDate } from '../../time/civil.ts';
import type { Minutes } from '../../time/minutes.ts';
import { Spans } from '../../time/spans.ts';
import { partialChildcareCitations as cites } from '../citations.ts';
import { balanceNow, type Context, type Standing, typeNow, type Use } from './balance.ts';
import { childOn, type Finding, ruleOn, staffFor } from './eligibility.ts';
import { checkDay, checkType2 } from './request-limits.ts';
import type { PartialChildcareStepName } from './step-names.ts';
import { ImpossiblePartialLeave, type PartialLeaveRefusal, type PartialLeaveRequest } from './types.ts';

type PartialStep = Step<PartialChildcareStepName>;
const rowsOf = { type1: 2, type2: 1 } as const;

/** 申出, and beforehand (服務規程16条の8第2項). */
function declaredAndBeforehand(request: PartialLeaveRequest, standing: Standing): Finding {
  const declared = typeNow(standing);
  if (declared === null) {
    return { refusal: 'noDeclaration', steps: [{ says: 'noDeclaration', figures: {}, citation: cites.declared }] };
  }
  if (declared !== request.type) {
    const step: PartialStep = { says: 'otherType', figures: {}, words: { declared }, citation: cites.declared };
    return { refusal: 'otherType', steps: [step] };
  }
  const late = request.days.find((on) => on < request.recordedOn);
  if (late === undefined) return { steps: [] };
  const words = { recordedOn: formatLocalDate(request.recordedOn), on: formatLocalDate(late) };
  const step: PartialStep = { says: 'notBeforehand', figures: {}, words, citation: cites.beforehand };
  return { refusal: 'notBeforehand', steps: [step] };
}

/** The child and the person, on a day. */
function rightOn(request: PartialLeaveRequest, on: EpochDay, standing: Standing, { year }: Context): Finding {
  const child = year.children.find(({ id }) => id === request.child);
  if (child === undefined) throw new ImpossiblePartialLeave('unknownChild', request.id);
  const eligible = childOn(child, on);
  if (eligible.refusal !== undefined) return eligible;
  const ended = standing.ended.get(request.child);
  if (ended !== undefined && on >= ended) {
    return { refusal: 'childEnded', steps: [{ says: 'childEnded', figures: {}, citation: cites.lapse }] };
  }
  if (standing.away.some(({ from, until }) => from <= on && (until === undefined || on < until))) {
    return { refusal: 'away', steps: [{ says: 'away', figures: {}, citation: cites.lapse }] };
  }
  return eligible;
}

const refuse = (refusal: PartialLeaveRefusal, step: PartialStep): Finding => ({ refusal, steps: [step] });

/** The rows of the form against the hours of the day. */
function timesOf(request: PartialLeaveRequest): Finding {
  const { allotment, rows, otherLeave } = request;
  const most = rowsOf[request.type];
  if (rows.length > most) {
    const figures = { rows: rows.length, most };
    return refuse('tooManyRows', { says: 'tooManyRows', figures, citation: cites.formRoom });
  }
  const outside = rows.some(
    (row) =>
      row.from < (allotment.start ?? 0) || row.until > (allotment.end ?? 0) || allotment.and(Spans.of(row)).isEmpty,
  );
  if (outside) return refuse('outsideHours', { says: 'outsideHours', figures: {}, citation: cites.eligible });
  if (Spans.of(...rows).meets(otherLeave)) {
    return refuse('otherLeave', { says: 'otherLeaveMet', figures: {}, citation: cites.eligible });
  }
  return { steps: [] };
}

/** One day of a request, added to what stands; or why not. */
function takeDay(
  request: PartialLeaveRequest,
  on: EpochDay,
  standing: Standing,
  context: Context,
): Finding & { standing: Standing } {
  const rows = request.rows.map((row) => Spans.of(row).and(request.allotment));
  const spans = rows.reduce((all, row) => all.or(row), Spans.none);
  const right = rightOn(request, on, standing, context);
  if (right.refusal !== undefined) return { ...right, standing };
  const met = standing.uses.some((use) => use.on === on && use.spans.meets(spans));
  if (met) return { ...refuse('overlap', { says: 'overlapMet', figures: {}, citation: cites.eligible }), standing };
  const limits =
    request.type === 'type1'
      ? checkDay(request, on, rows, standing, context)
      : checkType2(request, spans.total, balanceNow(standing, context) ?? 0);
  const steps = [...right.steps, ...limits.steps];
  if (limits.refusal !== undefined) return { refusal: limits.refusal, steps, standing };
  const use: Use = { request: request.id, child: request.child, type: request.type, on, spans };
  return { steps, standing: { ...standing, uses: [...standing.uses, use] } };
}

/** A request as a whole: every day of it can be taken, or it is refused with the first reason. */
export function judgeRequest(
  request: PartialLeaveRequest,
  standing: Standing,
  context: Context,
): Finding & { standing: Standing; minutes: Minutes } {
  const steps: PartialStep[] = [];
  let after = standing;
  const refused = (refusal: PartialLeaveRefusal) => {
    steps.push({ says: 'requestRefused', figures: {}, words: { reason: refusal }, citation: cites.eligible });
    return { refusal, steps, standing, minutes: 0 };
  };
  const before = [
    ...request.days.map((on) => () => ruleOn(on)),
    () => staffFor(context.year.staff, request.type),
    () => declaredAndBeforehand(request, standing),
    () => timesOf(request),
  ];
  for (const look of before) {
    const found = look();
    steps.push(...found.steps);
    if (found.refusal !== undefined) return refused(found.refusal);
  }
  for (const on of [...request.days].sort((a, b) => a - b)) {
    const found = takeDay(request, on, after, context);
    steps.push(...found.steps);
    if (found.refusal !== undefined) return refused(found.refusal);
    after = found.standing;
  }
  const minutes = after.uses.slice(standing.uses.length).reduce((sum, use) => sum + use.spans.total, 0);
  steps.push({ says: 'requestAccepted', figures: { minutes, days: request.days.length }, citation: cites.eligible });
  return { steps, standing: after, minutes };
}
