import type { Citation } from '../decision/citation.ts';
import type { Step } from '../decision/decision.ts';
import type { Minutes } from '../time/minutes.ts';
import { Spans } from '../time/spans.ts';
import { workOf } from './count-overtime.ts';
import { type Judged, judgeDutyDay, orderedOf } from './derive-duty-day.ts';
import { overtimeOf } from './net-overtime.ts';
import type { DayFacts, DayRules } from './types.ts';

/** What a step of one duty date can say. Figures are minutes; points in time are minutes from 0:00 of the duty date. */
export type DutyDayStep =
  | 'dayPresence' // firstIn lastOut presence
  | 'dayPresenceByLog' // the same, from the PC log because there is no punch
  | 'dayCorrected' // in out (-1 = as recorded)
  | 'dayOutsideAllotment' // from until beyond
  | 'dayOffPresence' // presence
  | 'dayOrdered' // ordered counted
  | 'dayConfirmed' // confirmed
  | 'dayStatutoryBreak' // minutes
  | 'dayHolidayWork' // minutes
  | 'dayNight' // minutes
  | 'dayExceptional' // minutes
  | 'dayOrderedAhead' // minutes
  | 'dayDiscrepancy' // lastOut minutes threshold
  | 'dayDiscrepancyAnswered' // lastOut
  | 'dayNotYetJudged' // clock
  | 'dayUnclassifiable'; // ordered; words.because = missingIn | missingOut | noRecord

const guideline = (path: string): Citation => ({
  instrument: 'working-time-guideline',
  revision: '2017-01-20',
  path,
  confidence: 'A',
});
const ordinance = (path: string): Citation => ({
  instrument: 'model-working-hours-ordinance',
  revision: '2019-04-01',
  path,
  confidence: 'B',
});
const laborStandards = (path: string): Citation => ({
  instrument: 'labor-standards-act',
  revision: '2019-04-01',
  path,
  confidence: 'B',
});

const startAndEnd = guideline('4(1)');
const objectiveRecord = guideline('4(2)');
const investigation = guideline('4(3)ウ');
const allottedHours = ordinance('a=3/p=2');
const overtimeWork = ordinance('a=8/p=2');
const holidays = ordinance('a=9');
const exceptionalWork: Citation = {
  instrument: 'npa-rule-15-14',
  revision: '2019-04-01',
  path: 'a=16_2_2/p=2',
  confidence: 'A',
};

type DayStep = Step<DutyDayStep>;
type Say = (says: DutyDayStep, citation: Citation, figures: Readonly<Record<string, number>>) => void;

function sayPresence(say: Say, facts: DayFacts, { day }: Judged): void {
  const { firstIn, lastOut, presence } = day;
  if (facts.corrected !== null) {
    say('dayCorrected', investigation, { in: facts.corrected.in ?? -1, out: facts.corrected.out ?? -1 });
  }
  if (firstIn < 0 && lastOut < 0) return;
  const byLog = facts.corrected === null && facts.marks.every(({ source }) => source === 'pc');
  say(byLog ? 'dayPresenceByLog' : 'dayPresence', objectiveRecord, { firstIn, lastOut, presence });
  if (day.beyond === 0) return;
  if (facts.allotment.kind === 'weeklyDayOff') say('dayOffPresence', overtimeWork, { presence });
  else {
    const { from, until } = facts.allotment.hours;
    say('dayOutsideAllotment', allottedHours, { from, until, beyond: day.beyond });
  }
}

/** The statutory break taken out of work on a 週休日. */
function statutoryBreakOf({ allotment, overtime }: DayFacts, { day, presence }: Judged): Minutes {
  if (allotment.kind !== 'weeklyDayOff' || day.state !== 'classified') return 0;
  const work = workOf(overtime, Spans.of(...presence.stays));
  return work.total - overtimeOf(work, allotment).total;
}

function sayOvertime(say: Say, facts: DayFacts, judged: Judged): void {
  const { day, counted } = judged;
  const ordered = orderedOf(facts);
  const lunch = statutoryBreakOf(facts, judged);
  if (ordered > 0 && day.state === 'classified') say('dayOrdered', overtimeWork, { ordered, counted: counted.ordered });
  if (counted.confirmed > 0) say('dayConfirmed', startAndEnd, { confirmed: counted.confirmed });
  if (lunch > 0) say('dayStatutoryBreak', laborStandards('a=34/p=1'), { minutes: lunch });
  if (day.holidayWork > 0) say('dayHolidayWork', holidays, { minutes: day.holidayWork });
  if (day.night > 0) say('dayNight', laborStandards('a=37/p=4'), { minutes: day.night });
  if (day.exceptional > 0) say('dayExceptional', exceptionalWork, { minutes: day.exceptional });
  if (day.orderedAhead > 0) say('dayOrderedAhead', overtimeWork, { minutes: day.orderedAhead });
}

function sayState(say: Say, facts: DayFacts, rules: DayRules, { day }: Judged): void {
  const { state, lastOut, discrepancy: minutes } = day;
  if (state === 'future' || state === 'open') say('dayNotYetJudged', startAndEnd, { clock: facts.clock });
  if (minutes > 0) say('dayDiscrepancy', investigation, { lastOut, minutes, threshold: rules.discrepancyThreshold });
  if (facts.discrepancyAnswered && state === 'classified') say('dayDiscrepancyAnswered', investigation, { lastOut });
}

/**
 * The steps by which {@link deriveDutyDay} came to its figures, each with the provision it rests on.
 * A day without records and without orders has no steps.
 */
export function explainDutyDay(facts: DayFacts, rules: DayRules): readonly DayStep[] {
  const steps: DayStep[] = [];
  const say: Say = (says, citation, figures) => {
    steps.push({ says, figures, citation });
  };
  const judged = judgeDutyDay(facts, rules);
  sayPresence(say, facts, judged);
  sayOvertime(say, facts, judged);
  sayState(say, facts, rules, judged);
  if (judged.day.unclassifiable) {
    const words = { because: judged.day.state };
    steps.push({ says: 'dayUnclassifiable', figures: { ordered: orderedOf(facts) }, words, citation: startAndEnd });
  }
  return steps;
}
