import { clock, dayLabel, inJapan } from '@tokimori/wording/format';
import type { Answer } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, ButtonLink } from '../components/button.tsx';
import { PageTitle, Section } from '../components/section.tsx';

type View = Answer<NonNullable<(typeof routes.waitingNotices)['shape']>>;
type Kind = View['kinds'][number];

/** The list is looked for each minute. Milliseconds. */
const EVERY = 60_000;

/** お知らせ: what waits for the person, kind by kind, each with the page of its next step. */
export function NoticesPage() {
  const query = useReading(routes.waitingNotices, {}, { refetchInterval: EVERY });
  return (
    <Shown query={query} title="お知らせ">
      {(view) => (
        <>
          <PageTitle
            facts={view.lookedAt === null ? undefined : `${clock(view.lookedAt)} 現在(1分ごとに確かめています)`}
            actions={
              <ButtonLink size="small" to={paths.noticeSettings}>
                お知らせの設定
              </ButtonLink>
            }
          >
            お知らせ
          </PageTitle>
          {view.kinds.length === 0 ? (
            <Empty>
              {view.lookedAt === null
                ? 'まだ確かめていません。1分ほどたってから、もう一度開いてください。'
                : 'いまあなたを待っていることはありません。'}
            </Empty>
          ) : (
            <p>あなたの決定や記入を待っていることと、あなたへの決定です。待っていることは、済むと消えます。</p>
          )}
          {view.kinds.map((kind) => (
            <KindSection key={kind.kind} kind={kind} />
          ))}
          <Elsewhere />
        </>
      )}
    </Shown>
  );
}

/** What is told on pages of its own, for whom it may be there. */
function Elsewhere() {
  const { staff, roles } = useMe();
  if (staff === null && !roles.includes('executive') && !roles.includes('hr')) return null;
  return (
    <p className="mt-8">
      {staff !== null && (
        <>
          打刻漏れと申請の差し戻しは<Anchor to={paths.today}>今日</Anchor>、
        </>
      )}
      縮減の対策は<Anchor to={paths.dues}>対策の予定</Anchor>にあります。
    </p>
  );
}

/** Decisions leave the page by themselves. */
const asideOf = ({ kind, count }: Kind): string => (kind === 'decision' ? `${count}件・7日で消えます` : `${count}件`);

function KindSection({ kind }: { readonly kind: Kind }) {
  const hidden = kind.count - kind.things.length;
  return (
    <Section title={kind.name} aside={asideOf(kind)}>
      <ul>
        {kind.things.map(({ line, path, since }) => (
          <li
            key={`${path} ${line}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-solid-gray-200 py-2.5"
          >
            <span className="min-w-0">
              <Anchor to={path}>{line}</Anchor>
            </span>
            <span className="prose-small whitespace-nowrap">{dayLabel(inJapan(since).date)}から</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className="prose-small mt-2">ほかに {hidden}件あります。古いものから進めると、ここに出ます。</p>
      )}
    </Section>
  );
}
