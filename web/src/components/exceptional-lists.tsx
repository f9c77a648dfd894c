import type { PriorNoticeView as NoticeView, ExceptionalOrderView as OrderView } from '@tokimori/contract/designations';
import { dayLabel, eraDate, hm, monthName } from '@tokimori/wording/format';
import type { ReactNode } from 'react';
import { Empty } from '../app/states.tsx';
import type { Label } from '../wording/words.ts';
import { DataTable } from './data-table.tsx';
import { StatusLabel } from './status-label.tsx';

export type { NoticeView };

const noticeLabels: Readonly<Record<OrderView['notice'], Label>> = {
  filed: { shape: 'check', tone: 'done', word: '届出あり' },
  late: { shape: 'warning', tone: 'forecast', word: '期限後の届出' },
  none: { shape: 'octagon', tone: 'over', word: '届出なし' },
};
const healthWords = { notNeeded: '', confirmed: '健康の確認済み', missing: '健康の確認がない' } as const;

/** Whether a notice came in time and says everything. */
export function NoticeState({ notice }: { readonly notice: NoticeView }) {
  return (
    <>
      <StatusLabel label={noticeLabels[notice.state === 'late' ? 'late' : 'filed']} />
      <span className="prose-small block">
        {eraDate(notice.filedOn)} {notice.filedBy}
        {!notice.complete && '・足りない項目がある'}
        {notice.health !== 'notNeeded' && `・${healthWords[notice.health]}`}
      </span>
    </>
  );
}

/** Prior notices, one a row. */
export function NoticeTable({
  notices,
  caption,
  deed,
}: {
  readonly notices: readonly NoticeView[];
  readonly caption: string;
  readonly deed?: (notice: NoticeView) => ReactNode;
}) {
  if (notices.length === 0) return <Empty>この月の届出はありません。</Empty>;
  return (
    <DataTable caption={caption} minWidth={52} stack className="mt-3">
      <thead>
        <tr>
          <th scope="col">職員</th>
          <th scope="col">業務</th>
          <th scope="col">期間と見込み</th>
          <th scope="col">届出</th>
          <th scope="col" className="number">
            命令
          </th>
          {deed !== undefined && <th scope="col">すること</th>}
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <tr key={notice.id}>
            <th scope="row">
              {notice.person.name}
              <span className="prose-small block font-400">{notice.person.departmentName}</span>
            </th>
            <td data-label="業務">
              {notice.task}
              {notice.unavoidable !== '' && (
                <span className="prose-small block">避けられない理由 {notice.unavoidable}</span>
              )}
              {notice.reduction !== '' && <span className="prose-small block">縮減 {notice.reduction}</span>}
            </td>
            <td data-label="期間と見込み">
              {eraDate(notice.from)}から{eraDate(notice.through)}まで
              <span className="prose-small block">
                {notice.expected.map(({ month, minutes }) => `${monthName(month)} ${hm(minutes)}`).join('、')}
              </span>
            </td>
            <td data-label="届出">
              <NoticeState notice={notice} />
            </td>
            <td className="number" data-label="命令">
              {notice.orders}件
            </td>
            {deed !== undefined && <td className="whitespace-nowrap">{deed(notice)}</td>}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Orders of 特例業務 with the notice on which each rests. */
export function OrderTable({ orders, caption }: { readonly orders: readonly OrderView[]; readonly caption: string }) {
  if (orders.length === 0) return <Empty>この月の特例業務の命令はありません。</Empty>;
  return (
    <DataTable caption={caption} minWidth={44} stack className="mt-3">
      <thead>
        <tr>
          <th scope="col">職員</th>
          <th scope="col">日</th>
          <th scope="col" className="number">
            時間
          </th>
          <th scope="col">業務の内容</th>
          <th scope="col">事前届出</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.overtime}>
            <th scope="row">
              {order.person.name}
              <span className="prose-small block font-400">{order.person.departmentName}</span>
            </th>
            <td data-label="日">{dayLabel(order.date)}</td>
            <td className="number" data-label="時間">
              {hm(order.minutes)}
            </td>
            <td data-label="業務の内容">{order.work}</td>
            <td data-label="事前届出">
              <StatusLabel label={noticeLabels[order.notice]} />
              {order.noticeTask !== '' && <span className="prose-small block">{order.noticeTask}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
