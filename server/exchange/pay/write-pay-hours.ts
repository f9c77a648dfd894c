import { refuse } from '../../access/refusal.ts';
import type { Context } from '../../context.ts';
import { makePayExport, payFileOf } from '../../use-cases/pay/pay-exports.ts';
import { type Output, writeMade } from '../reports/write-made.ts';

export type PayWish = {
  readonly month: string;
  readonly format: string;
  readonly out: Output;
  readonly department?: string;
  /** Only what differs from the export before. */
  readonly differences: boolean;
  /** Who stands in the journal. */
  readonly by: string;
};

/**
 * Makes the file for payroll and writes it (`tokimori report pay-hours`), piece by piece.
 * @returns the kinds of what wants a look, with how many people each
 * @throws Refusal for another format, a month without records, or whatever keeps the file from being made
 */
export async function writePayHours(
  context: Context,
  municipality: string,
  { month, format, out, department, differences, by }: PayWish,
): Promise<readonly { readonly kind: string; readonly count: number }[]> {
  if (format !== 'csv' || department !== undefined)
    refuse('pay.format', {
      title: 'この指定では出せません',
      detail: '給与連携は、団体の全員を csv で出します。--format csv を指定し、--department を外してください。',
    });
  const { made, problems } = await makePayExport(context, municipality, by, { month, differences });
  await writeMade(await payFileOf(context, municipality, made.id), out);
  return problems.map(({ kind, count }) => ({ kind, count }));
}
