import { type FormEvent, type ReactNode, useState } from 'react';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { TextArea } from '../components/fields.tsx';

type Props = {
  readonly id: string;
  /** What is to be written; also named when it is missing. */
  readonly label: string;
  readonly hint?: string;
  /** The deed, as its button says it. */
  readonly deedName: string;
  readonly deed: { readonly isPending: boolean; readonly error: Error | null };
  /** What is asked before the reason. */
  readonly before?: ReactNode;
  /** What is asked after it; told whether the form has been sent once. */
  readonly after?: (asked: boolean) => ReactNode;
  /** What is asked besides is answered. */
  readonly ready?: boolean;
  readonly onGiven: (reason: string) => void;
};

/** A deed that is done only with its reason. */
export function ReasonForm({ id, label, hint, deedName, deed, before, after, ready = true, onGiven }: Props) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const given = reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (given !== '' && ready && !deed.isPending) onGiven(given);
  };
  return (
    <form onSubmit={submit} noValidate>
      {before}
      <TextArea
        id={id}
        label={label}
        hint={hint}
        required
        value={reason}
        onChange={setReason}
        error={asked && given === '' ? `${label}を入力してください` : undefined}
        maxLength={400}
      />
      {after?.(asked)}
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          {deedName}
        </Button>
      </div>
    </form>
  );
}
