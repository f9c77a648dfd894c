import { type ClassKey, className, type PayLayout } from './layout.ts';

/** A layout to begin with: one row a person, whole hours, a column for every class that the municipality's rules know. */
export function defaultLayout(classes: readonly string[], effectiveFrom: string): PayLayout {
  return {
    name: '一人1行・区分ごとの列',
    effectiveFrom,
    encoding: 'cp932',
    heading: true,
    rows: 'person',
    people: 'withHours',
    unit: 'wholeHours',
    differences: 'newValue',
    columns: [
      { heading: '職員番号', gives: 'staff' },
      { heading: '氏名', gives: 'name' },
      { heading: '所属コード', gives: 'department' },
      { heading: '年月', gives: 'month' },
      ...classes.map((key) => ({ heading: className(key), gives: 'class' as const, of: key as ClassKey })),
      { heading: '60時間超', gives: 'beyondSixty' },
      { heading: '代休時間にできる時間', gives: 'timeOffInLieu' },
      { heading: '状態', gives: 'state' },
    ],
    codes: [],
  };
}
