import { useNavigate, useSearch } from '@tanstack/react-router';
import type { LimitName, LimitState } from '@tokimori/contract/values';
import { count, eraMonth } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { SelectField } from '../components/fields.tsx';
import { Crumbs, PageTitle } from '../components/section.tsx';
import { stateLabels } from '../wording/words.ts';
import { LimitTable } from './limit-table.tsx';
import { useMonth } from './month-of.ts';

const SIZE = 200;
const states: readonly LimitState[] = ['over', 'overExceptional', 'forecastOver', 'near', 'unknown'];

/** Everyone over or near a limit, by urgency; filters stand in the address. */
export function LimitsListPage() {
  const { month } = useMonth();
  const search: { limit?: string; state?: string; after?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const after = Number(search.after ?? 0) || 0;
  const limit = search.limit ?? '';
  const state = states.find((s) => s === search.state) ?? '';
  const view = useReading(routes.cityLimits, {
    params: { month },
    query: {
      after,
      size: SIZE,
      ...(limit === 'average'
        ? { average: 'true' as const }
        : limit in limitNames
          ? { limit: limit as LimitName }
          : {}),
      ...(state === '' ? {} : { state }),
    },
  });
  const go = (next: { limit?: string; state?: string; after?: number }) => {
    const path = paths.cityLimits(month, next.limit || undefined, next.state || undefined);
    const more = next.after === undefined ? '' : `${path.includes('?') ? '&' : '?'}after=${next.after}`;
    void navigate({ to: `${path}${more}` });
  };
  return (
    <>
      <Crumbs>
        <Anchor to={paths.cityMonth(month)}>全庁</Anchor> / 超えた人・近い人
      </Crumbs>
      <PageTitle facts={eraMonth(month)}>超えた人・近い人</PageTitle>
      <div className="no-print flex flex-wrap gap-x-6">
        <SelectField
          id="limit"
          label="上限"
          plain
          width="w-60"
          value={limit}
          onChange={(value) => go({ limit: value, state })}
          options={[
            { value: '', name: 'すべて' },
            { value: 'average', name: '2–6か月平均のどれか' },
            ...Object.entries(limitNames).map(([value, name]) => ({ value, name })),
          ]}
        />
        <SelectField
          id="state"
          label="状態"
          plain
          width="w-48"
          value={state}
          onChange={(value) => go({ limit, state: value })}
          options={[
            { value: '', name: 'すべて' },
            ...states.map((value) => ({ value, name: stateLabels[value].word })),
          ]}
        />
      </div>
      <Shown query={view}>
        {(data) => (
          <section className="mt-5" aria-label="一覧">
            <p role="status">
              {count(data.count)}件
              {data.count > SIZE && `のうち ${count(after + 1)}–${count(after + data.rows.length)}件`}
            </p>
            {data.rows.length === 0 ? (
              <Empty>この条件に当たる人はいません。</Empty>
            ) : (
              <LimitTable rows={data.rows} month={month} caption={`${eraMonth(month)} 上限を超えた人・近い人`} />
            )}
            <div className="no-print mt-4 flex gap-3">
              {after > 0 && (
                <Button onPress={() => go({ limit, state, after: Math.max(0, after - SIZE) })}>前の{SIZE}件</Button>
              )}
              {after + data.rows.length < data.count && (
                <Button onPress={() => go({ limit, state, after: after + SIZE })}>次の{SIZE}件</Button>
              )}
            </div>
          </section>
        )}
      </Shown>
    </>
  );
}
