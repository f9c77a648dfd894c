import type { Answer, Input } from '@tokimori/contract/route';
import type { why as whyRoute } from '@tokimori/contract/staff';
import type { LimitName } from '@tokimori/contract/values';
import type { Step } from '@tokimori/law/decision/decision';
import { article36Monthly } from '@tokimori/law/overtime/caps/article36-caps';
import { capIn, monthlyCap } from '@tokimori/law/overtime/caps/caps';
import { overtimeSteps } from '@tokimori/law/overtime/step-names';
import type { MonthStanding } from '@tokimori/law/overtime/types';
import { formatLocalDate } from '@tokimori/law/time/civil';
import { firstDayOf, lengthOf } from '@tokimori/law/time/months';
import { refuse } from '../access/refusal.ts';
import type { Actor, Context } from '../context.ts';
import { ensureMayView, staffMeant } from './access-to-staff.ts';
import { dayViews } from './reading/days.ts';
import { exampleOf, explainDay } from './reading/example-day.ts';
import { here, instantText, monthDate, monthEnd, monthIndexOf, throughOf } from './reading/moment.ts';
import { lengthAt, readMonths } from './reading/month-rows.ts';
import { standingOvertime } from './reading/overtime-rows.ts';
import { personOn } from './reading/persons.ts';
import { readPersonMonth } from './reading/standings.ts';
import { standingView, stepView } from './reading/views.ts';
import { guidanceOf } from './why-guidance.ts';

type Why = Answer<typeof whyRoute>;
type Chapter = Why['chapters'][number]['chapter'];

/** Why a month stands as it does: from the punches of an example day to the caps, in chapters. */
export async function why(context: Context, actor: Actor, input: Input<typeof whyRoute>): Promise<Why> {
  const staff = staffMeant(actor, input.staff);
  const month = monthIndexOf(input.month);
  return context.store.tenant(actor.municipality, async (tx) => {
    const at = await here(context, tx);
    await ensureMayView(tx, actor, at, staff, month, month);
    const [person, read, [row], overtime] = await Promise.all([
      personOn(tx, staff, monthEnd(month)),
      readPersonMonth(context, tx, staff, month),
      readMonths(tx, [staff], [monthDate(month)]),
      standingOvertime(tx, [staff], monthDate(month), monthEnd(month)),
    ]);
    if (read === null || row === undefined) noRecord(input.month);
    const { parameters, found, beside } = read;
    const { view, judged } = standingView(found, month, at, parameters, beside);
    const example = exampleOf(row);
    const steps = example === null ? [] : await explainDay(tx, at, parameters, staff, firstDayOf(month) + example);
    const { regime } = found.history;
    const cap = regime === 'article36' ? capIn(article36Monthly, month) : capIn(monthlyCap[view.department], month);
    const through = throughOf(month, at);
    return {
      person,
      standing: view,
      judgedAt: instantText(at),
      recordsFrom: monthDate(month),
      recordsThrough: through === null ? null : formatLocalDate(through),
      regime,
      ruleRevision: cap.citation.revision,
      ruleCheckedOn: cap.checkedOn,
      exampleDay: example === null ? null : (dayViews(month, row, overtime, parameters)[example] ?? null),
      days: Array.from({ length: lengthOf(month) }, (_, index) => ({
        date: formatLocalDate(firstDayOf(month) + index),
        overtime: lengthAt(row.overtime_days, index),
      })).filter((day) => day.overtime > 0),
      chapters: chaptersOf(steps, judged),
      guidance: guidanceOf(found, month, parameters),
      limits: judged === null ? [] : limitsOf(judged, input.limit),
    };
  });
}

function noRecord(month: string): never {
  return refuse('month.no-record', {
    status: 404,
    title: 'この月の記録はまだありません',
    detail: `${month} の勤務の記録がないため、判定できません。打刻か取り込みの後に開いてください。`,
  });
}

const chapters: readonly Chapter[] = ['records', 'overtime', 'sum', 'caps', 'remaining', 'exceptions', 'verdict'];
/** Steps of a duty date that speak of what was recorded; the others speak of overtime. */
const ofRecords = new Set(['dayPresence', 'dayPresenceByLog', 'dayCorrected', 'dayNotYetJudged', 'dayUnclassifiable']);

function chaptersOf(day: readonly Step[], judged: MonthStanding | null): Why['chapters'] {
  const month: readonly Step[] = judged?.steps ?? [];
  const chapterOf = (step: Step): Chapter => {
    const name = step.says as keyof typeof overtimeSteps;
    return overtimeSteps[name] ?? (ofRecords.has(step.says) ? 'records' : 'overtime');
  };
  const steps = [...day, ...month];
  return chapters.flatMap((chapter) => {
    const own = steps.filter((step) => chapterOf(step) === chapter).map(stepView);
    return own.length === 0 ? [] : [{ chapter, steps: own }];
  });
}

const limitOfStep: Readonly<Record<string, LimitName>> = {
  remainingMonthly: 'monthly',
  remainingMonthlyTotal: 'monthlyTotal',
  remainingAnnual: 'annual',
  remainingMonthsOver: 'monthsOver45',
  remainingAfterTransfer: 'afterTransfer',
};

/** The table of chapter 5: bound, months before, now, left. The limit that was asked for goes first, then by what is left. */
function limitsOf(judged: MonthStanding, asked: LimitName | undefined): Why['limits'] {
  const rows = judged.steps.flatMap((step): Why['limits'] => {
    const { figures, words, says } = step;
    const named =
      says === 'limitNotJudged'
        ? words?.limit
        : says === 'remainingAverage'
          ? `average-${figures.months}`
          : limitOfStep[says];
    const limit = judged.limits.find((each) => each.limit === named)?.limit;
    if (limit === undefined) return [];
    const { before = null, now = null, slack = null } = figures;
    const total = figures.bound ?? figures.cap ?? null;
    return [{ limit, total, before, now, slack, binding: figures.binding === 1 }];
  });
  return rows.sort((a, b) => Number(b.limit === asked) - Number(a.limit === asked));
}
