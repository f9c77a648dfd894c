// Sets documents for the mill, one after the other, until it is told to go or its parent is gone.
import { Typesetter } from '@tokimori/forms/paper/typesetter';
import type { MillAnswer, MillOrder } from './paper-mill.ts';

const typesetter = new Typesetter();

process.on('message', ({ paper }: MillOrder) => {
  process.send?.(answerTo(paper));
});
process.on('disconnect', () => process.exit(0));

function answerTo(paper: MillOrder['paper']): MillAnswer {
  try {
    return { pdf: typesetter.pdf(paper) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
