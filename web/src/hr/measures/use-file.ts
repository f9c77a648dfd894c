import type { changeMeasures } from '@tokimori/contract/measure-fields';
import { useRef, useState } from 'react';
import { type Answer, call, type Input } from '../../api/call.ts';
import * as routes from '../../api/routes.ts';

export type Change = Input<typeof changeMeasures>['body']['change'];
type Changed = Answer<typeof changeMeasures>;

/** The file that is changed, tried and decided: from fields, one change after the other, and by hand. */
export type MeasuresFile = {
  readonly text: string;
  /** Whether it was last written by hand. */
  readonly byHand: boolean;
  readonly write: (text: string) => void;
  /** Puts back what stood before, unless something was changed since. */
  readonly putBack: (before: string, after: string) => void;
  /** Makes a change; where it has problems, nothing is changed. @throws what a call throws */
  readonly change: (change: Change) => Promise<Changed>;
  /** The text once no change is under way any more. */
  readonly settled: () => Promise<string>;
};

export function useFile(start: string): MeasuresFile {
  const [file, setFile] = useState({ text: start, byHand: false });
  const latest = useRef(start);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const keep = (text: string, byHand: boolean) => {
    latest.current = text;
    setFile({ text, byHand });
  };
  const make = async (wanted: Change): Promise<Changed> => {
    for (;;) {
      const text = latest.current;
      const answer = await call(routes.changeMeasures, { body: { text, change: wanted } });
      // Another change, or a hand, was quicker: this one is made in what stands now.
      if (latest.current !== text) continue;
      if (answer.text !== text) keep(answer.text, false);
      return answer;
    }
  };
  const change = (wanted: Change): Promise<Changed> => {
    const made = make(wanted);
    underWay.current = Promise.allSettled([underWay.current, made]);
    return made;
  };
  const settled = async (): Promise<string> => {
    await underWay.current;
    return latest.current;
  };
  return {
    ...file,
    write: (text) => keep(text, true),
    putBack: (before, after) => {
      if (latest.current === after) keep(before, false);
    },
    change,
    settled,
  };
}
