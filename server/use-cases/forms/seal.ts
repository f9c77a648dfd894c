import type { Seal } from '@tokimori/forms/sheet/definition';
import { formatEraDateShort } from '@tokimori/law/time/eras';
import { tokyoOf } from '../../runtime/clock.ts';

const familyName = (name: string): string => name.split(/[\s\u3000]/)[0] ?? name;

/** A seal box: empty while nobody approved, else with the family name and the day. */
export function sealOf(
  label: string,
  stamp: { readonly by: string; readonly at: Date } | null | undefined,
  nameOf: (actor: string) => string,
): Seal {
  if (stamp === null || stamp === undefined) return { label, name: '', on: '' };
  return { label, name: familyName(nameOf(stamp.by)), on: formatEraDateShort(tokyoOf(stamp.at).day) ?? '' };
}
