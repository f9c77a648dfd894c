import { describe, expect, test } from 'vitest';
import { handIn } from './filling.ts';
import { beginMonth } from './month.ts';
import { HR, INSURANCE, WEEK } from './people.ts';

const month = await beginMonth();
const { head, kuwabara } = INSURANCE;

describe('宇治市のひと月', () => {
  test('自律部署で60時間を超えると、職場会議で要因を分析し、記録を出す', async () => {
    await month.takes('宇治市');
    await month.overtime(kuwabara, INSURANCE, WEEK, { until: '22:15' });
    await month.moveTo('2026-10-31T09:00:00+09:00');
    await month.punched(kuwabara.staff, WEEK, '22:19');
    await month.confirmed(head);

    await month.moveTo('2026-11-02T08:29:00+09:00');
    // 段階: 45時間を超えたところで知らされ、60時間を超えたら職場会議。80時間は超えていない。
    await month.due(head, /保険年金課: 月45時間を超えた職員がいる/);
    await month.notDue(head, '月80時間を超えた職員の業務');
    const due = await month.due(head, /保険年金課: 会議で検討する.*要因分析と縮減対策/);
    expect(await due.textContent()).toContain('桑原 香織 月の時間外勤務 66:20');
    await month.mails(head, '要因分析と縮減対策');
    await due.getByRole('link', { name: /様式を開く/ }).click();
    const path = await handIn(
      await month.at(head),
      {
        開催日: '2026-11-02',
        出席者: '斉木 英司、樋口 貴子、桑原 香織、三浦 美咲',
        要因分析: '審査を一人が担い、窓口の当番と重なった',
        縮減対策: '当番を週2回から1回にし、審査を二人で分ける',
      },
      'uji-meeting',
    );
    await month.approve(HR, path, '人事課');
    await month.printed(head, path, 'uji-meeting');
    await month.settled(head, /要因分析と縮減対策/);
    // 効果: 対策を縮減の取組として登録すると、翌月から前後の時間が測られる。
    const desk = await month.open(HR, '/reductions/new', '縮減の取組を登録する');
    await desk.getByLabel('取組の名前').waitFor();
  });
});
