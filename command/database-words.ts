import type { Complaint } from './refusal.ts';

type Cure = { readonly ja: string; readonly en: string };

const checkUser: Cure = {
  ja: 'DATABASE_URL の利用者名と合言葉を確かめてください。',
  en: 'Check the user and the password in DATABASE_URL.',
};
/** What to do about an answer of PostgreSQL, by its SQLSTATE. */
const cures: Readonly<Record<string, Cure>> = {
  '3D000': {
    ja: 'DATABASE_URL のデータベースの名前を確かめるか、そのデータベースを作ってください。',
    en: 'Check the name of the database in DATABASE_URL, or create it.',
  },
  '28000': checkUser,
  '28P01': checkUser,
  '42501': {
    ja: 'データベースの持ち主で、CREATEROLE のある利用者を、DATABASE_URL か DATABASE_OWNER_URL に指定してください。',
    en: 'Give the owner of the database, with CREATEROLE, in DATABASE_URL or DATABASE_OWNER_URL.',
  },
  '53100': {
    ja: 'データベースのあるディスクの空きを増やしてから、もう一度実行してください。',
    en: 'Free some space on the disk of the database, then try again.',
  },
};
const elsewise: Cure = {
  ja: 'DATABASE_URL のデータベースの設定を確かめてください。',
  en: 'Check the database of DATABASE_URL.',
};

/** What PostgreSQL or the way to it refused, in words; undefined for an error of another kind. */
export function databaseComplaint(error: Error): Complaint | undefined {
  if ('code' in error && String(error.code).startsWith('store.')) {
    const told = reasonIn(error.cause);
    return {
      why: { ja: `データベースにつながりません${told}。`, en: `The database cannot be reached${told}.` },
      cure: {
        ja: 'データベースが動いているか、DATABASE_URL のホストとポートが正しいかを確かめて、もう一度実行してください。',
        en: 'Check that it runs, and the host and port in DATABASE_URL, then try again.',
      },
    };
  }
  const answer = answerOf(error);
  if (answer === undefined) return undefined;
  return {
    why: {
      ja: `データベースが受け付けません(${answer.message})。`,
      en: `The database refuses (${answer.message}).`,
    },
    cure: cures[answer.code] ?? elsewise,
  };
}

/** The answer of PostgreSQL in an error or beneath it. */
function answerOf(error: unknown): { readonly code: string; readonly message: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('severity' in error && 'code' in error) return { code: String(error.code), message: error.message };
  return answerOf(error.cause);
}

function reasonIn(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  const message = cause.message || ('code' in cause ? String(cause.code) : '');
  return message === '' ? '' : `(${message})`;
}
