import type { z } from 'zod';
import { type Complaint, InputRefused } from '../refusal.ts';
import { complaintsOf } from './complaints.ts';

/** @throws InputRefused with all complaints */
export function refuseDocument(complaints: readonly Complaint[]): never {
  const count = complaints.length;
  throw new InputRefused(
    {
      ja: `入力を受け付けられません(${count}か所)。`,
      en: `The input is refused (${count} ${count === 1 ? 'place' : 'places'}).`,
    },
    complaints,
  );
}

/**
 * A document as its schema reads it.
 * @throws InputRefused naming every place that is unknown or unreadable
 */
export function readDocument<T extends z.ZodType>(schema: T, document: unknown): z.infer<T> {
  const parsed = schema.safeParse(document, { reportInput: true });
  if (!parsed.success) refuseDocument(parsed.error.issues.flatMap((issue) => complaintsOf(issue)));
  return parsed.data;
}
