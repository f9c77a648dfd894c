import { describe, expect, it } from 'vitest';
import type { Citation } from '../../decision/citation.ts';
import { instrumentOf } from '../../instruments/instruments.ts';
import { parseLocalDate } from '../../time/civil.ts';
import { citationLines, citationsIn } from './citation-lines.ts';

const PATH = /^(?:sp\/)?(?:(?:a|p|i|si1|si2|at)=\d+(?:_\d+)*(?:\/|$))+$/;
const HEAD = '# 根拠の名前: 場所、施行の日、確かさ。日付のある値は「施行の日–終わりの日 値」の後に根拠と確かめた日。\n';

const quoted = (line: string): string => (line.includes('"') ? `'${line}'` : `"${line}"`);

/**
 * Tests what the rules of a room rest on: every citation names a registered text, a day of effect, a place that can be read and
 * a known confidence; and all of it is as `citations.yaml` beside the test has it, the table that a personnel office reads.
 */
export function testCitations(exported: Readonly<Record<string, unknown>>): void {
  describe('citations', () => {
    it.each(citationsIn(exported))('%s can be found', (_, { instrument, revision, path, confidence }: Citation) => {
      expect(instrumentOf(instrument)).toBeDefined();
      expect(parseLocalDate(revision)).toBeDefined();
      if (/[a-z]=/.test(path)) expect(path.replace(/\/[^a-z=\d/]+$/, '')).toMatch(PATH);
      expect(['A', 'B', 'C']).toContain(confidence);
    });
    it('are as the table has them', async () => {
      const lines = Object.entries(citationLines(exported)).map(([name, line]) => `${name}: ${quoted(line)}\n`);
      await expect(HEAD + lines.toSorted().join('')).toMatchFileSnapshot('./citations.yaml');
    });
  });
}
