import { expect, it } from 'vitest';
import { keepToLook, pagesOf } from '../paper/testing/pages.ts';
import { Typesetter } from '../paper/typesetter.ts';
import { type Guide, ukihaGuide } from './guide.ts';

const guide: Guide = {
  municipality: '美汐市',
  from: '2026-04-01',
  contact: '総務部 職員課 人事係(内線 2140)',
  caps: {
    selfDirected: { month: 45 * 60, year: 360 * 60 },
    externallyDriven: { month: 100 * 60, year: 720 * 60, average: 80 * 60, monthsOver: 6 },
  },
};

it('says the bounds of the ordinance in words', () => {
  expect(ukihaGuide(guide).data).toMatchObject({
    from: '令和8年4月1日',
    caps: [
      { kind: '自律部署(原則)', month: '45時間以下', year: '360時間以下' },
      {
        month: '100時間未満',
        year: '720時間以下',
        more: '2〜6か月の平均が80時間以下\n月45時間を超える月は年6か月まで',
      },
    ],
  });
  const tighter = { ...guide, caps: { ...guide.caps, selfDirected: { month: 30 * 60 + 30, year: 1_000 * 60 } } };
  expect(ukihaGuide(tighter).data).toMatchObject({
    caps: [
      { month: '30時間30分以下', year: '1,000時間以下' },
      { more: expect.stringContaining('月30時間30分を超える月') },
    ],
  });
});

it('is one page', () => {
  const pdf = new Typesetter().pdf({ ...ukihaGuide(guide), madeAt: 1_793_836_800 });
  expect(pagesOf(pdf)).toBe(1);
  keepToLook('ukiha-guide', pdf);
});
