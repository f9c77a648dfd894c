import { addressOf } from '../api/call.ts';
import * as routes from '../api/routes.ts';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import type { SectionMonthView } from './views.ts';

/** What else a head does for the section and its month, each a page or a paper of its own. */
export function SectionLinks({ view }: { readonly view: SectionMonthView }) {
  const { department, month } = view;
  // A running month is not closed yet: the one before is.
  const closing = month === view.today.slice(0, 7) ? (view.previous ?? month) : month;
  return (
    <nav aria-label="課の仕事" className="no-print mt-3 flex flex-wrap gap-x-5 gap-y-2">
      <Anchor to={paths.planOf(department)}>時間外勤務実施計画書</Anchor>
      <Anchor to={paths.closeOf(department)}>終礼</Anchor>
      <Anchor to={paths.support}>応援</Anchor>
      <Anchor to={paths.sectionExceptional(department, month)}>特例業務の届出</Anchor>
      <Anchor to={paths.sectionClosing(department, closing)}>月の締め</Anchor>
      <Anchor to={paths.breaches}>上限を超えた記録を書く・見る</Anchor>
      <Anchor to={paths.formsOf(month)}>様式</Anchor>
      <Anchor to={paths.sectionSheet(department, month)}>マネジメントシート</Anchor>
      <Anchor to={paths.registers}>進捗と効果</Anchor>
      <a className="link" href={addressOf(routes.orderBookPaper.path, {}, { month, department })} download>
        命令簿(PDF)
      </a>
    </nav>
  );
}
