import type { Citation } from '../../decision/citation.ts';
import { placeOf } from '../../decision/place.ts';
import { surveyCitations } from '../citations.ts';
import { checkOnce, checkPart, ImpossibleSurvey } from '../defects.ts';
import { type SystemItem, systemRows } from '../layouts/sheets.ts';
import type { Figures, SurveyStep } from '../table.ts';
import type { Arrangement, AskedSystem, SystemFacts } from './types.ts';

/** Where the notice asks for each. */
const places: Readonly<Record<SystemItem, Citation>> = {
  overtimeCaps: surveyCitations.overtimeCaps,
  exceptionalCaps: surveyCitations.designation,
  designation: surveyCitations.designation,
  notAllDesignated: surveyCitations.designation,
  designationAnnounced: surveyCitations.designation,
  causeReviewRule: surveyCitations.causeReview,
  causeReviewDone: surveyCitations.causeReview,
  causeRecordMade: surveyCitations.causeReview,
  causeRecordUsed: surveyCitations.causeReview,
  objectiveRecording: surveyCitations.recording,
  guidanceRules: surveyCitations.guidanceRules,
  mentalHealthPlan: surveyCitations.mentalHealthPlan,
  harassmentMeasures: surveyCitations.harassment,
};

/** Items that are asked only when another is answered yes. */
const askedAfter: Readonly<Partial<Record<AskedSystem, AskedSystem>>> = {
  designation: 'exceptionalCaps',
  causeRecordMade: 'causeReviewDone',
  causeRecordUsed: 'causeRecordMade',
};

/** No remedy: to have no exceptional caps is no fault. */
const fine: readonly SystemItem[] = ['exceptionalCaps', 'harassmentMeasures'];

/** The place of the notice; nothing for what it does not speak of. */
const noticePlace = ({ instrument, path }: Citation): string =>
  instrument === surveyCitations.systems.instrument ? placeOf(path) : '';

/** @throws ImpossibleSurvey when an item is answered that is not asked */
function checkAsked(answers: SystemFacts['answers']): void {
  for (const [item, after] of Object.entries(askedAfter)) {
    if (answers[item as AskedSystem] === undefined || answers[after] === true) continue;
    throw new ImpossibleSurvey('notAsked', `systems.answers.${item}`, {}, { item: after });
  }
}

function readOff(facts: SystemFacts, arrangements: readonly Arrangement[] | undefined): Map<SystemItem, boolean> {
  const answers = new Map<SystemItem, boolean>();
  for (const [item, answer] of Object.entries(facts.answers)) answers.set(item as SystemItem, answer);
  const { departments, recording } = facts;
  if (departments !== undefined) {
    checkPart(departments.externallyDriven, departments.all, 'systems.departments.externallyDriven');
    if (facts.answers.designation === true) {
      answers.set('notAllDesignated', departments.externallyDriven < departments.all);
    }
  }
  if (recording !== undefined) {
    checkOnce(recording, (position) => `systems.recording[${position}]`);
    if (recording.length === 0) throw new ImpossibleSurvey('needed', 'systems.recording', {}, { what: 'recording' });
    answers.set(
      'objectiveRecording',
      recording.some((method) => method !== 'selfReport'),
    );
  }
  if (arrangements !== undefined) {
    answers.set(
      'guidanceRules',
      arrangements.every(({ state }) => state === 'arranged'),
    );
  }
  return answers;
}

/**
 * ST-9: the yes/no sheet. An item that is not asked, because an earlier one says no, stays empty; a no that the notice asks
 * to remedy says so. @throws ImpossibleSurvey
 */
export function answerSystems(
  facts: SystemFacts,
  arrangements: readonly Arrangement[] | undefined,
): { readonly figures: ReadonlyMap<string, Figures>; readonly steps: readonly SurveyStep[] } {
  checkAsked(facts.answers);
  const answers = readOff(facts, arrangements);
  const figures = new Map<string, Figures>();
  const steps: SurveyStep[] = [];
  if (facts.recording !== undefined) {
    steps.push({
      says: 'selfReportOnly',
      figures: { only: Number(answers.get('objectiveRecording') === false) },
      words: { methods: facts.recording.join(' ') },
      citation: surveyCitations.recording,
    });
  }
  for (const { id, label } of systemRows) {
    const answer = answers.get(id);
    if (answer === undefined) {
      figures.set(id, {});
      continue;
    }
    const remedy = !answer && !fine.includes(id);
    figures.set(id, {
      answer: { kind: 'answer', value: answer },
      remedy: { kind: 'text', value: remedy ? '要対応' : '' },
      place: { kind: 'text', value: noticePlace(places[id]) },
    });
    if (remedy) steps.push({ says: 'remedyFound', figures: {}, words: { item: label }, citation: places[id] });
  }
  return { figures, steps };
}
