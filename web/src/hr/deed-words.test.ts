import { expect, test } from 'vitest';
import { actorWords } from './deed-words.ts';

test('だれがしたか: 名前、コマンドの利用者、取り込んだ人、システム', () => {
  expect(actorWords('100012', '人事 花子')).toBe('人事 花子');
  expect(actorWords('system:command:unyo', '')).toBe('コマンド(unyo)');
  expect(actorWords('system:import:100012', '')).toBe('取り込み(100012)');
  expect(actorWords('system:import', '')).toBe('システム');
  expect(actorWords('system:demo', '')).toBe('システム(見本の記録)');
  expect(actorWords('jinji', '')).toBe('jinji');
});
