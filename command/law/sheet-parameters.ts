import { type ParameterRow, parameterGroups } from '@tokimori/ordinances/parameters/rows';
import type { Parameters } from '@tokimori/ordinances/parameters/table';

const below = (key: string, wanted: string): boolean => key === wanted || key.startsWith(`${wanted}.`);

/** The parameters named by a sheet, with the values of a municipality (or the model's). A name may stand for all below it. */
export function sheetParameters(wanted: readonly string[], parameters: Parameters): readonly ParameterRow[] {
  const rows = parameterGroups(parameters).flatMap((group) => group.parameters);
  return wanted.flatMap((name) => rows.filter(({ key }) => below(key, name)));
}

/** Names of a sheet that stand for no parameter. */
export function unknownParameters(wanted: readonly string[], parameters: Parameters): readonly string[] {
  return wanted.filter((name) => sheetParameters([name], parameters).length === 0);
}
