import { expect, test } from 'vitest';
import { settingsManual } from './manual.ts';
import { modelFile } from './model-file.ts';
import { entries } from './table.ts';

/** Both files come from the table. After a change of it: `npx vitest run -u --project unit ordinances/parameters/manual.test.ts`. */
test('the chapter of the manual is that of the table', async () => {
  await expect(settingsManual()).toMatchFileSnapshot('../../docs/manual/settings.md');
});

test('the model file in the repository is that of the table', async () => {
  await expect(modelFile()).toMatchFileSnapshot('../model/model.yaml');
});

test('both name every parameter', () => {
  const [manual, file] = [settingsManual(), modelFile()];
  for (const { path } of entries) {
    expect(manual).toContain(`| \`${path.join('.')}\` |`);
    expect(file).toMatch(new RegExp(`^ *(# )?${path.at(-1)}:`, 'm'));
  }
});
