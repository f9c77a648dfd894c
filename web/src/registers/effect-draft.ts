import type { DigitalEffect } from '@tokimori/contract/registers/entries';
import { hm } from '@tokimori/wording/format';
import { mistakes, wrong } from '../app/form.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { boxesOf, type DateBoxes, isBlankDate, noDate, readDate } from '../wording/read.ts';
import { hoursText, readHours, readYen } from './figures.ts';

/** An effect as it is typed. */
export type EffectDraft = {
  readonly tool: DigitalEffect['tool'];
  readonly name: string;
  readonly work: string;
  readonly department: string;
  readonly before: string;
  readonly robot: string;
  readonly human: string;
  readonly since: DateBoxes;
  readonly until: DateBoxes;
  readonly initialCost: string;
  readonly yearlyCost: string;
  readonly note: string;
};

/** A new effect of a section. */
export const newEffect = (department: string): EffectDraft => ({
  tool: 'rpa',
  name: '',
  work: '',
  department,
  before: '',
  robot: '',
  human: '',
  since: noDate,
  until: noDate,
  initialCost: '',
  yearlyCost: '',
  note: '',
});

const yenText = (yen: number | null): string => (yen === null ? '' : String(yen));

/** A stored effect, to be changed. */
export const effectDraftOf = (content: DigitalEffect): EffectDraft => ({
  ...content,
  before: hoursText(content.before),
  robot: hoursText(content.robot),
  human: hoursText(content.human),
  since: boxesOf(content.since),
  until: content.until === null ? noDate : boxesOf(content.until),
  initialCost: yenText(content.initialCost),
  yearlyCost: yenText(content.yearlyCost),
});

const HOURS = '時間は 39 や 7:30 のように入力してください';
const YEN = '費用は、円の単位の数字で入力してください';

/** What is wrong in the form, by field. */
export function effectFaults(draft: EffectDraft): FieldError[] {
  const [before, human, since] = [readHours(draft.before), readHours(draft.human), readDate(draft.since)];
  const until = readDate(draft.until);
  return mistakes(
    wrong(draft.name.trim() === '', 'effect-name', '業務名を入力してください'),
    wrong(draft.department === '', 'effect-department', '課を選んでください'),
    wrong(before === null || before === 0, 'effect-before', '導入前の作業時間を入力してください'),
    wrong(before === undefined, 'effect-before', `導入前の作業時間: ${HOURS}`),
    wrong(human === null, 'effect-human', '導入後に人が作業する時間を入力してください(なければ 0)'),
    wrong(human === undefined, 'effect-human', `人の作業時間: ${HOURS}`),
    wrong(readHours(draft.robot) === undefined, 'effect-robot', `道具の稼働時間: ${HOURS}`),
    wrong(since === undefined, 'effect-since', '使い始めた日は、暦にある日を入力してください'),
    wrong(
      !isBlankDate(draft.until) && until === undefined,
      'effect-until',
      '使い終わった日は、暦にある日を入力してください',
    ),
    wrong(
      since !== undefined && until !== undefined && until < since,
      'effect-until',
      '使い終わった日は、使い始めた日以後の日を入力してください',
    ),
    wrong(readYen(draft.initialCost) === undefined, 'effect-initial', `導入の費用: ${YEN}`),
    wrong(readYen(draft.yearlyCost) === undefined, 'effect-yearly', `年間の費用: ${YEN}`),
  );
}

/** What is to be confirmed before it is kept: more hours after than before are no saving. Null where there are none. */
export function increaseWords({ before, human }: Pick<DigitalEffect, 'before' | 'human'>): string | null {
  if (human <= before) return null;
  return `導入後に人が作業する時間(${hm(human)})が、導入前(${hm(before)})より長く、1年間に ${hm(human - before)} の増になります。このままでよければ、もう一度押してください。`;
}

/** The effect of a form without faults. */
export const effectOfDraft = (draft: EffectDraft): DigitalEffect => ({
  tool: draft.tool,
  name: draft.name.trim(),
  work: draft.work.trim(),
  department: draft.department,
  before: readHours(draft.before) ?? 0,
  robot: readHours(draft.robot) ?? null,
  human: readHours(draft.human) ?? 0,
  since: readDate(draft.since) ?? '',
  until: readDate(draft.until) ?? null,
  initialCost: readYen(draft.initialCost) ?? null,
  yearlyCost: readYen(draft.yearlyCost) ?? null,
  note: draft.note.trim(),
});
