// Habits that a machine can keep: the glossary, the clock, the size of files, forbidden leftovers.
// Every finding names file, line and reason; the exit code is 1 when there is any.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|tsx)$/.test(file));
const glossary = parse(readFileSync('docs/glossary.yaml', 'utf8'));
const synonyms = glossary.flatMap((entry) => (entry.not ?? []).map((word) => ({ word, entry })));

const LIMIT = 300;
/** Files that may be longer, each with its reason. */
const longer = new Map([
  ['server/punches/punches.store.test.ts', 'one set-up of two towns and their cards serves every case'],
]);
/** The clock of the machine is read here and in tests, measurements and tools. */
const mayReadClock = /^(server\/runtime\/clock\.ts|bench\/|journeys\/|tools\/)|\.test\.tsx?$|\/testing\//;

const findings = [];
for (const file of files) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    continue; // deleted, not yet committed
  }
  const lines = text.split('\n');
  if (lines.length > LIMIT && !longer.has(file))
    findings.push(`${file}: ${lines.length} lines (wish ≤ 200, reason needed past ${LIMIT})`);
  lines.forEach((line, i) => {
    const at = `${file}:${i + 1}`;
    if (!mayReadClock.test(file) && /\bDate\.now\(|\bnew Date\(\)|\bperformance\.timeOrigin/.test(line))
      findings.push(`${at}: the clock is an argument (server/runtime/clock.ts)`);
    if (/\b(TODO|FIXME|HACK|XXX)\b/.test(line)) findings.push(`${at}: a leftover, not a plan`);
    if (/@ts-(ignore|nocheck|expect-error)|\bas any\b/.test(line)) findings.push(`${at}: types are not silenced`);
    if (/\b(describe|it|test)\.(skip|only|todo)\(/.test(line)) findings.push(`${at}: no test is skipped`);
    if (
      file.startsWith('server/') &&
      !file.includes('/testing/') &&
      !file.endsWith('.test.ts') &&
      /\bnow\(\)/.test(line) &&
      /select|insert|update|default/i.test(line)
    )
      findings.push(`${at}: SQL does not read the clock`);
    for (const { word, entry } of synonyms) {
      if (
        new RegExp(`\\b${word}\\b|${word[0].toUpperCase()}${word.slice(1)}(?=[A-Z]|\\b)`).test(
          line.replace(/'[^']*'|"[^"]*"|`[^`]*`|\/\/.*|\/?\*.*/g, ''),
        )
      ) {
        findings.push(`${at}: 「${entry.term}」 is ${entry.identifier}, not ${word}`);
      }
    }
  });
}
for (const finding of findings) console.error(finding);
console.log(`habits: ${files.length} files, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
