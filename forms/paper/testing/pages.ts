import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many pages a PDF has, from the count in its tree of pages. */
export function pagesOf(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count));
  return Math.max(...counts);
}

/** Keeps a printed paper to be looked at, where `TOKIMORI_PAPER` names a folder. */
export function keepToLook(name: string, pdf: Buffer): void {
  const folder = process.env.TOKIMORI_PAPER;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), pdf);
}
