import { useState } from 'react';
import { TextArea } from '../../components/fields.tsx';
import { FileProblems } from '../file-problems.tsx';
import type { Checked } from './views.ts';

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly checked: Checked | undefined;
  readonly error: string | undefined;
};

/** Whether something is wrong that no field shows: what stands in the file alone. */
const isWrongInFile = ({ problems, draft }: Checked): boolean =>
  draft === null ||
  (problems.length > 0 &&
    draft.headProblems.length === 0 &&
    draft.measures.every((each) => each.problems.length === 0));

/** The file itself, for those who write it; looked at line by line. It opens where only the file can be put right. */
export function FilePart({ text, onText, checked, error }: Props) {
  // Once opened it stays so: it does not close under the hand of whoever writes.
  const [opened, setOpened] = useState(false);
  const isOpen = opened || error !== undefined || (checked !== undefined && isWrongInFile(checked));
  return (
    <details className="mt-10" open={isOpen} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer py-2 text-blue-900 underline">ファイル(YAML)で直す</summary>
      <p>情報システム担当などが、まとめて書き直すときに使います。上の欄とファイルは、同じ内容です。</p>
      <div className="file-text">
        <TextArea
          id="file"
          label="対策のファイル(YAML)"
          required
          rows={24}
          value={text}
          onChange={onText}
          error={error}
        />
      </div>
      <FileProblems problems={checked?.problems ?? []} />
    </details>
  );
}
