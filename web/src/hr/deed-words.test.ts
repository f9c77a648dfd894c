import { expect, test } from 'vitest';
import { actorWords, subjectWords } from './deed-words.ts';

test('だれがしたか: 名前、コマンドの利用者、取り込んだ人、システム', () => {
  expect(actorWords('100012', '人事 花子')).toBe('人事 花子');
  expect(actorWords('system:command:unyo', '')).toBe('コマンド(unyo)');
  expect(actorWords('system:import:100012', '')).toBe('取り込み(100012)');
  expect(actorWords('system:import', '')).toBe('システム');
  expect(actorWords('system:demo', '')).toBe('システム(見本の記録)');
  expect(actorWords('jinji', '')).toBe('jinji');
});

test('何にしたか: 流れの名前を、画面の言葉にする', () => {
  expect(subjectWords('closing/2026-10/5020')).toBe('月の締め 令和8年10月分 部署 5020');
  expect(subjectWords('closing/2026-10/all')).toBe('月の締め 令和8年10月分 全体');
  expect(subjectWords('breach-review/year/2026-04/')).toBe('要因の分析 令和8年4月からの1年 全体');
  expect(subjectWords('breach-review/month/2026-10/11')).toBe('要因の分析 令和8年10月分 部署 11');
  expect(subjectWords('notice-choices/100093')).toBe('お知らせの受け取り方 100093');
  expect(subjectWords('measures/2026-11-02')).toBe('縮減の対策 令和8年11月2日から');
  expect(subjectWords('measures')).toBe('縮減の対策');
});
