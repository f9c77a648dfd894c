import { formatDuration } from '@tokimori/law/time/minutes';
import type { RefusedDeed } from '@tokimori/records/recorded';
import type { RefusalWords } from '../../access/refusal.ts';

/** 事象・原因・対処 of deeds about differences that records refuse. */
export const differenceWords: Readonly<Record<string, (deed: RefusedDeed) => RefusalWords>> = {
  'correction.report.answer-missing': () => ({
    title: '勤務していたかどうかが選ばれていません',
    detail:
      '差異の時間に勤務していたか、していなかったかを選んで届け出てください。時間の長さで断られることはありません。',
    fields: [{ field: 'answer', code: 'answer-missing', message: '勤務していたかどうかを選んでください' }],
  }),
  'correction.accept.ground-missing': () => ({
    title: '勤務でないと確かめた根拠が要ります',
    detail: '本人の届け出のとおり勤務ではないと確かめたときは、どのように確かめたかを入力してください。',
    fields: [{ field: 'note', code: 'ground-missing', message: '確かめた根拠を入力してください' }],
  }),
  'correction.accept.no-span': (deed) => ({
    title: '勤務の時間が正しくありません',
    detail: `終わりは、始まり ${formatDuration(deed.figures.in ?? 0)} より後の、翌日の 24:00(48:00)までにしてください。`,
    fields: [{ field: 'until', code: 'no-span', message: '始まりより後の時刻にしてください' }],
  }),
  'correction.investigate.note-missing': () => ({
    title: '調べた結果が入力されていません',
    detail: 'どのように調べ、何が分かったかを入力してください。記録に残ります。',
    fields: [{ field: 'note', code: 'note-missing', message: '調べた結果を入力してください' }],
  }),
};
