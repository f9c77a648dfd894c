import { hm } from '@tokimori/wording/format';
import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { FieldGroup, TimeField } from '../components/fields.tsx';
import { readClock } from '../wording/read.ts';

type Props = { readonly id: string; readonly from: number; readonly latest: number; readonly onDone: () => void };

/** Orders a request with an earlier end; the latest end that keeps every limit is filled in. */
export function Shorten({ id, from, latest, onDone }: Props) {
  const deed = useDeed(routes.orderOvertime);
  const [until, setUntil] = useState(hm(latest));
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const end = readClock(until);
    if (end === undefined || end <= from) {
      setError(`終わりは ${hm(from)} より後の時刻で入力してください`);
      return;
    }
    setError(undefined);
    deed.mutate(
      { params: { id }, body: { until: end, note: '', healthConfirmed: false } },
      {
        onSuccess: () => {
          announce('短くして命令しました');
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <FieldGroup
        id="until"
        label="終わりの時刻"
        required
        hint={`${hm(latest)} までなら、どの上限も超えません。`}
        error={error}
      >
        <TimeField
          id="until"
          label="終わり"
          value={until}
          onChange={setUntil}
          wrong={error !== undefined}
          describedBy={error && 'until-error'}
        />
      </FieldGroup>
      <Refusal error={deed.error} />
      <div className="mt-5">
        <Button kind="solid" type="submit" busy={deed.isPending}>
          短くして命令する
        </Button>
      </div>
    </form>
  );
}
