import { type Given, testCases } from '../testing/cases.ts';
import { type DisasterOccasion, ImpossibleOccasion, judgeDisasterNeed } from './disaster-need.ts';
import { modelStatutoryHours } from './rules.ts';

function occasionOf(given: Given): DisasterOccasion {
  return {
    from: given.day('from'),
    through: given.day('through'),
    permittedOn: given.has('permitted') ? given.day('permitted') : null,
    reportedOn: given.has('reported') ? given.day('reported') : null,
  };
}

testCases(new URL('./disaster-need.cases.yaml', import.meta.url), (given) => {
  const number = given.number('number');
  const workplace = {
    appdxTable1: number === 0 ? null : number,
    enterprise: given.has('enterprise') && given.flag('enterprise'),
  };
  const occasion = occasionOf(given);
  const personnelCommission = given.has('commission') && given.flag('commission');
  try {
    const { outcome, steps } = judgeDisasterNeed(occasion, workplace, { ...modelStatutoryHours, personnelCommission });
    const late = steps.some(({ says }) => says === 'permissionLate') ? ' late' : '';
    return {
      answer: `${outcome.state} ${outcome.authority}${late}`,
      steps,
    };
  } catch (error) {
    if (error instanceof ImpossibleOccasion) return { answer: `refused ${error.defect}`, refusal: error };
    throw error;
  }
});
