import { ApiProblem, ServerAway } from '../api/call.ts';

/** 事象, 原因 and 対処 as a page shows them. */
export type Trouble = { readonly what: string; readonly whyAndCure: string };

/** What to tell of an error. The server words its refusals itself; only what it cannot say is worded here. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiProblem) {
    const { title, detail, status } = error.problem;
    if (detail !== '') return { what: title, whyAndCure: detail };
    return status === 404 ? troubles.notFound : troubles.unexpected;
  }
  return error instanceof ServerAway ? troubles.away : troubles.unexpected;
}

export const troubles = {
  away: {
    what: '通信できません',
    whyAndCure:
      'サーバーから答えがありません。入力した内容は残っています。少し待って、もう一度操作してください。打刻はカード端末で記録されます。',
  },
  unexpected: {
    what: '画面を表示できませんでした',
    whyAndCure:
      '時守の中で思わぬ誤りが起きました。もう一度開いてください。繰り返すときは、情報システム担当に時刻と操作を知らせてください。',
  },
  notFound: {
    what: 'このページはありません',
    whyAndCure: 'アドレスが違うか、移動しています。メニューから開き直してください。',
  },
} as const satisfies Readonly<Record<string, Trouble>>;

/** The sentences of fields, as the server tells them. */
export const fieldErrorsOf = (error: unknown): readonly { readonly field: string; readonly message: string }[] =>
  error instanceof ApiProblem ? (error.problem.fields ?? []) : [];

/** The same for a form whose fields have a name before theirs: `until` of the server stands at `end-until`. */
export const fieldErrorsIn = (form: string, error: unknown): { readonly field: string; readonly message: string }[] =>
  fieldErrorsOf(error).map(({ field, message }) => ({ field: `${form}-${field}`, message }));
