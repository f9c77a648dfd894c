import { eraDate } from '@tokimori/wording/format';
import type { Answer } from '../../api/call.ts';
import type * as routes from '../../api/routes.ts';

export type MandatesView = Answer<NonNullable<(typeof routes.mandatesView)['shape']>>;
export type Mandate = MandatesView['mandates'][number];

export const mandateWords: Readonly<Record<Mandate['kind'], string>> = {
  standIn: '代決',
  delegated: '専決',
  clerk: '庶務担当',
};

/** 「令和8年10月26日」 or 「…から…まで」; one that was ended before it began has no day. */
export function periodWords({ from, through }: Pick<Mandate, 'from' | 'through'>): string {
  if (through < from) return `${eraDate(from)}の前に取りやめ`;
  return from === through ? eraDate(from) : `${eraDate(from)}から${eraDate(through)}まで`;
}
