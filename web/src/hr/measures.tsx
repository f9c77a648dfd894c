import { eraDate } from '@tokimori/wording/format';
import { useState } from 'react';
import type { Answer } from '../api/call.ts';
import { useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { useMe } from '../app/session.ts';
import { Empty, Shown } from '../app/states.tsx';
import { ButtonLink } from '../components/button.tsx';
import { PageTitle, Section } from '../components/section.tsx';
import { actorWords } from './deed-words.ts';
import { MeasureList } from './measure-list.tsx';

export type MeasuresView = Answer<NonNullable<(typeof routes.measuresView)['shape']>>;
type Preset = MeasuresView['presets'][number];
type Decided = MeasuresView['decided'][number];

/** 縮減の対策: what holds, what is to hold, and the practices of the case books to start from. */
export function MeasuresPage() {
  const view = useReading(routes.measuresView, {});
  return (
    <Shown query={view} title="縮減の対策">
      {(data) => <Measures view={data} />}
    </Shown>
  );
}

function Measures({ view }: { readonly view: MeasuresView }) {
  const mayDecide = useMe().roles.includes('hr');
  const [inForce] = view.decided.filter((each) => each.inForce);
  const upcoming = view.decided.filter(({ from }) => from > view.on).toReversed();
  const past = view.decided.filter(({ from, inForce: now }) => from <= view.on && !now);
  return (
    <>
      <PageTitle
        facts={`${eraDate(view.on)} 現在`}
        actions={
          <>
            <ButtonLink to={paths.plans}>実施計画書の一覧</ButtonLink>
            {mayDecide && <ButtonLink to={paths.dues}>対策の予定を見る</ButtonLink>}
          </>
        }
      >
        縮減の対策
      </PageTitle>
      <p>
        時間外勤務が長くなったときに、だれに知らせ、だれが何をするかの定めです。事例集の団体の型から選び、直して、過去の月で試してから決めます。申告や命令を時間数で断る対策はありません。
      </p>
      <Section title="いま適用している対策">
        {inForce === undefined ? (
          <Empty>まだ決めていません。下の型から選んで作ってください。</Empty>
        ) : (
          <DecidedSet set={inForce} mayDecide={mayDecide} open />
        )}
      </Section>
      {upcoming.length > 0 && (
        <Section title="これから適用する対策">
          {upcoming.map((set) => (
            <DecidedSet key={set.from} set={set} mayDecide={mayDecide} />
          ))}
        </Section>
      )}
      <Presets presets={view.presets} mayDecide={mayDecide} />
      {past.length > 0 && (
        <Section title="前に適用していた対策">
          {past.map((set) => (
            <DecidedSet key={set.from} set={set} mayDecide={false} />
          ))}
        </Section>
      )}
    </>
  );
}

type DecidedProps = { readonly set: Decided; readonly mayDecide: boolean; readonly open?: boolean };

/** One decision: from when, by whom, why, and what it says. */
function DecidedSet({ set, mayDecide, open = false }: DecidedProps) {
  return (
    <div className="border-b border-solid-gray-200 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-[1.0625rem] font-700">{`${eraDate(set.from)}から: ${set.name}`}</h3>
        {mayDecide && (
          <ButtonLink to={paths.editMeasures({ from: set.from })} size="small">
            写して直す
          </ButtonLink>
        )}
      </div>
      <p className="prose-small mt-1">{`決めた人 ${actorWords(set.by, '')}・${eraDate(set.recordedAt.slice(0, 10))}・理由: ${set.reason}`}</p>
      <details open={open} className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2 text-blue-900 underline">{`対策 ${set.measures.length}`}</summary>
        <MeasureList measures={set.measures} />
      </details>
    </div>
  );
}

/** The practices of the case books. Some are chosen, and a file is made of them. */
function Presets({ presets, mayDecide }: { readonly presets: readonly Preset[]; readonly mayDecide: boolean }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const names = presets.filter(({ key }) => chosen.includes(key)).map(({ name }) => name);
  return (
    <Section title="事例集の型" aside={`${presets.length}団体`}>
      {presets.map((preset) => (
        <div key={preset.key} className="border-b border-solid-gray-200 py-3">
          {mayDecide ? (
            <label className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                checked={chosen.includes(preset.key)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, preset.key] : chosen.filter((key) => key !== preset.key))
                }
                className="size-6 shrink-0 accent-blue-900"
              />
              <span className="font-700">{preset.name}</span>
            </label>
          ) : (
            <h3 className="font-700">{preset.name}</h3>
          )}
          <p>{preset.about}</p>
          <details className="mt-1">
            <summary className="min-h-11 cursor-pointer py-2 text-blue-900 underline">
              {`${preset.name}の対策 ${preset.measures.length}`}
            </summary>
            <MeasureList measures={preset.measures} />
          </details>
        </div>
      ))}
      {mayDecide && (
        <div className="mt-5 flex flex-wrap items-center gap-4">
          {chosen.length === 0 ? (
            <p>型を選ぶと、そこから団体の対策を作れます。いくつか組み合わせることもできます。</p>
          ) : (
            <>
              <ButtonLink kind="solid" to={paths.editMeasures({ presets: chosen })}>
                選んだ型から作る
              </ButtonLink>
              <p aria-live="polite">{names.join('・')}</p>
            </>
          )}
        </div>
      )}
    </Section>
  );
}
