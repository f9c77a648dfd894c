import { eraDate, hm } from '@tokimori/wording/format';
import { useState } from 'react';
import { useDeed, useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { paths } from '../../app/paths.ts';
import { calendarOf, useMe } from '../../app/session.ts';
import { Empty, Shown } from '../../app/states.tsx';
import { Anchor, ButtonLink } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { RowDeed } from '../../components/row-deed.tsx';
import { Crumbs, PageTitle, Section } from '../../components/section.tsx';
import { StatusLabel } from '../../components/status-label.tsx';
import type { Label } from '../../wording/words.ts';
import { ReasonForm } from '../reason-form.tsx';
import { Absences } from './absences.tsx';
import { UnattendedNote } from './approvals.tsx';
import { type Mandate, type MandatesView, mandateWords, periodWords } from './mandate-words.ts';

const labels: Readonly<Record<Mandate['state'], Label>> = {
  holds: { shape: 'check', tone: 'waiting', word: '今日 有効' },
  waits: { shape: 'clock', tone: 'done', word: '不在のとき' },
  upcoming: { shape: 'clock', tone: 'waiting', word: 'これから' },
  over: { shape: 'none', tone: 'done', word: '終わり' },
};

/** 不在と代決・専決: who is away, who stands in, from when until when. */
export function MandatesPage() {
  const query = useReading(routes.mandatesView, {});
  return (
    <Shown query={query} title="不在と代決・専決">
      {(view) => <Mandates view={view} />}
    </Shown>
  );
}

function Mandates({ view }: { readonly view: MandatesView }) {
  const [ending, setEnding] = useState<Mandate | null>(null);
  const hr = useMe().roles.includes('hr');
  const now = view.mandates.filter(({ state }) => state !== 'over');
  const past = view.mandates.filter(({ state }) => state === 'over');
  return (
    <>
      <Crumbs>
        {hr ? <Anchor to={paths.departments}>部署と指定</Anchor> : <Anchor to={paths.decisions}>決裁</Anchor>} /
        不在と代決・専決
      </Crumbs>
      <PageTitle
        facts={`${eraDate(view.on)} 現在`}
        actions={
          <ButtonLink kind="solid" to={paths.giveMandate}>
            代決・専決・庶務担当を指名する
          </ButtonLink>
        }
      >
        不在と代決・専決
      </PageTitle>
      <UnattendedNote unattended={view.unattended} />
      <p>
        代決は、所属長が不在の日と欠員のあいだだけ、代わりの人が時間外勤務を決裁し、所属長があとで確かめます(後閲)。専決は、決めた範囲を任された人が自分の権限で決裁します。庶務担当は、職員に代わって申請を入力します。
      </p>
      <Absences view={view} />
      <Section title={`指名 ${now.length}件`}>
        {now.length === 0 ? (
          <Empty>代決・専決・庶務担当の指名はありません。</Empty>
        ) : (
          <MandateTable caption="いまとこれからの指名" mandates={now} onEnd={setEnding} />
        )}
        {past.length > 0 && (
          <details className="border-b border-solid-gray-200">
            <summary className="cursor-pointer py-3 font-700">60日以内に終わった指名 {past.length}件</summary>
            <MandateTable caption="60日以内に終わった指名" mandates={past} onEnd={null} />
          </details>
        )}
      </Section>
      <Dialog
        title={ending === null ? '' : `${ending.holder.name}の${mandateWords[ending.kind]}を終える`}
        open={ending !== null}
        onClose={() => setEnding(null)}
      >
        {ending !== null && <EndMandate mandate={ending} onDone={() => setEnding(null)} />}
      </Dialog>
    </>
  );
}

type TableProps = {
  readonly caption: string;
  readonly mandates: readonly Mandate[];
  readonly onEnd: ((mandate: Mandate) => void) | null;
};

function MandateTable({ caption, mandates, onEnd }: TableProps) {
  return (
    <DataTable caption={caption} minWidth={52} stack>
      <thead>
        <tr>
          <th scope="col">職員</th>
          <th scope="col">種類</th>
          <th scope="col">所属</th>
          <th scope="col">期間</th>
          <th scope="col">状態</th>
          <th scope="col">理由と指名した人</th>
          {onEnd !== null && <th scope="col">すること</th>}
        </tr>
      </thead>
      <tbody>
        {mandates.map((mandate) => (
          <tr key={mandate.id}>
            <th scope="row">
              {mandate.holder.post} {mandate.holder.name}
            </th>
            <td data-label="種類">
              {mandateWords[mandate.kind]}
              {mandate.dailyLimit !== null && `(1人1日 ${hm(mandate.dailyLimit)} まで)`}
            </td>
            <td data-label="所属">{mandate.departmentPath}</td>
            <td data-label="期間">{periodWords(mandate)}</td>
            <td>
              <StatusLabel label={labels[mandate.state]} />
            </td>
            <td className="text-[0.875rem]">
              {mandate.reason}({mandate.givenBy})
              {mandate.endReason !== '' && `・早く終えた理由: ${mandate.endReason}(${mandate.endedBy ?? ''})`}
            </td>
            {onEnd !== null && (
              <td>
                <RowDeed
                  label={`${mandate.holder.name}の${mandateWords[mandate.kind]}を終える`}
                  onPress={() => onEnd(mandate)}
                >
                  終える
                </RowDeed>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function EndMandate({ mandate, onDone }: { readonly mandate: Mandate; readonly onDone: () => void }) {
  const deed = useDeed(routes.endMandate);
  const { today } = calendarOf(useMe());
  const end = (reason: string) =>
    deed.mutate(
      { params: { id: mandate.id }, body: { until: today, reason } },
      {
        onSuccess: () => {
          announce('終えました');
          onDone();
        },
      },
    );
  return (
    <>
      <p className="mt-2">今日から決裁や入力ができなくなります。これまでにしたことは、そのまま残ります。</p>
      <ReasonForm id="end-reason" label="終える理由" deedName="今日から終える" deed={deed} onGiven={end} />
    </>
  );
}
