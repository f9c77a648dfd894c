import type { Citation } from '../decision/citation.ts';
import { agreementCitations as cites } from './citations.ts';
import type { Finding, RegisteredAgreement, Representative, SpecialClause } from './types.ts';

/** What an agreement must say (36条2項, 労基則17条1項); what is not written is missing. */

type Item = readonly [path: string, written: boolean, citation: Citation];
const written = (text: string): boolean => text.trim() !== '';

function lineItems({ lines, holidayLines }: RegisteredAgreement): readonly Item[] {
  return [
    ['lines', lines.length + holidayLines.length > 0, cites.reasons],
    ...lines.flatMap(({ reasons, tasks, headcount, daily, monthly, annual }, at): Item[] => [
      [`lines[${at}].reasons`, written(reasons), cites.reasons],
      [`lines[${at}].tasks`, written(tasks), cites.scope],
      [`lines[${at}].headcount`, headcount !== null, cites.scope],
      [`lines[${at}].daily`, daily !== null, cites.hours],
      [`lines[${at}].monthly`, monthly !== null, cites.hours],
      [`lines[${at}].annual`, annual !== null, cites.hours],
    ]),
    ...holidayLines.flatMap(({ reasons, tasks, headcount, days, from, until }, at): Item[] => [
      [`holidayLines[${at}].reasons`, written(reasons), cites.reasons],
      [`holidayLines[${at}].tasks`, written(tasks), cites.scope],
      [`holidayLines[${at}].headcount`, headcount !== null, cites.scope],
      [`holidayLines[${at}].days`, written(days), cites.hours],
      [`holidayLines[${at}].from`, from !== null && until !== null, cites.hours],
    ]),
  ];
}

function specialItems(special: SpecialClause | null): readonly Item[] {
  if (special === null) return [];
  const { reasons, procedure, times, monthlyTotal, annual, premiumPercent, healthMeasures, otherMeasure } = special;
  return [
    ['special.reasons', written(reasons), cites.specialReasons],
    ['special.procedure', written(procedure), cites.procedure],
    ['special.times', times !== null, cites.special],
    ['special.monthlyTotal', monthlyTotal !== null, cites.special],
    ['special.annual', annual !== null, cites.special],
    ['special.premiumPercent', premiumPercent !== null, cites.specialPremium],
    ['special.healthMeasures', healthMeasures.length > 0, cites.healthMeasures],
    ['special.otherMeasure', !healthMeasures.includes(10) || written(otherMeasure), cites.measureList],
  ];
}

function representativeItems(representative: Representative | null): readonly Item[] {
  if (representative === null) return [['representative', false, cites.representative]];
  const { kind, name, position, election } = representative;
  const person: readonly Item[] = [
    ['representative.position', written(position), cites.representative],
    ['representative.election', written(election), cites.election],
  ];
  return [['representative.name', written(name), cites.representative], ...(kind === 'person' ? person : [])];
}

/** Everything that is not written although the law demands it, in the order of the form. */
export function findMissing(agreement: RegisteredAgreement): readonly Finding[] {
  const { workplace, term, collective, yearStart, concludedOn, special, ceilingsStated, representative } = agreement;
  const items: readonly Item[] = [
    ['workplace', written(workplace), cites.filing],
    ['term', collective || term !== null, cites.term],
    ['yearStart', yearStart !== null, cites.yearStart],
    ...lineItems(agreement),
    ['ceilingsStated', ceilingsStated, cites.ceilings],
    ...specialItems(special),
    ['concludedOn', concludedOn !== null, cites.filing],
    ...representativeItems(representative),
  ];
  return items.flatMap(([path, isWritten, citation]): Finding[] =>
    isWritten ? [] : [{ kind: 'missing', path, says: 'itemMissing', figures: {}, words: { path }, citation }],
  );
}
