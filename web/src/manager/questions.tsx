import { eraMonth } from '@tokimori/wording/format';
import { paths } from '../app/paths.ts';
import { Anchor } from '../components/button.tsx';
import { PageTitle } from '../components/section.tsx';
import { QuestionTable } from './question-table.tsx';
import { WithSection } from './section-of.tsx';

/** 差異の確認: differences and missing punches of the month. */
export function QuestionsPage() {
  return (
    <WithSection title="差異の確認">
      {(view) => (
        <>
          <PageTitle facts={`${view.name}・${eraMonth(view.month)}`}>差異の確認</PageTitle>
          <QuestionTable view={view} />
          <p className="no-print mt-6">
            <Anchor to={paths.differences(view.month)}>差異の状況(件数・時間・期限切れ)を見る</Anchor>
          </p>
        </>
      )}
    </WithSection>
  );
}
