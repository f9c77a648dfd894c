import { dayAndClock, eraDay, hm, span } from '@tokimori/wording/format';
import { useEffect, useRef, useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { Refusal } from '../app/states.tsx';
import { Banner } from '../components/banner.tsx';
import { Anchor, Button, ButtonLink } from '../components/button.tsx';
import { LimitBar } from '../components/limit-bar.tsx';
import { RemainingFigure } from '../components/remaining-figure.tsx';
import { Facts } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { StepNavigation } from '../components/step-navigation.tsx';
import { categoryWords, overtimeLabels } from '../wording/words.ts';
import { requestSteps } from './request-draft.ts';
import type { RequestAnswer } from './views.ts';

/** Number, who decides, what happens next; printing is the copy (控え) for now at hand in every browser. */
export function RequestDone({ answer }: { readonly answer: RequestAnswer }) {
  const { overtime, effect, decidesBy } = answer;
  const withdraw = useDeed(routes.withdrawOvertime);
  const [state, setState] = useState(overtime.state);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const takeBack = () =>
    withdraw.mutate(
      { params: { id: overtime.id }, body: {} },
      {
        onSuccess: (view) => {
          setState(view.state);
          announce('申請を取り下げました');
        },
      },
    );
  const open = state === 'requested';
  return (
    <>
      <StepNavigation steps={requestSteps} current={2} />
      <div className="mt-6">
        <Banner kind="done" title={open ? '申請しました' : '申請を取り下げました'} heading="h1" headingRef={heading}>
          申請番号 <strong>{overtime.number}</strong>
          {overtime.requestedAt === null ? '' : `(${dayAndClock(overtime.requestedAt)})`}
        </Banner>
      </div>
      <div className="mt-6 grid gap-x-8 wide:grid-cols-[minmax(0,1fr)_25rem]">
        <div>
          <h2 className="text-[1.25rem]">このあと</h2>
          {open ? (
            <ol className="mt-1 list-decimal pl-6">
              <li>
                {decidesBy} が決裁します。
                <StatusLabel label={overtimeLabels[state]} />
              </li>
              <li>命令が出ると、「今日」と「申請」の画面に出ます。</li>
              <li>終わったら退勤を打刻します。命令と30分を超える差があれば理由をうかがいます。</li>
            </ol>
          ) : (
            <p>
              取り下げた申請は記録に残ります。<Anchor to={paths.request(overtime.date)}>新しく申請する</Anchor>
            </p>
          )}
          <div className="no-print mt-5 flex flex-wrap items-center gap-3">
            <Button onPress={() => window.print()}>控えを印刷する</Button>
            <ButtonLink to={paths.month(overtime.date.slice(0, 7))}>今月の勤務を見る</ButtonLink>
            {open && (
              <Button kind="text" busy={withdraw.isPending} onPress={takeBack}>
                申請を取り下げる
              </Button>
            )}
          </div>
          <Refusal error={withdraw.error} />
          <div className="mt-6">
            <Facts
              rows={[
                { name: '勤務する日', value: eraDay(overtime.date) },
                { name: '時間', value: `${span(overtime.from, overtime.until)}(${hm(overtime.minutes)})` },
                { name: '業務の区分', value: categoryWords[overtime.category].name },
                { name: '業務の内容', value: overtime.work },
                { name: '決裁する人', value: decidesBy },
              ]}
            />
          </div>
        </div>
        {open && effect.bound !== null && (
          <section className="card mt-8 self-start wide:mt-0" aria-labelledby="after">
            <h2 id="after" className="text-[1.25rem]">
              この申請が命令されると
            </h2>
            <RemainingFigure minutes={effect.slackAfter} />
            <p className="prose-small">
              今月 {hm(effect.after)}/上限 {hm(effect.bound)}
            </p>
            <LimitBar
              name="今月の上限"
              worked={effect.before}
              ordered={effect.added}
              limit={effect.bound}
              reading={<span className="font-700">命令後 {hm(effect.after)}</span>}
            />
          </section>
        )}
      </div>
    </>
  );
}
