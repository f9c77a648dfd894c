import { count, dayLabel, hm } from '@tokimori/wording/format';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { Refusal } from '../app/states.tsx';
import { Button } from '../components/button.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import type { Label } from '../wording/words.ts';
import { DeclineMatch } from './decline-match.tsx';
import { EnterHours } from './enter-hours.tsx';
import type { MatchView, RequestView } from './views.ts';

const labels: Readonly<Record<MatchView['state'], Label>> = {
  offered: { shape: 'clock', tone: 'waiting', word: '受入れ待ち' },
  agreed: { shape: 'check', tone: 'done', word: '応援が決まった' },
  declined: { shape: 'none', tone: 'done', word: '取りやめ' },
};

type Props = { readonly match: MatchView; readonly request: RequestView; readonly today: string };

/** A supporter of a request, with the hours of each day. */
export function MatchRow({ match, request, today }: Props) {
  const accept = useDeed(routes.acceptSupport);
  const confirm = useDeed(routes.confirmSupportHours);
  const params = { id: request.id, match: match.id };
  const open = match.days.filter(({ confirmed }) => !confirmed);
  return (
    <li className="border-t border-solid-gray-200 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusLabel label={labels[match.state]} />
        <strong>{match.name}</strong>
        <span className="prose-small">{match.place}</span>
        {match.kind !== 'staff' && <span>{`${count(match.people)}人`}</span>}
        {match.days.length > 0 && <span>{`確認した応援 ${hm(match.confirmed)}`}</span>}
      </div>
      {match.concurrent !== null && match.state === 'agreed' && (
        <p className="prose-small">
          {match.concurrent
            ? '応援先の課の兼務があります。応援先の所属長が時間外勤務を命令できます。'
            : '応援先の課の兼務がありません。応援先で時間外勤務を命令するには、先に人事課の発令が要ります。'}
        </p>
      )}
      {match.days.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-x-5">
          {match.days.map(({ date, minutes, confirmed }) => (
            <li key={date}>{`${dayLabel(date)} ${hm(minutes)}(${confirmed ? '確認済み' : '確認待ち'})`}</li>
          ))}
        </ul>
      )}
      <Refusal error={accept.error ?? confirm.error} />
      <div className="no-print mt-2 flex flex-wrap items-end gap-3">
        {match.mayAccept && (
          <Button
            size="small"
            busy={accept.isPending}
            label={`${match.name}の応援を受け入れる`}
            onPress={() => accept.mutate({ params }, { onSuccess: () => announce('応援を受け入れました') })}
          >
            受け入れる
          </Button>
        )}
        {match.mayConfirm && (
          <Button
            size="small"
            busy={confirm.isPending}
            label={`${match.name}の応援した時間を確認する`}
            onPress={() =>
              confirm.mutate(
                { params, body: { dates: open.map(({ date }) => date) } },
                { onSuccess: () => announce('応援した時間を確認しました') },
              )
            }
          >
            {open.length}日分の時間を確認する
          </Button>
        )}
        {match.mayEnter && request.from <= today && <EnterHours match={match} request={request} today={today} />}
        {match.mayDecline && <DeclineMatch match={match} request={request} />}
      </div>
    </li>
  );
}
