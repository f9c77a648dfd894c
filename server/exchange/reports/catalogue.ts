import type { report as reportRoute } from '@tokimori/contract/reports';
import type { Input } from '@tokimori/contract/route';
import { refuse } from '../../access/refusal.ts';
import type { Format } from './made.ts';

export type ReportName = Input<typeof reportRoute>['name'];
type About = { readonly title: string; readonly about: string; readonly formats: readonly Format[] };

const formats: readonly Format[] = ['xlsx', 'csv', 'json'];

/** The reports of the product. */
export const reports: Readonly<Record<ReportName, About>> = {
  'saga-1': {
    title: '資料① 部局ごとの時間数・前年度からの増減',
    about: '部局と業務の区分ごとの時間外勤務を、前年の同じ月と比べます。累計と一人あたりの時間も載せます。',
    formats,
  },
  'saga-2': {
    title: '資料② 個人ごとの時間数',
    about:
      '年度の初めからの時間外勤務を一人1行で、その月の多い順に並べます。360時間・720時間を超えた人に印を付けます。',
    formats,
  },
  'month-list': {
    title: '職員別月計',
    about: '職員一人1行で、月の時間外勤務、上限の状態、日ごとの時間外勤務を載せます。',
    formats,
  },
  'nanto-progress': {
    title: '進捗報告(超過在席時間)',
    about: '超過在席時間と時間外勤務を前月・前年同月と比べ、長く在席した職員を一覧にします。',
    formats,
  },
  'ukiha-sheet': {
    title: '時間外勤務マネジメントシート',
    about: '課ごとに、通常と特例の時間外勤務を月別・職員別に並べ、前年と比べます。課を選んで作ります。',
    formats,
  },
  'bureaus-monthly': {
    title: '部局別の時間外勤務の実績',
    about: '部局ごとの時間外勤務を、前年の同じ月・累計と比べます。氏名は載せません。',
    formats,
  },
  'yamagata-review': {
    title: '事務事業の見直し',
    about: 'その月の年度の見直しを一覧にします。見直しの視点、結果、外部評価、削減した事務量を載せます。',
    formats,
  },
  'kochi-effects': {
    title: 'デジタル化の効果',
    about: 'その月の年度に使っているRPA、AI-OCRなどの、導入前と導入後の作業時間と削減率を載せます。',
    formats,
  },
};
/** 給与連携: made by a deed of its own (`tokimori report pay-hours`, the page 給与連携), so it is none of those that are read at any time. */
export const payReport: About & { readonly name: 'pay-hours' } = {
  name: 'pay-hours',
  title: '給与連携(支給割合ごとの時間数)',
  about:
    '職員の月の時間外・休日・夜間の時間数を、団体が決めたレイアウトで書き出します。作ったことは操作の記録に残ります。',
  formats: ['csv'],
};
export const reportNames = Object.keys(reports) as ReportName[];

/** A report of the product. @throws Refusal 404 `report.unknown` */
export function reportNamed(name: string): ReportName {
  const found = reportNames.find((each) => each === name);
  if (found !== undefined) return found;
  return refuse('report.unknown', {
    status: 404,
    title: 'この名前の報告はありません',
    detail: `「${name}」は報告の名前ではありません。${reportNames.join('、')} のどれかを指定してください。`,
  });
}

/** A format of the reports. @throws Refusal `report.format-unknown` */
export function formatNamed(format: string): Format {
  const found = formats.find((each) => each === format);
  if (found !== undefined) return found;
  const cure =
    format === 'pdf'
      ? 'xlsx で出して、表計算ソフトの印刷からPDFにしてください。'
      : `${formats.join('、')} のどれかを指定してください。`;
  return refuse('report.format-unknown', {
    title: 'この形式では出せません',
    detail: `出せる形式は ${formats.join('、')} で、「${format}」はありません。${cure}`,
  });
}
