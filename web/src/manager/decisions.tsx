import { PageTitle } from '../components/section.tsx';
import { DecisionList } from './decision-list.tsx';
import { WithSection } from './section-of.tsx';

/** 決裁: only the requests that wait. */
export function DecisionsPage() {
  return (
    <WithSection title="決裁">
      {(view) => (
        <>
          <PageTitle facts={view.name}>決裁</PageTitle>
          <DecisionList view={view} />
        </>
      )}
    </WithSection>
  );
}
