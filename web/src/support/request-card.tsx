import { count, dayLabel, span } from '@tokimori/wording/format';
import { useState } from 'react';
import { newId, useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { MatchRow } from './match-row.tsx';
import type { RequestView, SupportView } from './views.ts';

type Props = { readonly request: RequestView; readonly view: SupportView };

/** One request: what, when, how many, who supports, and what the reader may do. */
export function RequestCard({ request, view }: Props) {
  const close = useDeed(routes.closeSupport);
  const missing = Math.max(0, request.people - request.agreed);
  const over = request.through < view.today;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusLabel
          label={
            request.state === 'closed' || over
              ? { shape: 'none', tone: 'done', word: request.state === 'closed' ? '締切り' : '期間終了' }
              : missing === 0
                ? { shape: 'check', tone: 'done', word: '人数がそろった' }
                : { shape: 'clock', tone: 'waiting', word: `あと${count(missing)}人` }
          }
        />
        <h3 className="text-[1.0625rem]">{`${request.place}: ${request.work}`}</h3>
      </div>
      <p className="mt-1">
        {`${dayLabel(request.from)}から${dayLabel(request.through)}まで・${span(request.fromMinute, request.untilMinute)}・${count(request.people)}人`}
        {request.skills !== '' && `・${request.skills}`}
      </p>
      {request.matches.length > 0 && (
        <ul className="mt-2">
          {request.matches.map((match) => (
            <MatchRow key={match.id} match={match} request={request} today={view.today} />
          ))}
        </ul>
      )}
      <Refusal error={close.error} />
      {request.mayOffer.length > 0 && !over && <OfferForm request={request} view={view} />}
      {request.mayClose && !over && (
        <div className="no-print mt-3">
          <Button
            size="small"
            busy={close.isPending}
            label={`${request.work}の募集を締め切る`}
            onPress={() =>
              close.mutate(
                { params: { id: request.id }, body: { note: '' } },
                { onSuccess: () => announce('募集を締め切りました') },
              )
            }
          >
            募集を締め切る
          </Button>
        </div>
      )}
    </>
  );
}

/** Offers an own supporter, or assigns one as 人事課. */
function OfferForm({ request, view }: Props) {
  const deed = useDeed(routes.matchSupport);
  const [match, setMatch] = useState(newId);
  const options = view.supporters.filter(({ id }) => request.mayOffer.includes(id));
  const [supporter, setSupporter] = useState(options[0]?.id ?? '');
  const [people, setPeople] = useState('1');
  const chosen = options.find(({ id }) => id === supporter) ?? options[0];
  const { assign } = view.may;
  const number = Number.parseInt(people, 10);
  const wrong = !(number >= 1 && number <= 50);
  const submit = () => {
    if (chosen === undefined || wrong) return;
    deed.mutate(
      {
        params: { id: request.id },
        body: { match, supporter: chosen.id, people: chosen.kind === 'staff' ? 1 : number },
      },
      {
        onSuccess: () => {
          announce(assign ? '応援者を決めました' : '応援を申し出ました');
          setMatch(newId());
        },
      },
    );
  };
  return (
    <div className="no-print flex flex-wrap items-end gap-x-4">
      <SelectField
        id={`supporter-${request.id}`}
        label={assign ? '応援者' : '応援に出す'}
        plain
        value={chosen?.id ?? ''}
        onChange={setSupporter}
        width="w-full wide:w-96"
        options={options.map(({ id, name, place, skills }) => ({ value: id, name: `${name} ${place}(${skills})` }))}
      />
      {chosen !== undefined && chosen.kind !== 'staff' && (
        <TextField
          id={`people-${request.id}`}
          label="人数"
          plain
          value={people}
          onChange={setPeople}
          inputMode="numeric"
          width="w-24"
          maxLength={2}
          error={wrong ? '1から50までの数字で入力してください' : undefined}
        />
      )}
      <div className="pt-3">
        <Button
          busy={deed.isPending}
          onPress={submit}
          label={`${request.work}に${assign ? '応援者を決める' : '応援を申し出る'}`}
        >
          {assign ? '応援者を決める' : '応援を申し出る'}
        </Button>
      </div>
      <Refusal error={deed.error} />
    </div>
  );
}
