import { testCases } from '../../testing/cases.ts';
import { modelStressGroup, type StressGroupRules } from '../rules.ts';
import { type AnswerGroup, type Cut, cutAttributes, cutTable } from './cuts.ts';
import { judgeGroupRisk } from './group-risk.ts';
import { suppressCells } from './suppression.ts';

testCases(new URL('./group-risk.cases.yaml', import.meta.url), (given) => {
  const sex = given.text('sex') === 'male' ? 'male' : 'female';
  const answers = given.number('answers');
  const [amount = 0, control = 0, chief = 0, colleagues = 0] = given
    .texts('means')
    .map((mean) => (Number(mean) * answers) / 10);
  const rules: StressGroupRules = {
    ...modelStressGroup,
    riskTableVersion: given.has('edition') && given.text('edition') === 'legacy' ? 'legacy' : 'current',
    riskCap: given.has('cap') ? given.number('cap') : null,
  };
  const { outcome, steps } = judgeGroupRisk(
    { sexes: [{ sex, answers, amount, control, chief, colleagues }], consentOfAll: false },
    rules,
  );
  if (!outcome.shown) return { answer: outcome.because, steps };
  const { workload, support, total } = outcome.group!;
  const printed = [workload, support, total].map((tenths) => (tenths / 10).toFixed(1));
  return { answer: printed.join(' / '), steps };
});

testCases(new URL('./suppression.cases.yaml', import.meta.url), (given) => {
  const groups = given.texts('groups').map((text): AnswerGroup => {
    const [department = '', sex = '', answers = ''] = text.split('/');
    return { department, sex, answers: Number(answers) };
  });
  const top = !given.has('top') || given.flag('top');
  const tree = new Map<string, string | null>(groups.map(({ department = '' }) => [department, top ? '部' : null]));
  if (top) tree.set('部', null);
  const cuts = given.texts('cuts').map((cut): Cut => cutAttributes.filter((each) => cut.split(' ').includes(each)));
  const table = cutTable(groups, cuts, tree);
  const { outcome, steps } = suppressCells(table);
  const hidden = outcome.filter(({ state }) => state !== 'shown');
  const named = hidden.map(({ cell, state }) => {
    const { department, sex } = table.named[cell]!;
    return [department, sex, state].filter((part) => part !== undefined).join(' ');
  });
  return { answer: named, steps };
});
