import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** The folder of the law: its review sheets, golden cases and the list of provisions are files beside the rules. */
const lawFolder = (): string => fileURLToPath(new URL('../../law/', import.meta.url));

const confidence = z.enum(['A', 'B', 'C']);

/** What a sheet says about a rule beyond what code, cases and provisions say themselves. */
const sheetSchema = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]*$/),
  title: z.string().min(1),
  about: z.string().min(1),
  rules: z.array(z.string()).min(1),
  parameters: z.array(z.string()),
  cases: z.array(z.string()),
  command: z.string().min(1),
  open: z.array(z.strictObject({ confidence, says: z.string().min(1), taken: z.string().min(1) })),
});
export type ReviewSheet = z.infer<typeof sheetSchema> & {
  /** Paths of the case files. */
  readonly caseFiles: readonly string[];
};

const provisionSchema = z.discriminatedUnion('state', [
  z.strictObject({
    instrument: z.string(),
    path: z.string(),
    state: z.literal('computed'),
    confidence: z.array(confidence).min(1),
    by: z.array(z.string()).min(1),
    sheets: z.array(z.string()).min(1),
    says: z.string().min(1),
  }),
  z.strictObject({ instrument: z.string(), path: z.string(), state: z.literal('notComputed'), why: z.string().min(1) }),
]);
/** A provision, and whether the product computes it. */
export type Provision = z.infer<typeof provisionSchema>;

const caseSchema = z.object({
  name: z.string(),
  given: z.unknown(),
  expect: z.unknown(),
  cites: z.array(z.string()).optional(),
});
export type GoldenCase = z.infer<typeof caseSchema>;

const readYaml = (path: string): unknown => parse(readFileSync(path, 'utf8'), { version: '1.2', uniqueKeys: true });

/** Every review sheet, in the order of the folders. @throws when one does not hold to its form */
export function reviewSheets(): readonly ReviewSheet[] {
  return readdirSync(lawFolder(), { recursive: true, encoding: 'utf8' })
    .filter((path) => path === 'review.yaml' || path.endsWith('/review.yaml'))
    .sort()
    .flatMap((path) => {
      const { sheets } = z.strictObject({ sheets: z.array(sheetSchema) }).parse(readYaml(join(lawFolder(), path)));
      const folder = join(lawFolder(), dirname(path));
      return sheets.map((sheet) => ({ ...sheet, caseFiles: sheet.cases.map((file) => join(folder, file)) }));
    });
}

/** Every provision of `law/coverage.yaml`. */
export function provisions(): readonly Provision[] {
  return z.array(provisionSchema).parse(readYaml(join(lawFolder(), 'coverage.yaml')));
}

/** The golden cases of a file. */
export function goldenCases(path: string): readonly GoldenCase[] {
  return z.object({ cases: z.array(caseSchema) }).parse(readYaml(path)).cases;
}
