import type { FileAnswer } from '@tokimori/contract/route';
import type { UndatedPaper } from '@tokimori/forms/paper/typesetter';
import type { Context } from '../context.ts';
import type { PaperMill } from './paper-mill.ts';

/** A paper as the file that is answered, made now. @param title its name without ending; what file systems refuse is left out of it */
export async function paperAnswer(
  { clock }: Pick<Context, 'clock'>,
  mill: PaperMill,
  paper: UndatedPaper,
  title: string,
): Promise<FileAnswer> {
  const bytes = await mill.pdf({ ...paper, madeAt: Math.floor(clock.now().getTime() / 1000) });
  return { fileName: fileNameOf(title, 'pdf'), mediaType: 'application/pdf', bytes };
}

/** A name without what file systems do not take. */
export const withoutRefused = (name: string): string => name.replace(/[\s/\\:*?"<>|]/g, '');
/** A title as the name of a file. */
export const fileNameOf = (title: string, ending: string): string => `${withoutRefused(title)}.${ending}`;
