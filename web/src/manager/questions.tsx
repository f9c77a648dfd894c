import { eraMonth } from '@tokimori/wording/format';
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
        </>
      )}
    </WithSection>
  );
}
