import type { AgreementCheckView } from '@tokimori/contract/agreements';
import { StepSentences } from '../../components/reason-steps.tsx';
import { sentenceOf } from '../../wording/steps.ts';

const groups = [
  { kind: 'violation', title: '法に合わないところ', tone: 'text-red-900' },
  { kind: 'missing', title: '足りない項目', tone: 'text-red-900' },
  { kind: 'notice', title: '確かめるところ', tone: '' },
] as const;

/** Ids of the fields that stand for a place of the law. */
const fieldOf = (path: string): string =>
  ({ representative: 'representative.name', appdxTable1: 'department', lines: 'add-line', workplace: 'department' })[
    path
  ] ?? path;

/** What the law says of the agreement as it is written: every place leads to its field. */
export function CheckResult({ check }: { readonly check: AgreementCheckView }) {
  const open = check.findings.filter(({ kind }) => kind !== 'notice').length;
  return (
    <div role="status">
      <p className="mt-3 font-700">
        {open > 0
          ? `直すところが ${open}か所あります。${check.taken ? '下書きとして保存できます。' : '法の上限を超えるところを直すと、保存できます。'}`
          : check.from === null
            ? '法の項目がそろっています。届け出た日を入力すると、効力のある協定になります。'
            : '法の項目がそろっています。登録すると、効力のある協定になります。'}
      </p>
      {groups.map(({ kind, title, tone }) => {
        const found = check.findings.filter((finding) => finding.kind === kind);
        return found.length === 0 ? null : (
          <div key={kind} className="mt-3">
            <h3 className={`text-[1rem] ${tone}`}>{title}</h3>
            <ul className="list-disc pl-5">
              {found.map((finding) => (
                <li key={`${finding.path} ${finding.step.says}`}>
                  <a
                    href={`#${fieldOf(finding.path)}`}
                    className="link"
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(fieldOf(finding.path))?.focus();
                    }}
                  >
                    {sentenceOf(finding.step)}
                  </a>
                  {finding.step.citation !== null && (
                    <span className="prose-small ml-1">
                      ({finding.step.citation.title}
                      {finding.step.citation.place})
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <div className="mt-3">
        <StepSentences steps={check.steps} />
      </div>
    </div>
  );
}
