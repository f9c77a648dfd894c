import type { PaperMill } from '../../paper/paper-mill.ts';

/** A mill that keeps the sheets it was to print, and prints nothing. */
export function keepingMill<Sheet>(): { readonly kept: Sheet[]; readonly mill: PaperMill } {
  const kept: Sheet[] = [];
  return {
    kept,
    mill: {
      pdf: async ({ data }) => {
        kept.push(...(data as { sheets: readonly Sheet[] }).sheets);
        return Buffer.from('%PDF-');
      },
      close: async () => undefined,
    },
  };
}
