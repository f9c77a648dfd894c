import { NotInForce } from '../../decision/dated.ts';
import type { Step } from '../../decision/decision.ts';
import { formatCitation } from '../../decision/format-citation.ts';
import { ImpossibleRequest } from '../../restrictions/requests.ts';
import type { RestrictionKind } from '../../restrictions/types.ts';
import { type EpochDay, parseLocalDate } from '../../time/civil.ts';
import { type MonthIndex, parseYearMonth } from '../../time/months.ts';
import type { Answer } from '../cases.ts';

const kinds: Readonly<Record<string, RestrictionKind>> = {
  制限: 'overtimeLimit',
  免除: 'overtimeExemption',
  深夜: 'lateNightLimit',
  妊産婦: 'maternityOvertime',
  妊産婦深夜: 'maternityNight',
  育短: 'childcareShortTime',
};
export const day = (text: string): EpochDay => parseLocalDate(text) ?? Number.NaN;
export const at = (text: string): MonthIndex => parseYearMonth(text) ?? Number.NaN;

export function kindOf(text: string): RestrictionKind {
  const kind = kinds[text];
  if (kind === undefined) throw new Error(`an unknown kind ${text}`);
  return kind;
}

export const citesOf = (steps: readonly Step[]) =>
  steps.flatMap(({ citation }) => (citation === undefined ? [] : [formatCitation(citation)]));

export function refusing(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof NotInForce || error instanceof ImpossibleRequest)
      return { answer: { refused: error.name }, refusal: error };
    throw error;
  }
}
