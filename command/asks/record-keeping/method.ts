import {
  ImpossibleRecording,
  judgeRecording,
  type Shares,
} from '@tokimori/law/record-keeping/recording-method/judge-recording';
import { modelRecordKeeping } from '@tokimori/law/record-keeping/rules';
import { explain } from '@tokimori/wording/explain';
import { recordingSentences } from '@tokimori/wording/record-keeping';
import { z } from 'zod';
import { readDocument } from '../../document/read-document.ts';
import { date, optional } from '../../document/values.ts';
import type { Ask } from '../ask.ts';
import { groundsOf, over } from '../grounds.ts';
import { recordingDefects } from './defects.ts';
import { refusingAt } from './refusing.ts';

const count = optional(z.int().min(0));
const people = optional(z.array(z.strictObject({ person: z.string().min(1), explainedOn: date.nullable() })));
const schema = z.strictObject({
  asOf: date,
  rules: optional(
    z.strictObject({
      explanationMonths: z.int().min(1).nullable().optional(),
      surveyMonths: optional(z.int().min(1)),
      selfPercent: optional(z.int().min(0).max(100)),
    }),
  ),
  departments: z
    .array(
      z.strictObject({
        department: z.string().min(1),
        days: z.strictObject({ ic: count, pc: count, gate: count, manager: count, self: count, none: count }),
        selfDeclaring: people,
        timeKeepers: people,
        surveyedOn: optional(date),
      }),
    )
    .min(1),
});

/** `94.9`: tenths of a percent, as written. */
const percent = (perMille: number): string => `${Math.floor(perMille / 10)}.${perMille % 10}`;

const sharesJson = ({ days, total, perMille, method, flagged }: Shares) => ({
  total,
  days,
  percent: Object.fromEntries(Object.entries(perMille).map(([source, share]) => [source, percent(share)])),
  method,
  flagged,
});

/** How the days are recorded, and which explanations and surveys are owed. */
export const recordingMethod: Ask = {
  name: 'recording-method',
  summary: {
    ja: '記録の方法の割合、自己申告だけの所属、残っている説明と実態調査',
    en: 'how days are recorded, what is owed',
  },
  example: {
    asOf: '2026-11-28',
    rules: { explanationMonths: 12, surveyMonths: 12, selfPercent: 0 },
    departments: [
      { department: '総務課', days: { ic: 178, pc: 12 } },
      {
        department: '保育課',
        days: { self: 96, none: 4 },
        selfDeclaring: [
          { person: '100211', explainedOn: '2026-04-01' },
          { person: '100212', explainedOn: null },
        ],
        timeKeepers: [{ person: '100201', explainedOn: '2025-04-01' }],
        surveyedOn: '2026-06-30',
      },
    ],
  },
  answer: (given) => {
    const { asOf, rules, departments } = readDocument(schema, given);
    const by = over(modelRecordKeeping.recording, rules);
    const asked = departments.map(({ department, days, selfDeclaring, timeKeepers, surveyedOn }) => ({
      department,
      days: {
        ic: days.ic ?? 0,
        pc: days.pc ?? 0,
        gate: days.gate ?? 0,
        manager: days.manager ?? 0,
        self: days.self ?? 0,
        none: days.none ?? 0,
      },
      selfDeclaring: selfDeclaring ?? [],
      timeKeepers: timeKeepers ?? [],
      surveyedOn: surveyedOn ?? null,
    }));
    const places = { notInForce: 'asOf', rules: 'rules' } as const;
    const { outcome, steps } = refusingAt(
      ImpossibleRecording,
      recordingDefects,
      ({ defect }) => (defect === 'notInForce' || defect === 'rules' ? places[defect] : 'departments'),
      () => judgeRecording(asked, asOf, by),
    );
    return {
      answer: {
        departments: outcome.departments.map(({ department, open, ...shares }) => ({
          department,
          ...sharesJson(shares),
          open,
          ...groundsOf(steps.filter(({ words }) => words?.department === department)),
        })),
        whole: sharesJson(outcome.whole),
        selfOnly: outcome.selfOnly,
        openDuties: outcome.openDuties,
        ...groundsOf(steps),
      },
      explanation: () => explain(steps, recordingSentences),
    };
  },
};
