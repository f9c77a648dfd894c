import { useNavigate, useParams } from '@tanstack/react-router';
import type { DigitalEffect } from '@tokimori/contract/registers/entries';
import { digitalToolWords } from '@tokimori/contract/registers/words';
import { known } from '@tokimori/wording/figures';
import { count, eraDate, hm } from '@tokimori/wording/format';
import { useRef, useState } from 'react';
import { newId, useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import type { FieldError } from '../components/error-summary.tsx';
import { Facts, PageTitle, Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { Back } from './choices.tsx';
import {
  type EffectDraft,
  effectDraftOf,
  effectFaults,
  effectOfDraft,
  increaseWords,
  newEffect,
} from './effect-draft.ts';
import { EffectForm } from './effect-form.tsx';
import { Measured } from './effect-measured.tsx';
import { changedWords, EntryDeeds, type EntryState, entryLabels, Reopen } from './entry-actions.tsx';
import type { EffectsView, EffectView } from './views.ts';

/** A new デジタル化の効果. */
export function NewEffectPage() {
  const list = useReading(routes.digitalEffects, {});
  return (
    <Shown query={list} title="効果を加える">
      {({ sections }) => (
        <>
          <Back>デジタル化の効果</Back>
          <PageTitle>効果を加える</PageTitle>
          {sections[0] === undefined ? (
            <Empty>あなたが所属長になっている課はありません。効果は、所属長と人事課が登録します。</Empty>
          ) : (
            <Editor start={newEffect(sections[0].department)} sections={sections} entry={null} />
          )}
        </>
      )}
    </Shown>
  );
}

/** One デジタル化の効果, with the overtime of its section before and after. */
export function EffectPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const view = useReading(routes.digitalEffectEntry, { params: { id } });
  return (
    <Shown query={view} title="デジタル化の効果">
      {(entry) => (
        <>
          <Back>デジタル化の効果</Back>
          <PageTitle facts={`${digitalToolWords[entry.content.tool]}・${entry.section}`}>
            {entry.content.name}
          </PageTitle>
          <p className="flex flex-wrap items-center gap-3">
            <StatusLabel label={entryLabels[entry.state]} />
            <span className="prose-small">最後の変更 {changedWords(entry)}</span>
          </p>
          <Measured entry={entry} />
          {entry.mayKeep && entry.state !== 'closed' ? (
            <Editor key={entry.version} start={effectDraftOf(entry.content)} sections={entry.sections} entry={entry} />
          ) : (
            <Read entry={entry} />
          )}
        </>
      )}
    </Shown>
  );
}

const yen = (value: number | null): string => (value === null ? '' : `${count(value)}円`);

function factsOf(content: DigitalEffect) {
  return [
    { name: '作業内容', value: content.work },
    { name: '導入前', value: `1年間に ${hm(content.before)}` },
    { name: '道具の稼働', value: known(content.robot) },
    { name: '人の作業', value: hm(content.human) },
    {
      name: '使う期間',
      value: `${eraDate(content.since)}から${content.until === null ? '' : `${eraDate(content.until)}まで`}`,
    },
    { name: '導入の費用', value: yen(content.initialCost) },
    { name: '年間の費用', value: yen(content.yearlyCost) },
    { name: '備考', value: content.note },
  ].filter(({ value }) => value !== '');
}

function Read({ entry }: { readonly entry: EffectView }) {
  const deed = useDeed(routes.keepDigitalEffect);
  const reopen = (reason: string) =>
    deed.mutate(
      {
        params: { id: entry.id },
        body: { content: entry.content, version: entry.version, goal: 'registered', reason },
      },
      { onSuccess: () => announce('登録に戻しました') },
    );
  return (
    <>
      <Section title="登録した内容">
        <Facts rows={factsOf(entry.content)} />
      </Section>
      {entry.mayKeep && (
        <div className="no-print mt-6">
          <Reopen busy={deed.isPending} error={deed.error} onReopen={reopen} />
        </div>
      )}
    </>
  );
}

type EditorProps = {
  readonly start: EffectDraft;
  readonly sections: EffectsView['sections'];
  readonly entry: EffectView | null;
};
const said: Readonly<Record<EntryState, string>> = {
  draft: '下書きを保存しました',
  registered: '登録しました',
  closed: '完了にしました',
};

function Editor({ start, sections, entry }: EditorProps) {
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  /** What was asked to be confirmed; the same again is the answer. */
  const [increase, setIncrease] = useState<string | null>(null);
  const deed = useDeed(routes.keepDigitalEffect);
  const navigate = useNavigate();
  // One id for one page: a second press is the same entry.
  const { current: id } = useRef(entry?.id ?? newId());
  const send = (goal: EntryState) => {
    const found = effectFaults(draft);
    setErrors(found);
    if (found.length > 0) return;
    const content = effectOfDraft(draft);
    const words = increaseWords(content);
    if (words !== increase) {
      setIncrease(words);
      if (words !== null) return;
    }
    deed.mutate(
      { params: { id }, body: { content, version: entry?.version ?? 0, goal } },
      {
        onSuccess: () => {
          announce(said[goal]);
          void navigate({ to: entry === null ? paths.effect(id) : paths.effects() });
        },
      },
    );
  };
  return (
    <>
      <EffectForm draft={draft} set={(given) => setDraft({ ...draft, ...given })} errors={errors} sections={sections} />
      {increase !== null && (
        <div className="mt-4">
          <Banner kind="warning" role="alert" title="削減ではなく、増になります">
            {increase}
          </Banner>
        </div>
      )}
      <EntryDeeds
        state={entry?.state ?? null}
        busy={deed.isPending}
        error={deed.error}
        send={send}
        closing="使い終わった日を入力すると、完了にできます。完了すると、戻すまで直せません。"
      />
    </>
  );
}
