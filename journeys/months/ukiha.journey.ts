import { describe, expect, test } from 'vitest';
import { handIn, listed } from './filling.ts';
import { beginMonth } from './month.ts';
import { HR, INSURANCE, WEEK } from './people.ts';

const month = await beginMonth();
const { section, head, miura } = INSURANCE;
const NOVEMBER = ['2026-11-04', '2026-11-05', '2026-11-06'] as const;

describe('うきは市のひと月', () => {
  test('45時間を超えた職員の調書と面談、マネジメントシート、翌月10日のアラートメール', async () => {
    await month.takes('うきは市');
    await month.overtime(miura, INSURANCE, WEEK, { until: '22:15' });
    await month.moveTo('2026-10-31T09:00:00+09:00');
    await month.punched(miura.staff, WEEK, '22:19');
    await month.confirmed(head);

    await month.moveTo('2026-11-02T08:29:00+09:00');
    // 管理職会議の一覧は、課室ごとの人数だけで、氏名は載せない。
    const counts = await month.due(head, /団体全体: 一覧を渡す.*課室ごとの45時間超の職員数.*10月分/);
    expect(await counts.textContent()).not.toContain('三浦');
    await counts.getByRole('link', { name: /一覧を開く/ }).click();
    await listed(await month.at(head), /保険年金課/, 'ukiha-counts');
    const due = await month.due(head, /三浦 美咲: 面談する.*調書/);
    expect(await month.mails(head, /三浦 美咲.*調書/)).toBe(1);
    await due.getByRole('link', { name: /様式を開く/ }).click();
    const page = await month.at(head);
    const path = await handIn(
      page,
      {
        '背景・要因': '法の改正で、届出の審査が10月に集まった',
        面談日: '2026-11-02',
        '総務部の出席者(1人目)': '小泉 拓真',
        '総務部の出席者(2人目)': '安田 恵美',
        '話し合った内容・改善策': '審査を2係で分け、窓口の当番から外す',
      },
      'ukiha-record',
    );
    await month.approve(HR, path, '総務部');
    await month.printed(head, path, 'ukiha-record');
    await month.settled(head, /三浦 美咲: 面談する/);
    await (await month.due(HR, /保険年金課: 一覧を渡す.*マネジメントシート.*10月分/))
      .getByRole('link', { name: /画面を開く/ })
      .click();
    const sheet = await month.at(HR);
    await sheet.getByRole('heading', { level: 1, name: '時間外勤務マネジメントシート' }).waitFor();
    await sheet
      .getByRole('row', { name: /三浦 美咲/ })
      .getByText('45超')
      .waitFor();

    await month.printed(head, `/registers/section-sheet?department=${section}&month=2026-10`, 'ukiha-sheet');

    // 11月は、10日の時点で15時間を超えた。
    await month.overtime(miura, INSURANCE, NOVEMBER, { until: '22:30' });
    await month.moveTo('2026-11-09T18:00:00+09:00');
    await month.punched(miura.staff, NOVEMBER, '22:34');
    await month.confirmed(head);
    await month.moveTo('2026-11-10T08:29:00+09:00');
    await month.notDue(head, /三浦 美咲: 10日時点で15時間を超えた.*令和8年11月/);
    await month.moveTo('2026-11-11T08:29:00+09:00');
    await month.due(miura.staff, /10日時点で15時間を超えた.*令和8年11月10日/);
    // The one of October, when she stood at 18:00, may have come on the first morning.
    expect(await month.mails(miura.staff, /10日時点で15時間を超えた\(月の時間外勤務 15:45\)/)).toBe(1);
    await month.mails(head, /三浦 美咲: 10日時点で15時間を超えた\(月の時間外勤務 15:45\)/);
    // 効果: 課の今月で、残り時間を見て分担できる。
    const desk = await month.open(head, `/section/${section}/months/2026-11`);
    await desk.getByText(miura.name).filter({ visible: true }).first().waitFor();
  });
});
