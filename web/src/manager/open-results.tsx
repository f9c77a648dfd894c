import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { useMe } from '../app/session.ts';
import { Empty, Refusal } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Section } from '../components/section.tsx';
import { useFocusKept } from '../components/use-focus-kept.ts';
import { ResultDialog } from './result-dialog.tsx';
import { ResultTable } from './result-table.tsx';
import type { OpenResultView, SectionMonthView } from './views.ts';

/** So many are confirmed by one call. */
const MOST = 200;

/** 実績の確認: orders whose hours are over. What the record does not bear out goes first; the rest is confirmed together. */
export function OpenResults({ view }: { readonly view: SectionMonthView }) {
  const [asked, setAsked] = useState<OpenResultView | null>(null);
  const many = useDeed(routes.confirmMany);
  const heading = useFocusKept(view.results.length);
  const mayConfirm = useMe().roles.some((role) => role === 'manager' || role === 'deputy');
  const listed = new Set(view.results.map(({ overtime }) => overtime.id));
  const left = new Map(many.data?.left.flatMap(({ id, message }) => (listed.has(id) ? [[id, message]] : [])));
  const isClear = ({ agrees, overtime }: OpenResultView) => agrees && !left.has(overtime.id);
  const open = view.results.filter((result) => !isClear(result));
  const clear = view.results.filter(isClear);
  const confirmClear = () =>
    many.mutate(
      { body: { ids: clear.slice(0, MOST).map(({ overtime }) => overtime.id) } },
      { onSuccess: (answer) => announce(`${answer.confirmed.length}件の実績を確認しました`) },
    );
  const table = { left, onConfirm: mayConfirm ? setAsked : null };
  return (
    <Section
      headingRef={heading}
      title={`実績の確認 ${view.results.length}件`}
      aside="時間が過ぎた命令で、実際に働いた時間をまだ確認していないもの"
    >
      {view.results.length === 0 && <Empty>確認を待つ実績はありません。</Empty>}
      <Refusal error={many.error} />
      {left.size > 0 && (
        <div className="mt-4">
          <Banner kind="warning" title={`${left.size}件は確認していません`} role="alert">
            わけは、それぞれの行にあります。
          </Banner>
        </div>
      )}
      {open.length > 0 && (
        <ResultTable caption={`${view.name} 記録を確かめてから確認する実績`} results={open} {...table} />
      )}
      {clear.length > 0 && (
        <>
          <details className="border-b border-solid-gray-200" open={open.length === 0 && clear.length <= 5}>
            <summary className="cursor-pointer py-3 font-700">命令と記録が合うもの {clear.length}件</summary>
            <ResultTable caption={`${view.name} 命令と記録が合う実績`} results={clear} {...table} />
          </details>
          {mayConfirm && (
            <p className="no-print mt-4">
              <Button busy={many.isPending} onPress={confirmClear}>
                命令と記録が合う {Math.min(clear.length, MOST)}件を確認する
              </Button>
            </p>
          )}
        </>
      )}
      {view.results.length > 0 && !mayConfirm && <p className="prose-small mt-2">確認は所属長が行います。</p>}
      <ResultDialog result={asked} onClose={() => setAsked(null)} />
    </Section>
  );
}
