import { clock, inJapan } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Empty, Refusal } from '../app/states.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { Section } from '../components/section.tsx';
import { useFocusKept } from '../components/use-focus-kept.ts';
import { overtimeLine } from '../wording/overtime-lines.ts';
import { isDecidedLate } from './begun.ts';
import { DecideDialog, type Deciding } from './decide-dialog.tsx';
import { DecisionCard } from './decision-card.tsx';
import { SettleMany } from './standing-in/settle-many.tsx';
import type { DecisionView, SectionMonthView } from './views.ts';

const order: readonly string[] = ['over', 'overExceptional', 'forecastOver', 'near', 'unknown', 'fine', 'none'];
const urgencyOf = (d: DecisionView) =>
  order.indexOf(d.effect.slackAfter !== null && d.effect.slackAfter < 0 ? 'over' : d.effect.state);

/** Requests that wait, the most urgent first; those with room to spare can be ordered together. */
export function DecisionList({ view }: { readonly view: Pick<SectionMonthView, 'department' | 'decisions'> }) {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const many = useDeed(routes.orderMany);
  const heading = useFocusKept(view.decisions.length);
  const decisions = view.decisions.toSorted((a, b) => urgencyOf(a) - urgencyOf(b));
  const { now } = useMe();
  const easy = decisions.filter(
    (d) => !d.afterTheFact && !isDecidedLate(d, now) && d.effect.state === 'fine' && (d.effect.slackAfter ?? 1) >= 0,
  );
  const today = inJapan(now).date;
  const due = decisions.flatMap((d) => (d.deadline !== null && inJapan(d.deadline).date === today ? d.deadline : []));
  const first = due.toSorted()[0];
  const nameOf = (id: string) => decisions.find((d) => d.overtime.id === id)?.overtime.person.name ?? '';
  const orderEasy = () =>
    many.mutate(
      { body: { ids: easy.map((d) => d.overtime.id) } },
      {
        onSuccess: ({ ordered, approved }) =>
          announce(
            `${ordered.length}件を命令しました${approved.length === 0 ? '' : `。${approved.length}件は承認して部長に回しました`}`,
          ),
      },
    );
  return (
    <Section
      headingRef={heading}
      title={`決裁待ち ${decisions.length}件`}
      aside={first === undefined ? undefined : `今日の ${clock(first)} までに決めるもの ${due.length}件`}
    >
      {decisions.length === 0 && <Empty>決裁待ちはありません。</Empty>}
      <Refusal error={many.error} />
      {many.data !== undefined && many.data.left.length > 0 && (
        <ul className="mt-3 list-disc pl-5">
          {many.data.left.map((left) => (
            <li key={left.id}>
              {nameOf(left.id)}: {left.message}
            </li>
          ))}
        </ul>
      )}
      {decisions.length > 0 && (
        <ul className="mt-3 grid gap-4 wide:grid-cols-3 print:grid-cols-3">
          {decisions.map((decision) => (
            <li key={decision.overtime.id}>
              <DecisionCard decision={decision} onDecide={(kind) => setDeciding({ decision, kind })} />
            </li>
          ))}
        </ul>
      )}
      <div className="no-print mt-4 flex flex-wrap gap-3">
        {easy.length > 1 && (
          <Button busy={many.isPending} onPress={orderEasy}>
            余裕のある {easy.length}件を命令する
          </Button>
        )}
        <SettleMany
          title="まとめて差し戻す・却下する"
          deeds={['return', 'reject']}
          items={decisions.map(({ overtime: o }) => ({
            id: o.id,
            name: overtimeLine(o.person, o),
          }))}
        />
        <ButtonLink to={`${paths.startOrder}?department=${encodeURIComponent(view.department)}`}>
          申請によらず命令する
        </ButtonLink>
      </div>
      <DecideDialog deciding={deciding} onClose={() => setDeciding(null)} />
    </Section>
  );
}
