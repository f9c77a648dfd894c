import { formatLocalDate } from '@tokimori/law/time/civil';
import { parseYearMonth } from '@tokimori/law/time/months';
import { describe, expect, it } from 'vitest';
import { prefillLines, weeksOf } from './plan-prefill.ts';

const hours = (work: string, minutes: number) => ({ work, minutes });
const said = (people: Parameters<typeof prefillLines>[0]) =>
  prefillLines(people).map(({ staff, work, minutes }) => `${staff} ${work} ${minutes}`);

describe('計画書の下書き', () => {
  it('takes works and hours of the same month of last year, without losing a minute', () => {
    const lastYear = [hours('審査', 60), hours('査定', 900), hours('調製', 600), hours('照会', 30), hours('集計', 90)];
    expect(said([{ staff: '1', lastYear, running: [hours('査定', 9)], forecast: 5 }])).toEqual([
      '1 査定 900',
      '1 調製 600',
      '1 集計 ほか 180',
    ]);
  });
  it('takes the forecast of the running month where last year knows nothing', () => {
    const running = [hours('窓口', 120), hours('検算', 300)];
    expect(said([{ staff: '2', lastYear: [], running, forecast: 700 }])).toEqual(['2 検算 700']);
    expect(said([{ staff: '2', lastYear: [], running, forecast: null }])).toEqual(['2 検算 420']);
    expect(said([{ staff: '2', lastYear: [hours('査定', 0)], running: [], forecast: 100 }])).toEqual(['2  100']);
  });
  it('plans nothing for those of whom nothing is expected', () =>
    expect(said([{ staff: '3', lastYear: [], running: [], forecast: 0 }])).toEqual([]));
});

describe('月の週', () => {
  const said = (month: string) =>
    weeksOf(parseYearMonth(month) ?? Number.NaN).map(
      ({ from, through }) => `${formatLocalDate(from).slice(8)}-${formatLocalDate(through).slice(8)}`,
    );
  it('runs from Monday to Sunday and stays in the month', () => {
    expect(said('2026-11')).toEqual(['01-01', '02-08', '09-15', '16-22', '23-29', '30-30']);
    expect(said('2027-02')).toEqual(['01-07', '08-14', '15-21', '22-28']);
    expect(said('2026-10')).toEqual(['01-04', '05-11', '12-18', '19-25', '26-31']);
  });
});
