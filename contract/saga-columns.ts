import { column, type FileShape, type ImportColumn } from './file-shape.ts';

/** The three files from which 資料①② are made: their form fields, and their columns. */
export type SagaField = 'staff' | 'departments' | 'days';

const staffNumber: ImportColumn = column('職員番号', true, '職員の番号', '100001', '職員コード', '職員CD', '社員番号');
const bureau = (means: string, example: string): ImportColumn =>
  column('部局', true, means, example, '部署コード', '部局名', '部局コード', '所属', '所属名', '部署名');
const hours: ImportColumn = column('時間数', true, '46:30 か 46.5 の形', '46:30', '時間', '時間外時間数', '時間外時間');
const allowance: ImportColumn = column('手当額', false, '支給した額(円)', '120000', '手当', '支給額');

export const sagaShapes: Readonly<Record<SagaField, FileShape>> = {
  staff: {
    name: '職員一覧',
    about: '前月末時点の職員。1行が1人です。資料①では一人あたりの時間数に、資料②では氏名と部局に使います。',
    columns: [
      staffNumber,
      column('氏名', true, '氏名', '佐藤 花子', '職員名', '職員氏名'),
      bureau('部局の名前か番号', '総務部'),
    ],
    alternatives: [],
  },
  departments: {
    name: '部局ごとの時間外一覧',
    about:
      '1行が、部局・月・区分の時間数です。前年の同じ月や、年度の初めからの月も入れると、比較や累計が出ます。計の行(部局が「計」、または区分が「計」)があれば、その数字を資料①の計として示し、内訳の合計と違うところを注に書きます。',
    columns: [
      bureau('部局の名前か番号。全部局の計は「計」「合計」「部局計」「総計」のどれか', '総務部'),
      column('年月', true, '2026-10、R8.10 など', '2026-10', '対象年月', '月'),
      column(
        '区分',
        true,
        '通常、臨時、特例、災害、感染症のどれか。区分の計は「計」か「総時間数」',
        '通常',
        '業務区分',
      ),
      hours,
      allowance,
    ],
    alternatives: [],
  },
  days: {
    name: '日ごとの時間外一覧',
    about: '1行が、職員・日の時間数です。資料②に使います。計の行は入れません。',
    columns: [
      staffNumber,
      column('日付', true, '勤務した日', '2026-10-01', '勤務日', '年月日'),
      { ...hours, means: '2:45 か 2.75 の形', example: '2:45' },
      column('区分', false, '通常、臨時、特例、災害、感染症のどれか。空欄は通常', '通常', '業務区分'),
      { ...allowance, example: '7500' },
    ],
    alternatives: [],
  },
};
