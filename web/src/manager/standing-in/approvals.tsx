import { dayAndClock } from '@tokimori/wording/format';
import { useState } from 'react';
import type { Answer } from '../../api/call.ts';
import { useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { paths } from '../../app/paths.ts';
import { useMe } from '../../app/session.ts';
import { Refusal } from '../../app/states.tsx';
import { Banner } from '../../components/banner.tsx';
import { Anchor, Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Section } from '../../components/section.tsx';
import { deedsOf } from '../../wording/decision-words.ts';
import { overtimeLine } from '../../wording/overtime-lines.ts';
import { categoryWords } from '../../wording/words.ts';
import { DecideDialog, type Deciding } from '../decide-dialog.tsx';
import { DecisionCard } from '../decision-card.tsx';
import { ReasonForm } from '../reason-form.tsx';

type View = Answer<NonNullable<(typeof routes.openApprovals)['shape']>>;

/** 部長の承認待ち, 後閲 and 申し出: what waits beside the requests of a section, of all the departments one answers for. */
export function Approvals() {
  const query = useReading(routes.openApprovals, {}, { refetchInterval: 30_000 });
  const view = query.data;
  if (view === undefined) return null;
  return (
    <>
      <UnattendedNote unattended={view.unattended} />
      <Finals view={view} />
      <Reviews reviews={view.reviews} />
      <Objections objections={view.objections} />
      <Above above={view.above} />
    </>
  );
}

/** Posts where nobody is; 人事課 and the heads above may name somebody. */
export function UnattendedNote({ unattended }: Pick<View, 'unattended'>) {
  const mayName = useMe().roles.some((role) => role === 'hr' || role === 'manager');
  if (unattended.length === 0) return null;
  return (
    <div className="mt-4">
      <Banner kind="warning" title={`決裁する人がいない職が ${unattended.length}あります`}>
        <ul className="list-disc pl-5">
          {unattended.map(({ department, path, head, waiting }) => (
            <li key={department}>
              {path}: {head === '' ? '欠員' : `${head}が不在`}・代決の設定がありません・決裁待ち {waiting}件
            </li>
          ))}
        </ul>
        {mayName && (
          <p className="mt-1">
            <Anchor to={paths.giveMandate}>代決する人を指名する</Anchor>
          </p>
        )}
      </Banner>
    </div>
  );
}

function Finals({ view }: { readonly view: View }) {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  if (view.finals.length === 0) return null;
  return (
    <Section title={`部長の承認待ち ${view.finals.length}件`} aside="課長が承認し、あなたの命令を待つもの">
      <ul className="mt-3 grid gap-4 wide:grid-cols-3">
        {view.finals.map((decision) => (
          <li key={decision.overtime.id}>
            <DecisionCard decision={decision} onDecide={(kind) => setDeciding({ decision, kind })} />
          </li>
        ))}
      </ul>
      <DecideDialog deciding={deciding} onClose={() => setDeciding(null)} />
    </Section>
  );
}

const aboutWords: Readonly<Record<View['reviews'][number]['about'], string>> = {
  standIn: '代決',
  onBehalf: '取消の代理入力',
  emergency: '緊急の命令',
};
const deedWords: Readonly<Record<string, string>> = {
  OvertimeOrdered: '命令',
  OvertimeFirstApproved: '承認',
  OvertimeReturned: '差戻し',
  OvertimeRejected: '却下',
  OvertimeRevoked: '取消',
  OvertimeConfirmed: '実績の確認',
  OvertimeCorrected: '実績の訂正',
};

function Reviews({ reviews }: Pick<View, 'reviews'>) {
  const deed = useDeed(routes.seeAfterwards);
  if (reviews.length === 0) return null;
  const see = () =>
    deed.mutate(
      { body: { ids: reviews.map(({ id }) => id) } },
      { onSuccess: ({ seen }) => announce(`${seen}件を確かめました`) },
    );
  return (
    <Section title={`後閲 ${reviews.length}件`} aside="あなたの代わりに決めたこと、緊急に命令したこと">
      <ul>
        {reviews.map((review) => (
          <li key={review.id} className="border-b border-solid-gray-200 py-3">
            <h3 className="text-[1rem]">
              {aboutWords[review.about]}: {overtimeLine(review.overtime.person, review.overtime)}
            </h3>
            <p>
              {dayAndClock(review.at)} {review.by}
              {review.for !== null && `(${review.for}の代わり)`}が{deedWords[review.deed] ?? review.deed}・
              {categoryWords[review.overtime.category].name}・{review.overtime.work}
            </p>
            {review.note !== '' && <p className="prose-small">「{review.note}」</p>}
          </li>
        ))}
      </ul>
      <Refusal error={deed.error} />
      <p className="no-print mt-4">
        <Button busy={deed.isPending} onPress={see}>
          {reviews.length}件を確かめた
        </Button>
      </p>
    </Section>
  );
}

function Objections({ objections }: Pick<View, 'objections'>) {
  const [asked, setAsked] = useState<View['objections'][number] | null>(null);
  if (objections.length === 0) return null;
  return (
    <Section title={`申し出 ${objections.length}件`} aside="代理の入力に、本人が申し出たもの">
      <ul>
        {objections.map((objection) => (
          <li
            key={objection.id}
            className="flex flex-col gap-x-5 gap-y-2 border-b border-solid-gray-200 py-3 wide:flex-row wide:items-center"
          >
            <div className="min-w-0 flex-1">
              <h3 className="text-[1rem]">{overtimeLine(objection.overtime.person, objection.overtime)}</h3>
              <p>
                {dayAndClock(objection.statedAt)} {objection.overtime.person.name}「{objection.reason}」
              </p>
              <p className="prose-small">{deedsOf(objection.overtime).join('・')}</p>
            </div>
            <Button onPress={() => setAsked(objection)} label={`${objection.overtime.person.name}の申し出に回答する`}>
              回答する
            </Button>
          </li>
        ))}
      </ul>
      <Dialog title="申し出に回答する" open={asked !== null} onClose={() => setAsked(null)}>
        {asked !== null && <AnswerForm id={asked.id} onDone={() => setAsked(null)} />}
      </Dialog>
    </Section>
  );
}

function AnswerForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const deed = useDeed(routes.answerObjection);
  const answer = (text: string) =>
    deed.mutate(
      { params: { id }, body: { answer: text } },
      {
        onSuccess: () => {
          announce('回答しました');
          onDone();
        },
      },
    );
  return <ReasonForm id="answer" label="本人への回答" deedName="回答する" deed={deed} onGiven={answer} />;
}

/** Approved in the own departments; the order is with the one above. */
function Above({ above }: Pick<View, 'above'>) {
  if (above.length === 0) return null;
  return (
    <Section title={`承認済み・部長の承認待ち ${above.length}件`} aside="部長の命令が出るまで、命令ではありません">
      <ul>
        {above.map(({ overtime, finalBy }) => (
          <li key={overtime.id} className="border-b border-solid-gray-200 py-3">
            <p className="font-700">{overtimeLine(overtime.person, overtime)}</p>
            <p className="prose-small">
              {deedsOf(overtime).join('・')}・
              {finalBy === '' ? '承認する人がいません(人事課に知らせてあります)' : `${finalBy} の承認待ち`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
