import { cpus, totalmem } from 'node:os';
import { type AimName, aims } from './rivals.ts';

export type Figure = { readonly name: AimName; readonly value: number; readonly shown: string; readonly note?: string };

/** The table of a run, as Markdown: ours, the aim, the rival, and whether the aim was reached. */
export function tableOf(figures: readonly Figure[], floor: readonly string[], scale: string): string {
  const rows = figures.map((f) => {
    const aim = aims[f.name];
    const verdict = aim.reached(f.value) ? 'reached' : '**missed**';
    return `| ${aim.what} | ${f.shown}${f.note === undefined ? '' : ` (${f.note})`} | ${aim.aim} | ${verdict} | ${aim.rival} |`;
  });
  return [
    `Machine: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, embedded PostgreSQL with fsync on. ${scale}`,
    '',
    '| what | ours | aim | | rival |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'Floor in the same run:',
    '',
    ...floor.map((line) => `* ${line}`),
    '',
  ].join('\n');
}

/** The value below which a share of the sorted samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
export const seconds = (value: number): string => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} s`;
export const megabytes = (value: number): string => `${Math.round(value)} MB`;
