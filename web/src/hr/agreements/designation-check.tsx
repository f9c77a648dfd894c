import { count } from '@tokimori/wording/format';
import { useReading } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { Banner } from '../../components/banner.tsx';
import { StepSentences } from '../../components/reason-steps.tsx';

type Props = { readonly department: string; readonly from: string; readonly publishedOn: string };

/** What the designation would be, before it is made: told in time or not, few departments or too many. */
export function DesignationCheck(props: Props) {
  const { data } = useReading(routes.checkDesignation, { body: props }, { keep: true });
  if (data === undefined) return null;
  const title = data.warns
    ? 'この指定には、確かめるところがあります'
    : `${count(data.people)}人に、期限までに周知できます`;
  return (
    <div className="mt-6" role="status">
      <Banner kind={data.warns ? 'warning' : 'info'} title={title}>
        <StepSentences steps={data.steps} />
      </Banner>
    </div>
  );
}
