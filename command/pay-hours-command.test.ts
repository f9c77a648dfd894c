import { expect, it, vi } from 'vitest';
import { tokimori } from './testing/tokimori.ts';

/** Each call is a process of its own, and the first one builds. */
vi.setConfig({ testTimeout: 180_000 });

it('tokimori pay-hours answers on standard input, and refuses with 1', async () => {
  const spans = [{ dutyDate: '2026-11-04', dayKind: 'dutyDay', from: '17:15', to: '26:10' }];
  const { code, out, err } = await tokimori(['pay-hours', '-'], JSON.stringify({ month: '2026-11', spans }));
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toEqual({
    classes: [
      { allowance: 'overtime', rate: '125/100', exact: '4:45', paid: 5 },
      { allowance: 'overtime', rate: '150/100', exact: '4:10', paid: 4 },
    ],
    beyondSixty: '0:00',
    timeOffInLieu: '0:00',
  });
  const refused = await tokimori(['pay-hours', '-'], JSON.stringify({ month: '2026-11', spans: [...spans, ...spans] }));
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('原因: spans[1]: 2026-11-04 の前の時間と重なっています。');
});
