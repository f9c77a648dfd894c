import { dayLabel, dayOfMonth, hm } from '@tokimori/wording/format';
import { useState } from 'react';
import { paths } from '../app/paths.ts';
import { Empty } from '../app/states.tsx';
import { Anchor } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { answerWords, differenceLabels, kindWords } from '../wording/difference-words.ts';
import type { Label } from '../wording/words.ts';
import { DecideCorrection } from './decide-correction.tsx';
import { DecideDifference } from './decide-difference.tsx';
import type { QuestionView, SectionMonthView } from './views.ts';

const hmOr = (minute: number | null, word: string) => (minute === null ? word : hm(minute));

const isReported = ({ correction }: QuestionView) => correction?.state === 'requested';

function labelOf(question: QuestionView): Label {
  if (question.correction?.state === 'requested') return { shape: 'clock', tone: 'waiting', word: '確認待ち' };
  if (question.kind !== 'discrepancy') return { shape: 'question', tone: 'unknown', word: '打刻漏れ' };
  if (question.difference !== null) return differenceLabels[question.difference.state];
  return { shape: 'warning', tone: 'forecast', word: '理由待ち' };
}

/** たずねること: order end → out → PC end → difference → state → deed. */
export function QuestionTable({ view }: { readonly view: SectionMonthView }) {
  const [asked, setAsked] = useState<QuestionView | null>(null);
  // What waits for the head's decision goes before what waits for the person.
  const questions = view.questions.toSorted((a, b) => Number(isReported(b)) - Number(isReported(a)));
  return (
    <Section
      title={`たずねること ${questions.length}件`}
      aside="打刻・入退館・PCの記録が命令や申請と市の決めた時間より違う日と、打刻漏れ"
    >
      {questions.length === 0 ? (
        <Empty>たずねることはありません。</Empty>
      ) : (
        <DataTable caption={`${view.name} 差異と打刻漏れ`} minWidth={46} stack>
          <thead>
            <tr>
              <th scope="col">日</th>
              <th scope="col">職員</th>
              <th scope="col" className="number">
                命令の終わり
              </th>
              <th scope="col" className="number">
                退勤
              </th>
              <th scope="col" className="number">
                PCの終了
              </th>
              <th scope="col" className="number">
                差
              </th>
              <th scope="col">状態</th>
              <th scope="col">すること</th>
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => (
              <tr key={`${question.person.staff}-${question.date}-${question.kind}`}>
                <td className="whitespace-nowrap">{dayLabel(question.date)}</td>
                <th scope="row">
                  <Anchor to={paths.staffMonth(question.person.staff, question.date.slice(0, 7))}>
                    {question.person.name}
                  </Anchor>
                </th>
                <td data-label="命令の終わり" className="number">
                  {hmOr(question.orderUntil, '')}
                </td>
                <td data-label="退勤" className="number">
                  {hmOr(question.lastOut, 'なし')}
                </td>
                <td data-label="PCの終了" className="number">
                  {hmOr(question.pcLast, '')}
                </td>
                <td data-label="差" className="number font-700">
                  {question.discrepancy > 0 ? hm(question.discrepancy) : ''}
                  {question.difference !== null && (
                    <span className="block font-400 text-[0.8125rem]">{kindWords[question.difference.kind]}</span>
                  )}
                </td>
                <td>
                  <StatusLabel label={labelOf(question)} />
                </td>
                <td>
                  <Deed
                    question={question}
                    today={view.today}
                    onDecide={view.standingIn === null ? () => setAsked(question) : null}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <DecideCorrection question={asked?.correction?.answer == null ? asked : null} onClose={() => setAsked(null)} />
      {asked?.correction?.answer != null && (
        <DecideDifference key={asked.correction.id} question={asked} onClose={() => setAsked(null)} />
      )}
    </Section>
  );
}

const dueWords = (dueOn: string, today: string, difference: QuestionView['difference']): string =>
  dueOn < today
    ? `${difference === null ? '締め' : '期限'} ${dayOfMonth(dueOn)} を過ぎています`
    : `${dayOfMonth(dueOn)}まで`;

type DeedProps = { readonly question: QuestionView; readonly today: string; readonly onDecide: (() => void) | null };

function Deed({ question, today, onDecide }: DeedProps) {
  const { correction, difference } = question;
  const whose = difference?.dueWho;
  if (whose === 'personnel') return <>人事課が調べて決めます({dueWords(question.dueOn, today, difference)})</>;
  if (difference?.state === 'awaitsOrder')
    return (
      <>
        <Anchor to={paths.decisions}>申請を決裁する</Anchor>({dueWords(question.dueOn, today, difference)})
      </>
    );
  if (correction?.state !== 'requested') return <>本人の届け出待ち({dueWords(question.dueOn, today, difference)})</>;
  const told =
    question.kind === 'discrepancy'
      ? `${correction.answer === null ? '本人の理由' : answerWords(correction.answer)}「${correction.reason}」`
      : `本人の届け出 ${[correction.in, correction.out]
          .map((m) => (m === null ? '' : hm(m)))
          .filter(Boolean)
          .join('–')}「${correction.reason}」`;
  return (
    <>
      {told}{' '}
      {onDecide === null ? (
        '所属長か人事課が決めます'
      ) : (
        <button type="button" className="link min-h-6" onClick={onDecide}>
          {question.kind === 'discrepancy' ? '確かめて決める' : '届け出を確かめて決める'}
        </button>
      )}
    </>
  );
}
