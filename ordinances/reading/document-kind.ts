import { isMunicipalityCode } from '@tokimori/law/calendar/municipality-code';
import { z } from 'zod';
import { list, record } from '../parameters/kinds/composites.ts';
import { type Kind, leaf } from '../parameters/kinds/kind.ts';
import { date, text } from '../parameters/kinds/values.ts';

/** What stands around the parameters in a file. */
export type DocumentFrame = {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly versions: readonly VersionFrame[];
};
export type VersionFrame = { readonly effectiveFrom: string; readonly parameters: Readonly<Record<string, unknown>> };

/** More versions than this is no history of one municipality's decisions. */
export const MOST_VERSIONS = 100;

const code: Kind<string> = leaf<string>({
  reads: (given) => (typeof given === 'string' && isMunicipalityCode(given) ? given : undefined),
  stored: z.string(),
  says: (value) => value,
  writes: (value) => value,
  allowed: {
    ja: '引用符で囲んだ6桁の全国地方公共団体コード',
    en: 'the six digits of the municipality code in quotation marks',
  },
  hint: (given) => {
    if (typeof given === 'string' && /^\d{6}$/.test(given))
      return { ja: '検証数字(6桁目)が合いません。', en: 'Its check digit (the sixth) is wrong.' };
    return typeof given === 'number'
      ? { ja: '引用符がないと、先頭の0が失われます。', en: 'Without quotation marks a leading 0 is lost.' }
      : undefined;
  },
});

/** Judged apart, version by version. Absent or empty: nothing is decided otherwise than before. */
const given: Kind<VersionFrame['parameters']> = leaf<VersionFrame['parameters']>({
  reads: (value) => {
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as VersionFrame['parameters']) : undefined;
  },
  stored: z.record(z.string(), z.unknown()),
  says: () => '',
  writes: () => ({}),
  allowed: { ja: '字下げした項目', en: 'indented members' },
});

const anything: Kind<VersionFrame['parameters']> = {
  ...given,
  written: given.written.optional().transform((parameters) => parameters ?? {}),
};

const nothing = () => '';

export const documentKind: Kind<DocumentFrame> = record<DocumentFrame>(
  {
    municipality: record<DocumentFrame['municipality']>({ code, name: text(60) }, nothing),
    versions: list(record<VersionFrame>({ effectiveFrom: date, parameters: anything }, nothing), {
      least: 1,
      most: MOST_VERSIONS,
      repeats: true,
    }),
  },
  nothing,
);
