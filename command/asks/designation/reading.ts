import { type DesignationRules, modelDesignation } from '@tokimori/law/designation/rules';
import { type LawRefusals, notInForce } from '../law-refusals.ts';
import type { RulesInput } from './schema.ts';

/** The municipality's parameters over the model; what is not given is the model's. */
export function rulesOf(given: RulesInput): DesignationRules {
  const told = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return { ...modelDesignation, ...Object.fromEntries(told) };
}

export const refusals: LawRefusals = {
  NotInForce: notInForce,
  ImpossibleDesignation: {
    ja: [
      '部署の数か職員の並び、または本務の日がありえません。',
      '他律の部署は全部署の内数、職員は1人1度、本務は日が重ならず、その月に日があるように書いてください。',
    ],
    en: [
      'Departments, staff or posts are impossible.',
      'Externally driven ones are among all; each person once; posts share no day and have one in the month.',
    ],
  },
  ImpossibleOrder: {
    ja: ['命令の時間、または前の月がありえません。', '命令は 0:01 以上、before は命令の月より前の月を書いてください。'],
    en: [
      'The order or an earlier month is impossible.',
      'Order at least 0:01, and give months before that of the order.',
    ],
  },
  NothingExceeded: {
    ja: ['実績が上限に届いていません。', '上限を超えた実績と、その上限を書いてください。'],
    en: ['The cap is not exceeded.', 'Give what exceeded the cap, and the cap.'],
  },
};
