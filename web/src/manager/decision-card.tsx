import { dayLabel, dayOnly, hm, inJapan, minuteOfDuty, monthName, span } from '@tokimori/wording/format';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Refusal } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { boundTitle } from '../components/effect-preview.tsx';
import { MiniLimitBar } from '../components/limit-bar.tsx';
import { StateLabel, StatusLabel } from '../components/status-label.tsx';
import { deedsOf } from '../wording/decision-words.ts';
import { afterTheFactLabel, categoryWords, remainingWords } from '../wording/words.ts';
import { isDecidedLate } from './begun.ts';
import type { DecisionKind } from './decide-dialog.tsx';
import { NoticeOfOrder } from './exceptional/notice-of-order.tsx';
import type { DecisionView } from './views.ts';

type Props = {
  readonly decision: DecisionView;
  readonly onDecide: (kind: DecisionKind) => void;
};

/** One request: what ordering it would do, and the one deed that decides it. */
export function DecisionCard({ decision, onDecide }: Props) {
  const { overtime, effect } = decision;
  const me = useMe();
  const deed = useDeed(routes.orderOvertime);
  const today = inJapan(me.now).date;
  const over = effect.slackAfter !== null && effect.slackAfter < 0 && effect.state !== 'overExceptional';
  const when = overtime.date === today ? '今日' : dayLabel(overtime.date);
  const month = overtime.date.slice(0, 7);
  const monthWord = month === today.slice(0, 7) ? '今月' : monthName(month);
  const worked = overtime.until !== null && minuteOfDuty(me.now, overtime.date) >= overtime.until;
  const late = isDecidedLate(decision, me.now);
  const give = () =>
    deed.mutate(
      { params: { id: overtime.id }, body: { note: '', healthConfirmed: false } },
      {
        onSuccess: ({ state }) =>
          announce(
            state === 'firstApproved'
              ? `${overtime.person.name}の申請を承認し、部長に回しました`
              : `${overtime.person.name}の時間外勤務を命令しました`,
          ),
      },
    );
  return (
    <article
      className={`card flex h-full flex-col ${over ? 'border-2 border-red-900' : ''}`}
      aria-label={`${overtime.person.name} ${when} ${span(overtime.from, overtime.until)}`}
    >
      <h3 className="flex flex-wrap items-center gap-2 text-[1.0625rem]">
        {overtime.person.name}
        {over ? (
          <StateLabel state="over" word="上限を超える" />
        ) : (
          <StateLabel state={effect.state} {...(effect.state === 'near' ? { word: '残りわずか' } : {})} />
        )}
      </h3>
      <p className="text-[0.9375rem]">
        {when} {span(overtime.from, overtime.until)}({hm(overtime.minutes)})・{categoryWords[overtime.category].name}
      </p>
      {decision.afterTheFact && (
        <p>
          <StatusLabel label={afterTheFactLabel} small />
        </p>
      )}
      <p className="my-2">{overtime.work}</p>
      {overtime.why !== '' && <p className="prose-small mb-2">理由 {overtime.why}</p>}
      {(overtime.onBehalf || overtime.firstApproval !== null) && (
        <p className="prose-small mb-2">{deedsOf(overtime).join('・')}</p>
      )}
      {effect.stateBefore !== effect.state && (
        <p className="mb-1 flex items-center gap-2 text-[0.9375rem]">
          いまの状態 <StateLabel state={effect.stateBefore} small />
        </p>
      )}
      <dl className="mt-1">
        <div className="flex items-baseline justify-between gap-3">
          <dt>命令すると{monthWord}は</dt>
          <dd className="font-700 text-[1.25rem]">{hm(effect.after)}</dd>
        </div>
        {effect.slackAfter !== null && effect.bound !== null && (
          <div className="flex items-baseline justify-between gap-3">
            <dt>{boundTitle(effect).replace(/(?<!\))$/, ' まで')}</dt>
            <dd className={`font-700 text-[1.25rem] whitespace-nowrap ${over ? 'text-red-900' : ''}`}>
              {remainingWords(effect.slackAfter)}
            </dd>
          </div>
        )}
        <Foreseen effect={effect} />
      </dl>
      {effect.bound !== null && (
        <div className="mt-1">
          <MiniLimitBar
            name={`${monthWord}の上限`}
            worked={effect.before}
            requested={effect.added}
            limit={effect.bound}
          />
        </div>
      )}
      <CardNote decision={decision} />
      {overtime.category === 'exceptional' && <NoticeOfOrder id={overtime.id} />}
      <FinalNote finalBy={decision.finalBy} />
      <Refusal error={deed.error} />
      <div className="no-print mt-auto flex flex-wrap items-center gap-2 pt-4">
        {over ? (
          <Button kind="solid" onPress={() => onDecide('alternatives')}>
            代わりの手を選ぶ
          </Button>
        ) : effect.state === 'overExceptional' ? (
          <Button kind="solid" onPress={() => onDecide('exceptional')}>
            特例業務として命令する
          </Button>
        ) : (
          <Button kind="solid" busy={deed.isPending} onPress={late ? () => onDecide('late') : give}>
            {decision.finalBy === null ? '命令する' : '承認して部長に回す'}
          </Button>
        )}
        {decision.finalBy !== null && !over && <Button onPress={() => onDecide('urgent')}>緊急に命令する</Button>}
        {worked && <Button onPress={() => onDecide('confirm')}>実績として確認する</Button>}
        <Button onPress={() => onDecide('return')}>差し戻す</Button>
        <span className="px-2">
          <Anchor to={paths.why(overtime.person.staff, month)} label={`${overtime.person.name}の残り時間はなぜか`}>
            なぜ
          </Anchor>
        </span>
      </div>
    </article>
  );
}

/** Where the order of the month lies with the head of the 部局: who that is today. */
function FinalNote({ finalBy }: Pick<DecisionView, 'finalBy'>) {
  if (finalBy === null) return null;
  return (
    <p className="prose-small mt-2 font-700">
      {finalBy === ''
        ? '今月の命令は部長の承認が要りますが、承認する人がいません。人事課に知らせてあります。'
        : `今月の命令は部長の承認が要ります。承認すると ${finalBy} に回ります。`}
    </p>
  );
}

/** What the month comes to at its pace, where that is more than the limit reached first allows. */
function Foreseen({ effect: { state, forecast, bound } }: Pick<DecisionView, 'effect'>) {
  if (state !== 'forecastOver' || forecast === null) return null;
  const beyond = bound === null ? 0 : forecast - bound;
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt>このままだと月末には</dt>
      <dd className="font-700 whitespace-nowrap text-orange-1000">
        {hm(forecast)}
        {beyond > 0 && `(${hm(beyond)} 超過)`}
      </dd>
    </div>
  );
}

/** One note: what is left for each remaining day, and the rest before the next duty. */
function CardNote({ decision: { effect, overtime } }: { readonly decision: DecisionView }) {
  const parts: string[] = [];
  if (effect.state === 'overExceptional')
    parts.push('特例業務として、上限を超えて命令できます。健康状態を確かめ、理由を記録します。');
  else if (effect.slackAfter !== null && effect.slackAfter < 0)
    parts.push(
      effect.before > (effect.bound ?? 0)
        ? `すでに ${hm(effect.before - (effect.bound ?? 0))} 超えています。通常の業務としては命令できません。`
        : effect.latestUntil !== null && effect.latestUntil > (overtime.from ?? 0)
          ? `通常の業務として命令できるのは ${hm(effect.latestUntil)} までです。`
          : '通常の業務としては、この時間は命令できません。',
    );
  else if (effect.perDayLeft !== null && effect.daysLeft > 0)
    parts.push(`残り${effect.daysLeft}日の平均は ${hm(effect.perDayLeft)} までになります。`);
  if (effect.restMinutes !== null && effect.nextStart !== null) {
    const short = effect.restMinutes < effect.restTarget ? `(目安 ${hm(effect.restTarget)} より短い)` : '';
    parts.push(`次の勤務(${dayOnly(effect.nextStart.date)})まで ${hm(effect.restMinutes)}${short}。`);
  }
  if (effect.overlaps) parts.push('ほかの命令と時間が重なっています。');
  return <p className="prose-small mt-2">{parts.join('')}</p>;
}
