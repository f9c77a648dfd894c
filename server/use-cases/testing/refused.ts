import { Refusal } from '../../access/refusal.ts';

/** The code with which a deed is refused; `done` when it is not. */
export async function codeOf(deed: Promise<unknown>): Promise<string> {
  try {
    await deed;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
