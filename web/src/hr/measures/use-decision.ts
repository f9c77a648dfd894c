import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { mistakes, wrong } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import type { FieldError } from '../../components/error-summary.tsx';
import type { Written } from './head-fields.tsx';
import type { Checked } from './views.ts';

/** The decision: what was typed at the head is written first, then the whole is looked at, then it is decided. */
export function useDecision(write: () => Promise<Written>, reason: string, basis: string) {
  const navigate = useNavigate();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const deed = useDeed(routes.decideMeasures);
  const decide = useMutation({
    mutationFn: async (): Promise<readonly FieldError[]> => {
      const { text, problems } = await write();
      const checked = await call(routes.checkMeasures, { body: { text } });
      const found = [
        ...wrongIn(checked, problems),
        ...mistakes(wrong(reason.trim() === '', 'reason', '決める理由を入力してください')),
      ];
      if (found.length === 0) await deed.mutateAsync({ body: { text, reason: reason.trim(), basis } });
      return found;
    },
    onSuccess: setErrors,
  });
  // Behind the deed: the page no longer asks whether it may be left.
  useEffect(() => {
    if (!deed.isSuccess) return;
    announce('対策を決めました');
    void navigate({ to: paths.measures });
  }, [deed.isSuccess, navigate]);
  return { decide, errors, isDone: deed.isSuccess };
}

/** What keeps the measures from being decided: at the head, in measures, or in the file alone. */
function wrongIn({ problems, draft }: Checked, ofHead: readonly FieldError[]): readonly FieldError[] {
  const head = ofHead.length > 0 ? ofHead : (draft?.headProblems ?? []);
  const isInMeasures = draft?.measures.some((each) => each.problems.length > 0) ?? false;
  return [
    ...head,
    ...mistakes(
      wrong(isInMeasures, 'measures', '直すところのある対策があります。「直す」から直してください'),
      wrong(
        problems.length > 0 && !isInMeasures && head.length === 0,
        'file',
        '対策のファイルに直すところがあります。行ごとの説明を見てください',
      ),
    ),
  ];
}
