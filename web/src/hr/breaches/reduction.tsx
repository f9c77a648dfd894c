import { useParams } from '@tanstack/react-router';
import { eraDate, eraMonth, hm } from '@tokimori/wording/format';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { paths } from '../../app/paths.ts';
import { Shown } from '../../app/states.tsx';
import { Anchor, ButtonLink } from '../../components/button.tsx';
import { Crumbs, Facts, PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import { Deeds } from './around.tsx';
import { Measured } from './measured.tsx';
import { MoveReduction } from './move-reduction.tsx';
import type { ReductionView } from './views.ts';
import { kindWords, reductionLabel } from './words.ts';

/** One measure: what it is, how far it is, and what was measured since it began. */
export function ReductionPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const view = useReading(routes.reductionView, { params: { id } });
  return (
    <Shown query={view} title="縮減の取組">
      {(data) => <Reduction view={data} />}
    </Shown>
  );
}

function Reduction({ view }: { readonly view: ReductionView }) {
  return (
    <>
      <Crumbs>
        <Anchor to={paths.reductions}>縮減の取組</Anchor> / {view.title}
      </Crumbs>
      <PageTitle
        facts={kindWords[view.kind]}
        actions={
          view.mayKeep && (
            <ButtonLink size="small" to={paths.changeReduction(view.id)}>
              内容を変える
            </ButtonLink>
          )
        }
      >
        {view.title}
      </PageTitle>
      <p>
        <StatusLabel label={reductionLabel(view)} />
        {view.note !== '' && ` ${view.note}`}
      </p>
      <Measured title="効果の測定" measured={view.ofSections} from={view.from} expected={view.expected} />
      {view.ofPeople !== null && (
        <Measured
          title={`記録のある職員(${view.people}人)`}
          measured={view.ofPeople}
          from={view.from}
          expected={null}
        />
      )}
      <Section title="内容">
        <Facts rows={factsOf(view)} />
        {view.moves.length > 0 && <MoveReduction view={view} />}
      </Section>
      <Deeds deeds={view.history} />
    </>
  );
}

const factsOf = (view: ReductionView) => [
  { name: '行うこと', value: view.what },
  { name: '対象の所属', value: view.sections.map(({ name }) => name).join('、') },
  { name: '答える要因', value: view.causes.length === 0 ? '決めていません' : view.causes.join('、') },
  { name: '答える記録', value: view.records.length === 0 ? '結び付けていません' : `${view.records.length}件` },
  { name: '担当', value: view.ownerName },
  { name: '期日', value: eraDate(view.dueOn) },
  { name: '効果を測り始める月', value: eraMonth(view.from) },
  { name: '減る見込み(月)', value: view.expected === null ? '決めていません' : `${hm(view.expected)}(対象の合計)` },
  { name: '登録', value: view.registeredBy },
];
