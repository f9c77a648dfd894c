import { dayLabel } from '@tokimori/wording/format';
import type { Answer } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import { Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { dueLabels, type Label } from '../wording/words.ts';

type View = Answer<NonNullable<(typeof routes.urgentThings)['shape']>>;
type Thing = View['things'][number];

/** It is looked for each minute. Milliseconds. */
const EVERY = 60_000;
const words: Readonly<Record<Thing['what'], Label>> = {
  due: { shape: 'clock', tone: 'waiting', word: 'すること' },
  waiting: { shape: 'clock', tone: 'waiting', word: '待っている' },
  decided: { shape: 'check', tone: 'done', word: '決定' },
  told: { shape: 'none', tone: 'done', word: 'お知らせ' },
};

/**
 * What the measures brought due from whoever looks, what they were told, and what else waits: how many, and the most urgent few with where to go. For the
 * first pages; nothing where there is nothing, and nothing while it is not known.
 */
export function UrgentThings() {
  const { data } = useReading(routes.urgentThings, {}, { refetchInterval: EVERY });
  if (data === undefined || data.things.length === 0) return null;
  const { counts, more } = data;
  const parts = [
    counts.due > 0 && `すること ${counts.due}件`,
    counts.waiting > 0 && `待っていること ${counts.waiting}件`,
    counts.decided > 0 && `決定 ${counts.decided}件`,
    counts.told > 0 && `お知らせ ${counts.told}件`,
  ].filter(Boolean);
  const rest = counts.due + counts.waiting + counts.decided + counts.told - data.things.length;
  return (
    <Section title="期限とお知らせ" aside={`${parts.join('・')}${more ? '(ほかにもあります)' : ''}`}>
      <ul>
        {data.things.map((thing) => (
          <Row key={`${thing.what} ${thing.path} ${thing.line}`} thing={thing} />
        ))}
      </ul>
      <p className="no-print prose-small mt-2">
        {rest > 0 && `ほかに ${rest}件あります。`}
        すべては<Anchor to={paths.dues}>対策の予定</Anchor>と<Anchor to={paths.notices}>お知らせ</Anchor>にあります。
      </p>
    </Section>
  );
}

function Row({ thing: { what, line, path, dueOn, late } }: { readonly thing: Thing }) {
  return (
    <li className="flex flex-col gap-x-3 gap-y-1 border-b border-solid-gray-200 py-2.5 wide:flex-row wide:items-baseline">
      <span className="shrink-0 self-start">
        <StatusLabel label={late ? dueLabels.late : words[what]} />
      </span>
      <span className="min-w-0 flex-1">
        <Anchor to={path}>{line}</Anchor>
      </span>
      {dueOn !== null && <span className="prose-small whitespace-nowrap">{dayLabel(dueOn)}まで</span>}
    </li>
  );
}
