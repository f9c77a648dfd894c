import { useNavigate, useParams } from '@tanstack/react-router';
import { fiscalYearName } from '@tokimori/wording/format';
import { useRef, useState } from 'react';
import { newId, useDeed, useReading } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { Empty, Shown } from '../app/states.tsx';
import type { FieldError } from '../components/error-summary.tsx';
import { PageTitle } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { Back, useChoice } from './choices.tsx';
import { changedWords, EntryDeeds, type EntryState, entryLabels, Reopen } from './entry-actions.tsx';
import { contentOf, draftOf, faultsOf, newReview, type ReviewDraft } from './review-draft.ts';
import { ReviewFacts } from './review-facts.tsx';
import { ReviewForm } from './review-form.tsx';
import type { ReviewsView, ReviewView } from './views.ts';

/** A new 事務事業の見直し. */
export function NewReviewPage() {
  const { year } = useChoice();
  const list = useReading(routes.workReviews, { query: year === undefined ? {} : { year } });
  return (
    <Shown query={list} title="見直しを加える">
      {({ sections, year: fiscalYear }) => (
        <>
          <Back>事務事業の見直し</Back>
          <PageTitle>見直しを加える</PageTitle>
          {sections[0] === undefined ? (
            <Empty>あなたが所属長になっている課はありません。見直しは、所属長と人事課が登録します。</Empty>
          ) : (
            <Editor start={newReview(fiscalYear, sections[0].department)} sections={sections} entry={null} />
          )}
        </>
      )}
    </Shown>
  );
}

/** One 事務事業の見直し, to be read or changed. */
export function ReviewPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const view = useReading(routes.workReviewEntry, { params: { id } });
  return (
    <Shown query={view} title="事務事業の見直し">
      {(entry) => (
        <>
          <Back>事務事業の見直し</Back>
          <PageTitle facts={`${fiscalYearName(entry.content.fiscalYear)}・${entry.section}`}>
            {entry.content.name}
          </PageTitle>
          <p className="flex flex-wrap items-center gap-3">
            <StatusLabel label={entryLabels[entry.state]} />
            <span className="prose-small">最後の変更 {changedWords(entry)}</span>
          </p>
          {entry.mayKeep && entry.state !== 'closed' ? (
            <Editor key={entry.version} start={draftOf(entry.content)} sections={entry.sections} entry={entry} />
          ) : (
            <Read entry={entry} />
          )}
        </>
      )}
    </Shown>
  );
}

function Read({ entry }: { readonly entry: ReviewView }) {
  const deed = useDeed(routes.keepWorkReview);
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
      <ReviewFacts content={entry.content} />
      {entry.mayKeep && (
        <div className="no-print mt-6">
          <Reopen busy={deed.isPending} error={deed.error} onReopen={reopen} />
        </div>
      )}
    </>
  );
}

type EditorProps = {
  readonly start: ReviewDraft;
  readonly sections: ReviewsView['sections'];
  readonly entry: ReviewView | null;
};
const said: Readonly<Record<EntryState, string>> = {
  draft: '下書きを保存しました',
  registered: '登録しました',
  closed: '完了にしました',
};

function Editor({ start, sections, entry }: EditorProps) {
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const deed = useDeed(routes.keepWorkReview);
  const navigate = useNavigate();
  // One id for one page: a second press is the same entry.
  const { current: id } = useRef(entry?.id ?? newId());
  const send = (goal: EntryState) => {
    const found = faultsOf(draft);
    setErrors(found);
    if (found.length > 0) return;
    deed.mutate(
      { params: { id }, body: { content: contentOf(draft), version: entry?.version ?? 0, goal } },
      {
        onSuccess: () => {
          announce(said[goal]);
          void navigate({ to: entry === null ? paths.review(id) : paths.reviews(draft.fiscalYear) });
        },
      },
    );
  };
  return (
    <>
      <ReviewForm draft={draft} change={setDraft} errors={errors} sections={sections} />
      <EntryDeeds
        state={entry?.state ?? null}
        busy={deed.isPending}
        error={deed.error}
        send={send}
        closing="完了にするには、見直しの結果、すべての段階、削減事務量の実績が要ります。完了すると、戻すまで直せません。"
      />
    </>
  );
}
