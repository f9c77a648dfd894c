import { useState } from 'react';
import { useDeed } from '../api/queries.ts';
import * as routes from '../api/routes.ts';
import { announce } from '../app/announce.ts';
import { paths } from '../app/paths.ts';
import { Empty, Refusal } from '../app/states.tsx';
import { Anchor, Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextArea } from '../components/fields.tsx';
import { Section } from '../components/section.tsx';
import { StatusLabel } from '../components/status-label.tsx';
import { dayLabel, dayOfMonth, dayOnly, hm, weekday } from '../wording/format.ts';
import type { Label } from '../wording/words.ts';
import type { QuestionView, SectionMonthView } from './views.ts';

const hmOr = (minute: number | null, word: string) => (minute === null ? word : hm(minute));

function labelOf(question: QuestionView): Label {
  if (question.correction?.state === 'requested') return { shape: 'clock', tone: 'waiting', word: '確認待ち' };
  if (question.kind !== 'discrepancy') return { shape: 'question', tone: 'unknown', word: '打刻漏れ' };
  return { shape: 'warning', tone: 'forecast', word: '理由待ち' };
}

/** たずねること: order end → out → PC end → difference → state → deed. */
export function QuestionTable({ view }: { readonly view: SectionMonthView }) {
  const [asked, setAsked] = useState<QuestionView | null>(null);
  const { questions } = view;
  return (
    <Section
      title={`たずねること ${questions.length}件`}
      aside="命令の終わりから退勤までの差が目安を超えた日と、打刻漏れ"
    >
      {questions.length === 0 ? (
        <Empty>たずねることはありません。</Empty>
      ) : (
        <DataTable caption={`${view.name} 差異と打刻漏れ`} minWidth={46}>
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
                <td className="whitespace-nowrap">
                  {dayOnly(question.date)} {weekday(question.date)}
                </td>
                <th scope="row">
                  <Anchor to={paths.staffMonth(question.person.staff, question.date.slice(0, 7))}>
                    {question.person.name}
                  </Anchor>
                </th>
                <td className="number">{hmOr(question.orderUntil, '')}</td>
                <td className="number">{hmOr(question.lastOut, 'なし')}</td>
                <td className="number">{hmOr(question.pcLast, '')}</td>
                <td className="number font-700">{question.discrepancy > 0 ? hm(question.discrepancy) : ''}</td>
                <td>
                  <StatusLabel label={labelOf(question)} />
                </td>
                <td>
                  <Deed question={question} onDecide={() => setAsked(question)} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <DecideCorrection question={asked} onClose={() => setAsked(null)} />
    </Section>
  );
}

function Deed({ question, onDecide }: { readonly question: QuestionView; readonly onDecide: () => void }) {
  const { correction } = question;
  if (correction?.state !== 'requested') return <>本人の届け出待ち({dayOfMonth(question.dueOn)}まで)</>;
  const told =
    question.kind === 'discrepancy'
      ? `本人の理由「${correction.reason}」`
      : `本人の届け出 ${[correction.in, correction.out]
          .map((m) => (m === null ? '' : hm(m)))
          .filter(Boolean)
          .join('–')}「${correction.reason}」`;
  return (
    <>
      {told}{' '}
      <button type="button" className="link min-h-6" onClick={onDecide}>
        {question.kind === 'discrepancy' ? '認めるか決める' : '届け出を確かめる'}
      </button>
    </>
  );
}

function DecideCorrection({
  question,
  onClose,
}: {
  readonly question: QuestionView | null;
  readonly onClose: () => void;
}) {
  const deed = useDeed(routes.decideCorrection);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const correction = question?.correction;
  const close = () => {
    deed.reset();
    setNote('');
    setAsked(false);
    onClose();
  };
  const decide = (accept: boolean) => {
    setAsked(!accept);
    if (correction === null || correction === undefined || (!accept && note.trim() === '')) return;
    deed.mutate(
      { params: { id: correction.id }, body: { accept, note: note.trim() } },
      {
        onSuccess: () => {
          announce(accept ? '認めました' : '認めませんでした');
          close();
        },
      },
    );
  };
  return (
    <Dialog
      title={question === null ? '' : `${question.person.name} ${dayLabel(question.date)}`}
      open={question !== null}
      onClose={close}
    >
      {correction && (
        <>
          <p className="mt-2">本人の届け出「{correction.reason}」</p>
          {(correction.in !== null || correction.out !== null) && (
            <p>
              出勤 {hmOr(correction.in, '変えない')}・退勤 {hmOr(correction.out, '変えない')}
            </p>
          )}
          <p className="prose-small mt-2">
            打刻は書き換えられません。認めた届け出は打刻のそばに残り、集計に使われます。
          </p>
          <TextArea
            id="correction-note"
            label="本人に伝えること(認めないときは必ず)"
            plain
            value={note}
            onChange={setNote}
            error={asked && note.trim() === '' ? '認めないわけを入力してください' : undefined}
            maxLength={400}
          />
          <Refusal error={deed.error} />
          <div className="mt-5 flex flex-wrap gap-3">
            <Button kind="solid" busy={deed.isPending} onPress={() => decide(true)}>
              認める
            </Button>
            <Button busy={deed.isPending} onPress={() => decide(false)}>
              認めない
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
