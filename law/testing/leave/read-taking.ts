import type { Birth } from '../../leave/kinds/maternity.ts';
import {
  type SickChildReason,
  sickChildReasons,
  type Taking,
  type TakingFacts,
} from '../../leave/kinds/taking-types.ts';
import { type BereavementRelation, bereavementRelations } from '../../leave/special-days.ts';
import { parseLocalDate } from '../../time/civil.ts';
import type { Given } from '../cases.ts';

function day(text: string): number {
  const found = parseLocalDate(text);
  if (found === undefined) throw new Error(`not a day: ${text}`);
  return found;
}
function oneOf<T extends string>(names: readonly T[], text: string): T {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new Error(`not understood: ${text}`);
  return found;
}

export function birthOf(given: Given): Birth {
  return {
    dueOn: given.day('due'),
    bornOn: given.has('born') ? given.day('born') : null,
    multiple: given.has('multiple') && given.flag('multiple'),
  };
}

const reasonOf = (text: string): SickChildReason => oneOf(sickChildReasons, text);
const relationOf = (text: string): BereavementRelation => oneOf(bereavementRelations, text);

function factsOf(given: Given): TakingFacts {
  const numbers = (['persons', 'travelDays', 'daysBefore', 'timesBefore'] as const).filter((key) => given.has(key));
  const days = (['admittedOn', 'eventOn', 'firstOn'] as const).filter((key) => given.has(key));
  const flags = (['assisted', 'shared'] as const).filter((key) => given.has(key));
  return {
    ...Object.fromEntries(numbers.map((key) => [key, given.number(key)])),
    ...Object.fromEntries(days.map((key) => [key, given.day(key)])),
    ...Object.fromEntries(flags.map((key) => [key, given.flag(key)])),
    ...(given.has('children') ? { children: given.texts('children').map(day) } : {}),
    ...(given.has('reason') ? { reason: reasonOf(given.text('reason')) } : {}),
    ...(given.has('relation') ? { relation: relationOf(given.text('relation')) } : {}),
    ...(given.has('due') ? { birth: birthOf(given) } : {}),
    ...(given.has('periods')
      ? {
          periods: given.texts('periods').map((text) => {
            const [from = '', through = ''] = text.split('–');
            return { from: day(from), through: day(through) };
          }),
        }
      : {}),
  };
}

/** A taking of a golden case. One day is one duty day unless said otherwise. */
export function readTaking(given: Given): Taking {
  const from = given.day('on');
  return {
    kind: given.text('kind'),
    from,
    through: given.has('through') ? given.day('through') : from,
    time: given.has('time') ? given.minutes('time') : null,
    halfDay: given.has('halfDay') && given.flag('halfDay'),
    dutyDays: given.has('dutyDays') ? given.number('dutyDays') : 1,
    taken: given.has('taken') ? given.minutes('taken') : 0,
    dayMinutes: given.has('dayMinutes') ? given.minutes('dayMinutes') : 465,
    facts: given.has('facts') ? factsOf(given.inner('facts')) : {},
  };
}
