import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Shown } from '../../app/states.tsx';
import { Button } from '../../components/button.tsx';
import { DueItem } from './due-item.tsx';
import type { DuesView, DueView } from './views.ts';

/** What is chosen of what is due; empty = everything. */
export type Chosen = { readonly deed: string; readonly department: string };
type State = 'open' | 'late' | 'told' | 'settled';

const given = ({ deed, department }: Chosen) => ({
  ...(deed === '' ? {} : { deed }),
  ...(department === '' ? {} : { department }),
});

/** In the address, behind which rows the pages of a list begin, one after the other: a reload and the way back find the same page. */
function useBehind(state: State): readonly [readonly string[], (next: readonly string[]) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const go = useNavigate();
  const name = `after-${state}`;
  const given = search[name];
  const behind = typeof given === 'string' && given !== '' ? given.split(',') : [];
  const { [name]: _, ...others } = search;
  return [
    behind,
    (next) =>
      void go({ to: paths.duesOf({ ...textsOf(others), ...(next.length === 0 ? {} : { [name]: next.join(',') }) }) }),
  ];
}

const textsOf = (search: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );

/** Rows of one page. */
const SIZE = 200;

/** Pages of what is due, one after the other; `pages` leads to the others, and is null where there is one alone. */
export function DuePages({
  state,
  chosen,
  children,
}: {
  readonly state: State;
  readonly chosen: Chosen;
  readonly children: (view: DuesView, pages: ReactNode) => ReactNode;
}) {
  const [behind, setBehind] = useBehind(state);
  const after = behind.at(-1);
  const query = { state, ...given(chosen), ...(after === undefined ? {} : { after }) };
  const view = useReading(routes.duesView, { query }, { keep: true });
  return (
    <Shown query={view}>
      {(data) =>
        children(
          data,
          behind.length === 0 && data.next === null ? null : (
            <Pages
              page={behind.length + 1}
              next={data.next}
              onBack={() => setBehind(behind.slice(0, -1))}
              onNext={(id) => setBehind([...behind, id])}
            />
          ),
        )
      }
    </Shown>
  );
}

function Pages({
  page,
  next,
  onBack,
  onNext,
}: {
  readonly page: number;
  readonly next: string | null;
  readonly onBack: () => void;
  readonly onNext: (id: string) => void;
}) {
  return (
    <div className="no-print mt-5 flex flex-wrap items-center gap-3">
      <span role="status">{`${page}ページ目`}</span>
      {page > 1 && (
        <Button size="small" onPress={onBack}>
          {`前の${SIZE}件`}
        </Button>
      )}
      {next !== null && (
        <Button size="small" onPress={() => onNext(next)}>
          {`次の${SIZE}件`}
        </Button>
      )}
    </div>
  );
}

export function DueItems({ dues }: { readonly dues: readonly DueView[] }) {
  return (
    <ul>
      {dues.map((due) => (
        <DueItem key={due.id} due={due} />
      ))}
    </ul>
  );
}
