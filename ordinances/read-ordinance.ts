import { isMunicipalityCode } from '@tokimori/law/calendar/municipality-code';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ordinanceDocument, parametersSchema } from './schema.ts';

export type OrdinanceDocument = z.infer<typeof ordinanceDocument>;
/** What is wrong in a municipality's file: where (line, key) and why, in Japanese. */
export type OrdinanceProblem = {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly message: string;
};
export type OrdinanceRead =
  | { readonly document: OrdinanceDocument; readonly problems: readonly [] }
  | { readonly document: null; readonly problems: readonly OrdinanceProblem[] };

/** Reads a municipality's file (YAML 1.2). Nothing is guessed: an unknown key, a missing one or a wrong value is a problem. */
export function readOrdinance(text: string, file: string): OrdinanceRead {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  const syntax = yaml.errors.map((e) => ({
    file,
    line: lines.linePos(e.pos[0]).line,
    key: '',
    message: `YAMLとして読めません(${e.message.split('\n')[0]})`,
  }));
  if (syntax.length > 0) return { document: null, problems: syntax };
  const parsed = ordinanceDocument.safeParse(yaml.toJS());
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = yaml.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      key: issue.path.join('.'),
      message: sentenceOf(issue),
    }));
    return { document: null, problems };
  }
  const { code } = parsed.data.municipality;
  if (!isMunicipalityCode(code)) {
    const key = 'municipality.code';
    return {
      document: null,
      problems: [
        { file, line: lineOf(['municipality', 'code']), key, message: `団体コード ${code} の検証数字が合いません` },
      ],
    };
  }
  return { document: parsed.data, problems: [] };
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `知らない項目があります: ${issue.keys.join('、')}`;
  if (issue.code === 'invalid_type') return `値がないか、種類が違います(${issue.expected} が必要です)`;
  return issue.message;
}

/** The national model's parameters, from the text of `model/model.yaml`. A fault in it is a defect of the product. */
export function readModelParameters(text: string): z.infer<typeof parametersSchema> {
  return parametersSchema.parse(parseDocument(text, { version: '1.2' }).toJS());
}
