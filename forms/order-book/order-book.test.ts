import { describe, expect, it } from 'vitest';
import { keepToLook, pagesOf } from '../paper/testing/pages.ts';
import { Typesetter } from '../paper/typesetter.ts';
import { type OrderBookMonth, type OrderBookRow, orderBook } from './order-book.ts';

const typesetter = new Typesetter();
const madeAt = 1_793_836_800;

const row = (day: number, more: Partial<OrderBookRow> = {}): OrderBookRow => ({
  date: `2026-10-${String(day).padStart(2, '0')}`,
  orderedFrom: 17 * 60 + 15,
  orderedUntil: 20 * 60,
  category: '通常',
  work: '国民健康保険料の本算定',
  reason: '更正が重なり、時間内に終わらない',
  orderer: '課長 高瀬 誠',
  inPlace: '',
  confirmedFrom: 17 * 60 + 15,
  confirmedUntil: 19 * 60 + 45,
  minutes: 150,
  firstIn: 8 * 60 + 21,
  lastOut: 19 * 60 + 52,
  retroactive: false,
  ...more,
});
const month = (rows: readonly OrderBookRow[], more: Partial<OrderBookMonth> = {}): OrderBookMonth => ({
  staff: '100002',
  name: '𠮷田 髙志',
  post: '主任',
  section: '市民部 保険年金課 国保係',
  month: '2026-10',
  rows,
  ...more,
});
const sheetOf = (rows: readonly OrderBookRow[]) =>
  (orderBook('美汐市', [month(rows)]).data as { sheets: { rows: object[]; totals: object[] }[] }).sheets[0];
const days = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    row((at % 31) + 1, { orderedFrom: 17 * 60 + 15 + Math.floor(at / 31) * 60 }),
  );
const printed = (months: readonly OrderBookMonth[]) => typesetter.pdf({ ...orderBook('美汐市', months), madeAt });

describe('時間外勤務命令簿', () => {
  it('has the orders by day and time, whatever order they come in, past midnight too', () => {
    const late = row(3, {
      orderedFrom: 22 * 60,
      orderedUntil: 26 * 60,
      lastOut: 26 * 60 + 5,
      category: '特例',
      minutes: 240,
    });
    expect(sheetOf([late, row(3), row(1, { retroactive: true, orderedFrom: null, orderedUntil: null })])?.rows).toEqual(
      [
        expect.objectContaining({ day: '1', weekday: '木', ordered: '', retroactive: '事後' }),
        expect.objectContaining({ day: '3', weekday: '土', ordered: '17:15–20:00', retroactive: '' }),
        expect.objectContaining({ day: '3', ordered: '22:00–26:00', presence: '8:21–26:05', hours: '4:00' }),
      ],
    );
  });

  it('adds up what is confirmed, by kind and together; what is not confirmed counts nothing', () => {
    const rows = [
      row(1),
      row(2, { category: '特例', minutes: 90 }),
      row(5),
      row(6, { minutes: null, confirmedFrom: null, confirmedUntil: null }),
    ];
    expect(sheetOf(rows)).toMatchObject({
      totals: [
        { category: '通常', hours: '5:00' },
        { category: '特例', hours: '1:30' },
        { category: '計', hours: '6:30' },
      ],
      count: 4,
      open: 1,
    });
    expect(sheetOf(rows)?.rows[3]).toMatchObject({ confirmed: '', hours: '' });
    expect(sheetOf([])?.totals).toEqual([{ category: '計', hours: '0:00' }]);
  });

  it.each([
    [0, 1],
    [1, 1],
    [31, 1],
    [42, 1],
    [80, 2],
  ])('%i orders take %i page(s)', (orders, pages) => {
    const pdf = printed([month(days(orders))]);
    keepToLook(`order-book-${orders}`, pdf);
    expect(pagesOf(pdf)).toBe(pages);
  });

  it.each([
    ['stays on a page', 1, '', 1],
    ['goes on over the page', 3, '', 2],
    ['goes on over the page with reasons in place of the head', 1, '更正が重なり、時間内に終わらない。'.repeat(2), 2],
  ] as const)('%s with long works and names', (name, times, reason, pages) => {
    const work = '国民健康保険料の本算定に係る通知書の点検及び封入、窓口の応援'.repeat(times);
    const inPlace = reason === '' ? '' : '代決(西園寺 公之介)';
    const long = days(31).map((each) => ({
      ...each,
      ...{ work, reason, inPlace, orderer: '課長補佐(心得) 小鳥遊 𠮷之介' },
    }));
    const pdf = printed([month(long, { section: '健康福祉部 '.repeat(8) })]);
    keepToLook(`order-book-long-${times}${reason === '' ? '' : '-reasons'}`, pdf);
    expect([name, pagesOf(pdf)]).toEqual([name, pages]);
  });

  it('sets many people into one file, a page for each', () => {
    expect(
      pagesOf(printed(Array.from({ length: 30 }, (_, at) => month(days(at + 1), { staff: String(100_000 + at) })))),
    ).toBe(30);
  });
});
