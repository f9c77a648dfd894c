import { importShapes } from '@tokimori/contract/import-columns';
import type { RowReader } from '../rows/row-reader.ts';
import { showDay, showMinutes, showStaff } from '../rows/show.ts';
import { plain, readDayTime, readText, readWord } from '../rows/values.ts';
import type { Kind, Reading } from './kind.ts';
import {
  directionNames,
  directions,
  judgePunches,
  type PunchLine,
  punchAt,
  punchMonths,
  punchTouches,
  writePunches,
} from './punches.ts';

/** 入退館の記録: a line for each passage of a door of the building. */
function readGateLine(row: RowReader, reading: Reading): PunchLine | undefined {
  const staff = row.required('職員番号', plain);
  const at = row.required('日時', readDayTime);
  const direction = row.optional('区分', (text) => readWord(text, directions), 'unknown' as const);
  const device = row.optional('扉', (text) => readText(text, 60), '');
  if (staff === undefined || at === undefined) return undefined;
  const passage = punchAt('gate', { staff, direction, device, mark: direction }, at);
  if (passage.occurredAt > reading.now) row.refuse('日時', 'import.punch.future');
  return row.refusals.length > 0 ? undefined : { staff, dateField: '日時', punches: [passage] };
}

export const gate: Kind<PunchLine> = {
  kind: 'gate',
  columns: importShapes.gate.columns,
  alternatives: importShapes.gate.alternatives,
  chunkLines: 2_000,
  read: readGateLine,
  judge: judgePunches,
  write: writePunches,
  months: punchMonths,
  touched: punchTouches,
  show: (line, names) => ({
    職員: showStaff(line.staff, names),
    日付: line.punches.map((passage) => showDay(passage.day)).join('、'),
    時刻: line.punches.map((passage) => showMinutes(passage.minute)).join('、'),
    区分: line.punches.map((passage) => directionNames[passage.direction]).join('、'),
    扉: line.punches[0]?.device ?? '',
  }),
};
