import { withFewJoined } from '../yokohama/bureaus-monthly.ts';
import { sumKnown } from './rounding.ts';
import type { PrintedLine, SheetOneInput } from './sheet-one.ts';

type Cells = readonly (number | null)[];

/**
 * 資料① with the columns of 部局 of fewer people than `least` joined as その他, by the rule of the monthly comparison: no figure is that of one or two
 * people, and none follows from the total.
 */
export function withFewColumnsJoined(input: SheetOneInput, least: number): SheetOneInput {
  const { departments, hours, headcount, lastYearHeadcount, lastYearNormal } = input;
  const counts = departments.map((_, at) => ({
    name: String(at),
    headcount: headcount?.[at] ?? 0,
    hours: null,
    lastYearHeadcount: lastYearHeadcount?.[at] ?? 0,
    lastYear: lastYearNormal?.[at] ?? null,
    cumulative: null,
    lastYearCumulative: null,
  }));
  const { merged } = withFewJoined(counts, least);
  if (merged.length === 0) return input;
  const hidden = new Set(merged.map(Number));
  const isShown = (_: unknown, at: number): boolean => !hidden.has(at);
  const join = (cells: Cells): Cells => [...cells.filter(isShown), sumKnown(cells.filter((_, at) => hidden.has(at)))];
  const line = ({ cells, ...rest }: PrintedLine): PrintedLine => ({ cells: join(cells), ...rest });
  const { normal, infection, disaster, total } = hours;
  const names = departments.filter((_, at) => hidden.has(at)).join('、');
  return {
    ...input,
    departments: [...departments.filter(isShown), 'その他'],
    hours: {
      normal: line(normal),
      infection: line(infection),
      disaster: line(disaster),
      ...(total === undefined ? {} : { total: line(total) }),
    },
    lastYearNormal: lastYearNormal && join(lastYearNormal),
    headcount: headcount && join(headcount),
    lastYearHeadcount: lastYearHeadcount && join(lastYearHeadcount),
    remarks: [...(input.remarks ?? []), `人数が少ない部局は「その他」にまとめています: ${names}`],
  };
}
