import { useDeed } from '../../api/queries.ts';
import * as routes from '../../api/routes.ts';
import { announce } from '../../app/announce.ts';
import { EndDialog } from '../../app/end-dialog.tsx';

type Props = { readonly id: string; readonly name: string };

/** Ends the designation of a task from a day on, with the reason. */
export function EndTask({ id, name }: Props) {
  const deed = useDeed(routes.endTask);
  const words = { word: '指定を終える', day: '通常の業務に戻る日', reason: '指定を終える理由' };
  return (
    <EndDialog
      ending={{ id: 'task-end', title: `${name}の指定を終える`, ...words }}
      deed={deed}
      onEnd={({ on, reason }, { onSuccess, onError }) =>
        deed.mutate(
          { params: { id }, body: { until: on, reason } },
          {
            onSuccess: () => {
              announce('指定を終えました');
              onSuccess();
            },
            onError,
          },
        )
      }
    />
  );
}
