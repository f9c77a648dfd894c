import { describe, expect, it } from 'vitest';
import type { Citation } from '../decision/citation.ts';
import { instrumentOf } from '../instruments/instruments.ts';
import { parseLocalDate } from '../time/civil.ts';

const PATH = /^$|^(?:(?:a|p|i|si1|si2|at)=\d+(?:_\d+)*(?:\/|$))+$/;

/** Tests that citations can be found: a registered text, a day of effect, a place that can be read, a known confidence. */
export function testCitations(citations: Readonly<Record<string, Citation>>): void {
  describe('citations', () => {
    it.each(Object.entries(citations))('%s can be found', (_, { instrument, revision, path, confidence }) => {
      expect(instrumentOf(instrument)).toBeDefined();
      expect(parseLocalDate(revision)).toBeDefined();
      expect(path).toMatch(PATH);
      expect(['A', 'B', 'C']).toContain(confidence);
    });
  });
}
