import { hm, span } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { Empty, Refusal } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { Section } from '../components/section.tsx';
import { StateLabel, StatusLabel } from '../components/status-label.tsx';
import { useFocusKept } from '../components/use-focus-kept.ts';
import type { DailyCloseView } from './views.ts';

type Asked = DailyCloseView['asked'][number];
const hasRoom = ({ effect }: Asked): boolean => effect.slackAfter === null || effect.slackAfter >= 0;

/** @param gap minutes beyond the person's plan of the month once this is ordered; negative = left of it */
const planWords = (gap: number): string => (gap > 0 ? `計画を ${hm(gap)} 超える` : `計画まであと ${hm(-gap)}`);

/** Requests of today: those within the limits are chosen, and ordered together. Others are decided one by one. */
export function CloseAsked({ view }: { readonly view: DailyCloseView }) {
  const many = useDeed(routes.orderMany);
  const heading = useFocusKept(view.asked.length);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = view.asked.filter((each) => hasRoom(each) && !left.has(each.overtime.id));
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const order = () =>
    many.mutate(
      { body: { ids: chosen.map(({ overtime }) => overtime.id) } },
      { onSuccess: (answer) => announce(`${answer.ordered.length}件を命令しました`) },
    );
  const nameOf = (id: string) => view.asked.find(({ overtime }) => overtime.id === id)?.overtime.person.name ?? '';
  return (
    <Section headingRef={heading} title="今日の申請" aside={`${view.asked.length}件`}>
      <Refusal error={many.error} />
      {many.data !== undefined && many.data.left.length > 0 && (
        <ul className="mt-3 list-disc pl-5">
          {many.data.left.map(({ id, message }) => (
            <li key={id}>{`${nameOf(id)}: ${message}`}</li>
          ))}
        </ul>
      )}
      {view.asked.length === 0 ? (
        <Empty>決裁待ちの申請はありません。</Empty>
      ) : (
        <ul>
          {view.asked.map((each) => (
            <AskedRow
              key={each.overtime.id}
              asked={each}
              chosen={chosen.includes(each)}
              onToggle={() => toggle(each.overtime.id)}
            />
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <div className="no-print mt-4">
          <Button kind="solid" busy={many.isPending} onPress={order}>
            選んだ {chosen.length}件を命令する
          </Button>
        </div>
      )}
    </Section>
  );
}

function AskedRow({
  asked,
  chosen,
  onToggle,
}: {
  readonly asked: Asked;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}) {
  const { overtime, effect, late, planLeft } = asked;
  const label = `${overtime.person.name} ${span(overtime.from, overtime.until)} ${overtime.work}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 py-3">
      {hasRoom(asked) ? (
        <label className="flex min-h-11 min-w-60 flex-1 cursor-pointer items-center gap-3">
          <input type="checkbox" className="size-6 shrink-0 accent-blue-900" checked={chosen} onChange={onToggle} />
          <span>{label}</span>
        </label>
      ) : (
        <p className="min-w-60 flex-1">{label}</p>
      )}
      {late && <StatusLabel label={{ shape: 'warning', tone: 'forecast', word: '終わりの後の申請' }} />}
      <StateLabel state={effect.slackAfter !== null && effect.slackAfter < 0 ? 'over' : effect.state} />
      <span>{`命令すると今月 ${hm(effect.after)}`}</span>
      {planLeft !== null && <span>{planWords(overtime.minutes - planLeft)}</span>}
      {!hasRoom(asked) && <Anchor to={paths.decisions}>決裁で代わりの手を選ぶ</Anchor>}
    </li>
  );
}
