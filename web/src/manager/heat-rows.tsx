import { hm } from '@tokimori/wording/format';
import { limitNames } from '@tokimori/wording/limit-names';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import type { HeatGroup, HeatRow } from '../components/heat-map.tsx';
import { MiniLimitBar } from '../components/limit-bar.tsx';
import { StateLabel } from '../components/status-label.tsx';
import { remainingWords } from '../wording/words.ts';
import type { SectionMonthView, SectionRowView } from './views.ts';

export const heatTail = [
  { title: '今月', width: '3.25rem', number: true },
  { title: '上限まで', width: '7rem' },
  { title: '状態', width: '6rem' },
] as const;

const urgent: readonly SectionRowView['state'][] = ['over', 'overExceptional', 'forecastOver', 'near', 'unknown'];

/** People in groups: near or over, at ease, managerial staff. The order within a group is the server's: urgency. */
export function groupsOf(view: SectionMonthView): HeatGroup[] {
  const staff = view.rows.filter((row) => !row.person.managerial);
  const near = staff.filter((row) => urgent.includes(row.state));
  const fine = staff.filter((row) => !urgent.includes(row.state));
  const heads = view.rows.filter((row) => row.person.managerial);
  const rows = (list: readonly SectionRowView[]) => list.map((row) => heatRow(view, row));
  return [
    { title: `上限を超えた人・近い人 ${near.length}人(見込みが大きい順)`, rows: rows(near) },
    { title: `余裕のある人 ${fine.length}人`, rows: rows(fine) },
    { title: '管理職(上限はありません。健康確保のため、割振りを超えた在庁を見ます)', rows: rows(heads) },
  ];
}

function heatRow(view: SectionMonthView, row: SectionRowView): HeatRow {
  const { person } = row;
  return {
    key: person.staff,
    name: person.name,
    head: <PersonHead row={row} department={view.department} />,
    cells: person.managerial ? row.days.map(asPresence) : row.days,
    ...(person.managerial ? { measure: '割振りを超えた在庁' } : {}),
    tail: person.managerial
      ? managerialTail(row)
      : [
          <strong key="sum">{hm(row.overtime)}</strong>,
          <ToLimit key="bar" row={row} />,
          <State key="state" row={row} />,
        ],
  };
}

/** 管理職 have no orders: what is seen is presence beyond the allotment, and nothing can differ from an order. */
const asPresence = (day: SectionRowView['days'][number]) => ({ ...day, overtime: day.beyond, discrepancy: false });

/** Name as the door to the person; post and personal marks under it. */
function PersonHead({ row, department }: { readonly row: SectionRowView; readonly department: string }) {
  const { person } = row;
  const notes = [
    person.department === department ? '' : person.departmentName,
    person.post,
    row.concurrent ? '兼務' : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <Anchor to={paths.person(person.staff)} strong>
        {person.name}
      </Anchor>
      <span className="block text-[0.75rem] leading-130">{notes}</span>
      {row.restriction !== null && <span className="block font-700 text-[0.75rem] leading-130">{row.restriction}</span>}
    </>
  );
}

/** 「あと 4:20」 over a mini bar with the limit at the same place in every row. */
function ToLimit({ row }: { readonly row: SectionRowView }) {
  if (row.monthBound === null)
    return <span className="text-[0.875rem]">{row.state === 'unknown' ? '判定できない' : ''}</span>;
  const left = row.remaining ?? row.monthBound - row.overtime;
  return (
    <>
      <span className={`block text-[0.875rem] leading-130 ${left < 0 ? 'font-700 text-red-900' : ''}`}>
        {remainingWords(left)}
        {row.orderedAhead > 0 && (
          <span className="block font-400 text-[0.75rem] text-black">命令済み {hm(row.orderedAhead)}</span>
        )}
      </span>
      <MiniLimitBar
        name={`${row.person.name}の今月`}
        worked={row.overtime}
        exceptional={row.exceptional}
        ordered={row.orderedAhead}
        limit={row.monthBound}
        forecast={row.forecast}
      />
    </>
  );
}

/** The state, and which limit makes it where that is another than the one the bar shows. */
const State = ({ row }: { readonly row: SectionRowView }) => (
  <>
    <StateLabel
      state={row.state}
      small
      {...(row.state === 'fine' ? { word: '余裕' } : row.state === 'forecastOver' ? { word: '見込み' } : {})}
    />
    {row.stateLimit !== null && row.stateLimit !== row.binding && (
      <span className="block text-[0.75rem] leading-130">{limitNames[row.stateLimit]}の上限</span>
    )}
  </>
);

const managerialTail = (row: SectionRowView) => [
  <span key="sum" />,
  <span key="presence" className="font-700 text-[0.875rem]">
    在庁 +{hm(row.beyond)}
  </span>,
  <span key="state" className="text-[0.875rem]">
    上限なし
  </span>,
];
