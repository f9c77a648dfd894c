import { type CutAttribute, type CutCell, cutAttributes, cutTable } from '@tokimori/law/health/stress-group/cuts';
import { judgeGroupRisk, type ShownRisk } from '@tokimori/law/health/stress-group/group-risk';
import { suppressCells } from '@tokimori/law/health/stress-group/suppression';
import { explain } from '@tokimori/wording/explain';
import { groupRiskSentences, hundredths, suppressionSentences, tenths } from '@tokimori/wording/health/stress-group';
import { z } from 'zod';
import type { Ask } from '../asks/ask.ts';
import { groundsOf } from '../asks/grounds.ts';
import { type LawRefusals, refusing } from '../asks/law-refusals.ts';
import { readDocument } from '../document/read-document.ts';
import { optional } from '../document/values.ts';
import { stressGroupRulesInput, stressGroupRulesOf } from './rules-schema.ts';

const answers = z.number().int().min(0);
const sum = z.number().int().min(0);
const riskInput = z.strictObject({
  sexes: z
    .array(
      z.strictObject({
        sex: z.enum(['male', 'female']),
        answers,
        /** Raw values 3–12, summed over the answers. */
        sums: z.strictObject({ amount: sum, control: sum, chief: sum, colleagues: sum }),
      }),
    )
    .min(1),
  consentOfAll: optional(z.boolean()),
  rules: optional(stressGroupRulesInput),
});

const riskRefusals: LawRefusals = {
  ImpossibleGroup: {
    ja: [
      '同じ性別が2回あるか、合計が回答の数に合いません。',
      '素点(1人 3–12)の合計を、回答の数の3倍から12倍までの整数で、性別ごとに1回書いてください。',
    ],
    en: [
      'A sex is given twice, or a sum does not fit the number of answers.',
      'Give sums of raw values, three to twelve times the answers, each sex once.',
    ],
  },
};

function shownJson({ answers: count, means, workload, support, total }: ShownRisk) {
  const written = Object.fromEntries(Object.entries(means).map(([scale, mean]) => [scale, hundredths(mean)]));
  return {
    answers: count,
    means: written,
    workload: tenths(workload),
    support: tenths(support),
    total: tenths(total),
  };
}

export const groupRisk: Ask = {
  name: 'group-risk',
  summary: {
    ja: '集団の健康リスク(仕事のストレス判定図)',
    en: 'the health risk of a group (仕事のストレス判定図)',
  },
  example: {
    sexes: [
      { sex: 'male', answers: 20, sums: { amount: 190, control: 140, chief: 140, colleagues: 160 } },
      { sex: 'female', answers: 12, sums: { amount: 100, control: 84, chief: 84, colleagues: 98 } },
    ],
    rules: { riskTableVersion: 'current', highStressAbove: 120 },
  },
  answer: (document) => {
    const { sexes, consentOfAll = false, rules } = readDocument(riskInput, document);
    const given = sexes.map(({ sex, answers: count, sums }) => ({ sex, answers: count, ...sums }));
    const groupRules = stressGroupRulesOf(rules);
    const decide = () => judgeGroupRisk({ sexes: given, consentOfAll }, groupRules);
    const { outcome, steps } = refusing('sexes', riskRefusals, decide);
    const shown = outcome.shown
      ? {
          ...outcome,
          group: outcome.group === null ? null : shownJson(outcome.group),
          sexes: Object.fromEntries(Object.entries(outcome.sexes).map(([sex, risk]) => [sex, shownJson(risk)])),
        }
      : outcome;
    return { answer: { ...shown, ...groundsOf(steps) }, explanation: () => explain(steps, groupRiskSentences) };
  },
};

const attribute = optional(z.string().min(1));
const suppressionInput = z.strictObject({
  /** The finest groups, with the number of their answers. */
  groups: z.array(z.strictObject({ department: attribute, sex: attribute, age: attribute, year: attribute, answers })),
  departments: optional(z.array(z.strictObject({ id: z.string().min(1), parent: optional(z.string().min(1)) }))),
  cuts: z.array(z.array(z.enum(cutAttributes))).min(1),
  rules: optional(stressGroupRulesInput),
});

const attributeNames: Readonly<Record<CutAttribute, string>> = {
  department: '部署',
  sex: '性別',
  age: '年代',
  year: '年',
};
/** 「部署 財政課・性別 female」; 「全体」. */
function cellWords(cell: CutCell): string {
  const parts = cutAttributes.flatMap((each) =>
    cell[each] === undefined ? [] : `${attributeNames[each]} ${cell[each]}`,
  );
  return parts.length === 0 ? '全体' : parts.join('・');
}

const suppressionRefusals: LawRefusals = {
  ImpossibleCut: {
    ja: [
      '部署の木にない部署、自分の下にある部署、または切り口に要る項目のない集団があります。',
      'departments にすべての部署を上位の部署とともに書き、切り口の項目をすべての集団に書いてください。',
    ],
    en: [
      'A department is not in the tree or lies below itself, or a group lacks what a cut divides by.',
      'List every department with the one above it, and give every group what the cuts divide by.',
    ],
  },
};

export const groupSuppression: Ask = {
  name: 'group-suppression',
  summary: {
    ja: '集団分析のどの区分を控えるか(足し引きで少人数が求められないように)',
    en: 'which cells of a group analysis are hidden, so that no small group can be computed',
  },
  example: {
    departments: [
      { id: '総務部' },
      { id: '人事課', parent: '総務部' },
      { id: '財政課', parent: '総務部' },
      { id: '管財課', parent: '総務部' },
    ],
    groups: [
      { department: '人事課', sex: 'male', answers: 18 },
      { department: '人事課', sex: 'female', answers: 12 },
      { department: '財政課', sex: 'male', answers: 8 },
      { department: '財政課', sex: 'female', answers: 4 },
      { department: '管財課', sex: 'male', answers: 5 },
      { department: '管財課', sex: 'female', answers: 3 },
    ],
    cuts: [['department'], ['sex']],
  },
  answer: (document) => {
    const { groups, departments = [], cuts, rules } = readDocument(suppressionInput, document);
    const tree = new Map(departments.map(({ id, parent = null }) => [id, parent]));
    const known = groups.map(({ answers: count, ...rest }) => {
      const there = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return { ...Object.fromEntries(there), answers: count };
    });
    const groupRules = stressGroupRulesOf(rules);
    const table = refusing('groups', suppressionRefusals, () => cutTable(known, cuts, tree));
    const { outcome, steps } = suppressCells(table, groupRules);
    const names = table.named.map(cellWords);
    const count = (wanted: string) => outcome.filter(({ state }) => state === wanted).length;
    return {
      answer: {
        minimum: groupRules.minimum,
        cells: outcome.map(({ cell, state }) => ({ ...table.named[cell], state })),
        shown: count('shown'),
        hidden: count('tooFew') + count('complementary'),
        ...groundsOf(steps),
      },
      explanation: () =>
        explain(
          steps,
          suppressionSentences((cell) => names[cell] ?? ''),
        ),
    };
  },
};
