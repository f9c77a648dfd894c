import type { Measured } from './measured.ts';

/** The signs of a layout. */
export type Signs = {
  /** Before a negative figure: 「▲ 」. */
  readonly minus: string;
  /** A share or average of nothing. */
  readonly ofNothing: string;
  readonly yes: string;
  readonly no: string;
};

type Style = { readonly unit: string; readonly brackets?: true; readonly change?: true };

/**
 * How a column prints. Counts have thousands commas, tenths one decimal; shares stand in brackets where they stand under
 * their count; a change of zero points is `0.0` without the percent sign.
 */
const styles = {
  count: { unit: '' },
  people: { unit: '人' },
  bodies: { unit: '団体' },
  formerBodies: { unit: '団体', brackets: true },
  share: { unit: '%' },
  bracketedShare: { unit: '%', brackets: true },
  tenths: { unit: '' },
  formerTenths: { unit: '', brackets: true },
  text: { unit: '' },
  answer: { unit: '' },
  countChange: { unit: '', change: true },
  peopleChange: { unit: '人', change: true },
  pointChange: { unit: '%', change: true },
  tenthsChange: { unit: '', change: true },
} as const satisfies Record<string, Style>;

export type PrintStyle = keyof typeof styles;

/** 12693257 → 12,693,257. */
export const withCommas = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** 1496 tenths → 149.6, with commas before the point. */
export function tenthsText(tenths: number): string {
  const rest = tenths % 10;
  return `${withCommas((tenths - rest) / 10)}.${rest}`;
}

/** A figure as its column prints it. An absent figure is the empty text. */
export function printed(measured: Measured, style: PrintStyle, signs: Signs): string {
  if (measured.kind === 'absent') return '';
  if (measured.kind === 'ofNothing') return signs.ofNothing;
  if (measured.kind === 'answer') return measured.value ? signs.yes : signs.no;
  if (measured.kind === 'text') return measured.value;
  const { unit, brackets, change }: Style = styles[style];
  const size = Math.abs(measured.value);
  const digits = measured.kind === 'tenths' ? tenthsText(size) : withCommas(size);
  const bare = change === true && measured.kind === 'tenths' && size === 0;
  const text = `${measured.value < 0 ? signs.minus : ''}${digits}${bare ? '' : unit}`;
  return brackets === true ? `(${text})` : text;
}
