import type { Seal } from '@tokimori/forms/sheet/definition';
import { parseLocalDate } from '@tokimori/law/time/civil';
import { formatEraDateShort } from '@tokimori/law/time/eras';
import type { Stamp } from '@tokimori/records/form-sheet-events';
import { tokyoOf } from '../../runtime/clock.ts';

const familyName = (name: string): string => name.split(/[\s\u3000]/)[0] ?? name;
const dayOf = (at: Date): string => formatEraDateShort(tokyoOf(at).day) ?? '';

type Given = Pick<Stamp, 'by' | 'at'> & Partial<Pick<Stamp, 'forPost' | 'paper' | 'also' | 'vacant'>>;

/**
 * A seal box: empty while nobody approved, else with the family name and the day; 欠 where nobody holds the post. What was approved on paper has the
 * name and day that were told, and who recorded it as recorder.
 */
export function sealOf(label: string, stamp: Given | null | undefined, nameOf: (actor: string) => string): Seal {
  if (stamp === null || stamp === undefined) return { label, name: '', on: '', note: '' };
  if (stamp.vacant === true) return { label, name: '欠', on: '', note: '' };
  const both = stamp.also === undefined ? '' : `${stamp.also}を兼ねる`;
  const by = familyName(nameOf(stamp.by));
  if (stamp.forPost !== true) return { label, name: by, on: dayOf(stamp.at), note: both };
  const { paper } = stamp;
  const note = [`紙の決裁(記録 ${by})`, both].filter((text) => text !== '').join(' ');
  if (paper === undefined) return { label, name: '', on: dayOf(stamp.at), note };
  const on = parseLocalDate(paper.on);
  return { label, name: paper.by, on: on === undefined ? '' : (formatEraDateShort(on) ?? ''), note };
}
