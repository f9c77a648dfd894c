import type { FormView } from '@tokimori/contract/forms';
import { count } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';

/** What becomes of the register when the form is handed in. */
function onHandingIn(filed: number): string {
  if (filed === 0) return '様式を提出すると、届出に記録されます。';
  return filed === 1
    ? '直して提出すると、届出も直ります。'
    : '業務ごとの時間は届出の画面で直し、様式では合計を同じにします。';
}

/** Of a form that is the prior notice of 特例業務: what the register has, and the way to it. */
export function NoticeOfForm({ view }: { readonly view: FormView }) {
  const { priorNotice, month, mayFill } = view;
  if (priorNotice === null) return null;
  const { department, filed, health } = priorNotice;
  return (
    <div className="mt-4 border-l-4 border-solid-gray-420 pl-3">
      <p>
        {filed === 0
          ? 'この月の特例業務の届出は、まだありません。'
          : `この月の特例業務の届出が${count(filed)}件あります。`}
        {mayFill && onHandingIn(filed)}
      </p>
      {health && (
        <p className="mt-1 font-700">
          月 100:00 以上、または平均 80:00 を超える見込みです。疲労と心身の状況の確認を、届出の画面で入力してください。
        </p>
      )}
      <p className="no-print mt-1">
        <Anchor to={paths.sectionExceptional(department, month)}>特例業務の届出を見る・直す</Anchor>
      </p>
    </div>
  );
}
