import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { Empty, Refusal } from '../app/states.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { Section } from '../components/section.tsx';
import { hm } from '../wording/format.ts';
import { DecideDialog, type Deciding } from './decide-dialog.tsx';
import { DecisionCard } from './decision-card.tsx';
import type { DecisionView, SectionMonthView } from './views.ts';

const order: readonly string[] = ['over', 'overExceptional', 'forecastOver', 'near', 'unknown', 'fine', 'none'];
const urgencyOf = (d: DecisionView) =>
  order.indexOf(d.effect.slackAfter !== null && d.effect.slackAfter < 0 ? 'over' : d.effect.state);

/** Requests that wait, the most urgent first; those with room to spare can be ordered together. */
export function DecisionList({ view }: { readonly view: SectionMonthView }) {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const many = useDeed(routes.orderMany);
  const decisions = view.decisions.toSorted((a, b) => urgencyOf(a) - urgencyOf(b));
  const easy = decisions.filter((d) => d.effect.state === 'fine' && (d.effect.slackAfter ?? 1) >= 0);
  const deadline = decisions.find((d) => d.deadline !== null)?.deadline;
  const orderEasy = () =>
    many.mutate(
      { body: { ids: easy.map((d) => d.overtime.id) } },
      { onSuccess: (answer) => announce(`${answer.ordered.length}件を命令しました`) },
    );
  return (
    <Section
      title={`決裁待ち ${decisions.length}件`}
      aside={
        deadline
          ? `今日の ${hmText(deadline)} より前に決めるもの ${decisions.filter((d) => d.deadline !== null).length}件`
          : undefined
      }
    >
      {decisions.length === 0 && <Empty>決裁待ちはありません。</Empty>}
      <Refusal error={many.error} />
      {many.data !== undefined && many.data.left.length > 0 && (
        <ul className="mt-3 list-disc pl-5">
          {many.data.left.map((left) => (
            <li key={left.id}>{left.message}</li>
          ))}
        </ul>
      )}
      {decisions.length > 0 && (
        <ul className="mt-3 grid gap-4 wide:grid-cols-3">
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
        <ButtonLink to={`${paths.startOrder}?department=${encodeURIComponent(view.department)}`}>
          申請によらず命令する
        </ButtonLink>
      </div>
      <DecideDialog deciding={deciding} onClose={() => setDeciding(null)} />
    </Section>
  );
}

/** The deadline comes as an instant or as h:mm; shown as h:mm. */
function hmText(deadline: string): string {
  const match = /T(\d{2}):(\d{2})/.exec(deadline);
  return match === null ? deadline : hm(Number(match[1]) * 60 + Number(match[2]));
}
