import { useState } from 'react';
import { errorOf, type FieldError } from '../../components/error-summary.tsx';
import { DateFields, TextArea, TextField } from '../../components/fields.tsx';
import { boxesOf, type DateBoxes, readDate } from '../../wording/read.ts';
import type { Words } from './draft.ts';
import type { MeasuresFile } from './use-file.ts';
import type { Draft } from './views.ts';

type HeadDraft = { readonly name: string; readonly about: string; readonly from: DateBoxes };
/** The file with what was typed at its head, and what is wrong there. */
export type Written = { readonly text: string; readonly problems: readonly FieldError[] };
type Head = {
  /** What stands in the fields; null while the file is not there yet, or where it has no head. */
  readonly fields: HeadDraft | null;
  readonly type: (fields: HeadDraft) => void;
  /** Writes what was typed into the file: the file after it, and what is wrong. */
  readonly write: () => Promise<Written>;
  /** Something was typed that the file does not have. */
  readonly isTyped: boolean;
  /** Forgets what was typed: the file was written by hand. */
  readonly forget: () => void;
  readonly problems: readonly FieldError[];
};

/** The head of a file in fields: typed first, and written into the file when the fields are left. */
export function useHead({ change, settled }: MeasuresFile, written: Draft | null): Head {
  const [typed, setTyped] = useState<HeadDraft | null>(null);
  const [told, setTold] = useState<readonly FieldError[]>([]);
  const standing = written === null ? null : { ...written.head, from: boxesOf(written.head.effectiveFrom) };
  const write = async (): Promise<Written> => {
    if (typed === null) return { text: await settled(), problems: [] };
    const head = { name: typed.name, about: typed.about, effectiveFrom: readDate(typed.from) ?? '' };
    const answer = await change({ kind: 'head', head });
    setTold(answer.problems);
    return { text: await settled(), problems: answer.problems };
  };
  const forget = () => {
    setTyped(null);
    setTold([]);
  };
  const problems = typed === null ? (written?.headProblems ?? []) : told;
  const isTyped = typed !== null && JSON.stringify(typed) !== JSON.stringify(standing);
  return { fields: typed ?? standing, type: setTyped, write, isTyped, forget, problems };
}

type Props = { readonly head: Head; readonly words: Words; readonly errors: readonly FieldError[] };

/** 名称, 説明 and 適用を始める日. */
export function HeadFields({ head, words, errors }: Props) {
  const { fields, type, write, problems } = head;
  if (fields === null) return null;
  const set = (part: Partial<HeadDraft>) => type({ ...fields, ...part });
  const errorAt = (field: string) => errorOf(problems, field) ?? errorOf(errors, field);
  return (
    <fieldset
      className="max-w-[50rem]"
      onBlur={(event) => {
        // What fails here is told when the measures are decided.
        if (!event.currentTarget.contains(event.relatedTarget)) write().catch(() => {});
      }}
    >
      <legend className="sr-only">対策の全体</legend>
      <TextField
        id="name"
        label={words.members.name}
        required
        value={fields.name}
        onChange={(name) => set({ name })}
        error={errorAt('name')}
        maxLength={60}
      />
      <TextArea
        id="about"
        label={words.members.about}
        required
        rows={2}
        value={fields.about}
        onChange={(about) => set({ about })}
        error={errorAt('about')}
        maxLength={300}
      />
      <DateFields
        id="effectiveFrom"
        label={words.members.effectiveFrom}
        required
        hint="今日か、それより後の日にします。過ぎた日からは変えられません。"
        value={fields.from}
        onChange={(from) => set({ from })}
        error={errorAt('effectiveFrom')}
      />
    </fieldset>
  );
}
