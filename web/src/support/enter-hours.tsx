import { type FormEvent, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { mistakes, wrong } from '../app/form.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { DateFields, TextField } from '../components/fields.tsx';
import { readHours } from '../wording/hours.ts';
import { boxesOf, readDate } from '../wording/read.ts';
import type { MatchView, RequestView } from './views.ts';

type Props = { readonly match: MatchView; readonly request: RequestView; readonly today: string };

/** Enters the hours of support of a day, of all people together. */
export function EnterHours({ match, request, today }: Props) {
  const deed = useDeed(routes.enterSupportHours);
  const [open, setOpen] = useState(false);
  const [date, setDate] = useState(boxesOf(today <= request.through ? today : request.through));
  const [hours, setHours] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [day, minutes] = [readDate(date), readHours(hours)];
    const found = mistakes(
      wrong(day === undefined, 'support-date', '応援した日は、年・月・日を数字で入力してください'),
      wrong(minutes === undefined, 'support-hours', '時間を 3:00 の形で入力してください'),
    );
    setErrors(found);
    if (found.length > 0 || day === undefined || minutes === undefined || deed.isPending) return;
    deed.mutate(
      { params: { id: request.id, match: match.id }, body: { date: day, minutes } },
      {
        onSuccess: () => {
          announce('応援した時間を記録しました');
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button size="small" label={`${match.name}の応援した時間を記録する`} onPress={() => setOpen(true)}>
        時間を記録する
      </Button>
      <Dialog title="応援した時間を記録する" open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p className="mt-3">{`${match.name}・${request.place} ${request.work}`}</p>
          <DateFields
            id="support-date"
            label="応援した日"
            required
            value={date}
            onChange={setDate}
            today={today}
            error={errorOf(errors, 'support-date')}
          />
          <TextField
            id="support-hours"
            label="時間"
            hint={
              match.people > 1
                ? `${match.people}人の時間を合わせて入力します(例 2人で3時間ずつなら 6:00)。依頼した課の所属長が確認します。`
                : '例 3:00。依頼した課の所属長が確認します。'
            }
            required
            value={hours}
            onChange={setHours}
            width="w-32"
            maxLength={7}
            error={errorOf(errors, 'support-hours')}
          />
          <Refusal error={deed.error} />
          <div className="mt-5">
            <Button kind="solid" type="submit" busy={deed.isPending}>
              記録する
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
