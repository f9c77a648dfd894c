import type { WorkReview } from '@tokimori/contract/registers/entries';
import {
  flowOf,
  reviewDecisionWords,
  reviewKindWords,
  savingMeasureWords,
  viewpointWords,
} from '@tokimori/contract/registers/words';
import { known } from '@tokimori/wording/figures';
import { eraDate } from '@tokimori/wording/format';
import { Empty } from '../app/states.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Facts, Section } from '../components/section.tsx';

/** A 事務事業の見直し to be read. */
export function ReviewFacts({ content }: { readonly content: WorkReview }) {
  const { viewpoints, external, decision, budget, kind } = content;
  return (
    <>
      <Section title="見直しの内容">
        <Facts
          rows={[
            { name: '区分', value: reviewKindWords[kind] },
            ...viewpoints.map(({ viewpoint, finding }) => ({
              name: viewpointWords[viewpoint].name,
              value: finding || '検討した',
            })),
            { name: '見直しの結果', value: decision === null ? 'まだ決まっていない' : reviewDecisionWords[decision] },
            ...(external === null
              ? []
              : [
                  {
                    name: '外部評価',
                    value: `${external.on === null ? '' : `${eraDate(external.on)} `}${external.opinion}`,
                  },
                ]),
            ...(budget === '' ? [] : [{ name: '予算への反映', value: budget }]),
          ]}
        />
      </Section>
      <Section title="段階">
        <Facts
          rows={flowOf(content).map(({ name, state, on }) => ({
            name,
            value: state === null ? 'まだ' : state === 'done' ? `済み${on === null ? '' : ` ${eraDate(on)}`}` : '不要',
          }))}
        />
      </Section>
      <Section title="削減する事務量(1年間)">
        {content.savings.length === 0 ? <Empty>取組はまだ書かれていません。</Empty> : <Savings content={content} />}
      </Section>
    </>
  );
}

function Savings({ content }: { readonly content: WorkReview }) {
  return (
    <DataTable caption="取組ごとの削減事務量(時:分)" stack>
      <thead>
        <tr>
          <th scope="col">種類</th>
          <th scope="col">内容</th>
          <th scope="col" className="number">
            見込み
          </th>
          <th scope="col" className="number">
            実績
          </th>
        </tr>
      </thead>
      <tbody>
        {content.savings.map((saving) => (
          <tr key={`${saving.measure}-${saving.what}-${saving.planned}-${saving.actual}`}>
            <th scope="row">{savingMeasureWords[saving.measure]}</th>
            <td data-label="内容">{saving.what}</td>
            <td className="number" data-label="見込み">
              {known(saving.planned)}
            </td>
            <td className="number" data-label="実績">
              {known(saving.actual)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
