import { dayLabel, span } from '@tokimori/wording/format';
import { useState } from 'react';
import { useMe } from '../app/session.ts';
import { DataTable } from '../components/data-table.tsx';
import { Dialog } from '../components/dialog.tsx';
import { RowDeed } from '../components/row-deed.tsx';
import { hoursLine, overtimeLine } from '../wording/overtime-lines.ts';
import { categoryWords } from '../wording/words.ts';
import { RevokeOrder } from './revoke-order.tsx';
import { SettleMany } from './standing-in/settle-many.tsx';
import type { SectionMonthView } from './views.ts';

type Order = SectionMonthView['orders'][number];

/** Orders that are given and not yet worked; one given by mistake is revoked here, before its time has come. */
export function GivenOrders({ view }: { readonly view: SectionMonthView }) {
  const [asked, setAsked] = useState<Order | null>(null);
  const mayRevoke = useMe().roles.some((role) => role === 'manager' || role === 'deputy');
  if (view.orders.length === 0) return null;
  return (
    <details className="mt-4 border-b border-solid-gray-200">
      <summary className="cursor-pointer py-3 font-700">これからの命令 {view.orders.length}件</summary>
      <DataTable caption={`${view.name} これからの命令`} minWidth={40} stack>
        <thead>
          <tr>
            <th scope="col">日</th>
            <th scope="col">職員</th>
            <th scope="col" className="number">
              命令
            </th>
            <th scope="col">区分</th>
            {mayRevoke && <th scope="col">すること</th>}
          </tr>
        </thead>
        <tbody>
          {view.orders.map((order) => (
            <OrderRow key={order.overtime.id} order={order} onRevoke={mayRevoke ? () => setAsked(order) : null} />
          ))}
        </tbody>
      </DataTable>
      {mayRevoke && (
        <p className="no-print my-4">
          <SettleMany
            title="まとめて取り消す"
            deeds={['revoke']}
            items={view.orders.map(({ overtime: o, person }) => ({
              id: o.id,
              name: overtimeLine(person, o),
            }))}
          />
        </p>
      )}
      <Dialog
        title={asked === null ? '' : `命令を取り消す ${asked.person.name}`}
        open={asked !== null}
        onClose={() => setAsked(null)}
      >
        {asked !== null && (
          <>
            <p className="mt-2">
              {dayLabel(asked.overtime.date)} {span(asked.overtime.from, asked.overtime.until)}の命令を取り消します。
            </p>
            <RevokeOrder id={asked.overtime.id} onDone={() => setAsked(null)} />
          </>
        )}
      </Dialog>
    </details>
  );
}

function OrderRow({ order, onRevoke }: { readonly order: Order; readonly onRevoke: (() => void) | null }) {
  const { overtime, person } = order;
  return (
    <tr>
      <td className="whitespace-nowrap">{dayLabel(overtime.date)}</td>
      <th scope="row">{person.name}</th>
      <td data-label="命令" className="number">
        {hoursLine(overtime)}
      </td>
      <td data-label="区分">{categoryWords[overtime.category].name}</td>
      {onRevoke !== null && (
        <td>
          <RowDeed label={`${person.name} ${dayLabel(overtime.date)} の命令を取り消す`} onPress={onRevoke}>
            取り消す
          </RowDeed>
        </td>
      )}
    </tr>
  );
}
