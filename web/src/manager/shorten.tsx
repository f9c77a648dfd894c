import type { DecisionGround } from '@tokimori/contract/decision-grounds';
import { hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { FieldGroup, TextArea, TimeField } from '../components/fields.tsx';
import { readClock } from '../wording/read.ts';
import { GroundField } from './ground-field.tsx';

type Props = {
  readonly id: string;
  readonly from: number;
  readonly latest: number;
  /** The latest end keeps every limit: the reason is at hand. */
  readonly forCap?: boolean;
  readonly onDone: () => void;
};

/** Orders a request with an earlier end, with the reason that the person is told. */
export function Shorten({ id, from, latest, forCap = false, onDone }: Props) {
  const deed = useDeed(routes.orderOvertime);
  const [until, setUntil] = useState(forCap ? hm(latest) : '');
  const [ground, setGround] = useState<DecisionGround | ''>(forCap ? 'cap' : '');
  const [note, setNote] = useState(forCap ? `${hm(latest)} を過ぎると上限を超えるため` : '');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const end = readClock(until);
    const found = mistakes(
      wrong(end === undefined || end <= from, 'until', `終わりは ${hm(from)} より後の時刻で入力してください`),
      wrong(ground === '', 'cut-ground', '短くする理由を選んでください'),
      wrong(note.trim() === '', 'cut-note', '本人に伝えることを入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || end === undefined || ground === '' || deed.isPending) return;
    deed.mutate(
      { params: { id }, body: { until: end, note: note.trim(), ground, healthConfirmed: false } },
      {
        onSuccess: ({ state }) => {
          announce(state === 'firstApproved' ? '短くして承認しました' : '短くして命令しました');
          onDone();
        },
      },
    );
  };
  const untilError = errorOf(errors, 'until');
  return (
    <form onSubmit={submit} noValidate>
      <FieldGroup
        id="until"
        label="終わりの時刻"
        required
        hint={forCap ? `${hm(latest)} までなら、どの上限も超えません。` : `申請は ${hm(latest)} までです。`}
        error={untilError}
      >
        <TimeField
          id="until"
          label="終わり"
          value={until}
          onChange={setUntil}
          wrong={untilError !== undefined}
          describedBy={untilError && 'until-error'}
        />
      </FieldGroup>
      <GroundField id="cut-ground" value={ground} onChange={setGround} error={errorOf(errors, 'cut-ground')} />
      <TextArea
        id="cut-note"
        label="本人に伝えること"
        required
        value={note}
        onChange={setNote}
        error={errorOf(errors, 'cut-note')}
        maxLength={400}
      />
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          短くして命令する
        </Button>
      </div>
    </form>
  );
}
