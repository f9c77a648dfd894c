import type { Context } from '@tokimori/server/context';
import { InputRefused, WrongUsage } from './refusal.ts';
import { asRefusal } from './server-refusals.ts';

/** Reads `--municipality`. @throws WrongUsage */
export function municipalityOf(given: string): string {
  if (/^\d{6}$/.test(given)) return given;
  throw new WrongUsage({
    ja: `--municipality には6桁の団体コードを指定してください(「${given}」は指定できません)。`,
    en: `--municipality takes a code of six digits, not "${given}".`,
  });
}

/** Reads `YYYY-MM`. @throws WrongUsage */
export function monthOption(name: string, given: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(given)) return given;
  throw new WrongUsage({
    ja: `${name} には 2026-10 の形で年月を指定してください(「${given}」は指定できません)。`,
    en: `${name} takes a month such as 2026-10, not "${given}".`,
  });
}

const notDone = { ja: 'データベースを使えません。', en: 'The database cannot be used.' };

async function demandMunicipality(context: Context, code: string): Promise<void> {
  const known = await context.store.municipalities();
  if (known.some((municipality) => municipality.code === code)) return;
  const list = known.map((municipality) => `${municipality.code} ${municipality.name}`).join('、');
  throw new InputRefused({ ja: '団体が見つかりません。', en: 'The municipality is not there.' }, [
    {
      why: { ja: `団体コード ${code} は登録されていません。`, en: `The code ${code} is not registered.` },
      cure: {
        ja: list === '' ? '先に団体を登録してください(tokimori municipality FILE)。' : `登録されている団体: ${list}`,
        en: list === '' ? 'Register it first (tokimori municipality FILE).' : `Registered: ${list}`,
      },
    },
  ]);
}

/** Opens the installation (embedded or `DATABASE_URL`), does the deed, and closes it again. */
export async function withInstallation<T>(
  given: { readonly data: string | undefined; readonly environment: NodeJS.ProcessEnv },
  deed: (context: Context) => Promise<T>,
): Promise<T> {
  const { openInstallation } = await import('@tokimori/server/open-installation');
  const { serverLog } = await import('@tokimori/server/runtime/server-log');
  const log = serverLog(given.environment.TOKIMORI_LOG ?? 'warn');
  return asRefusal(notDone, async () => {
    const installation = await openInstallation({ data: given.data, databaseUrl: given.environment.DATABASE_URL, log });
    try {
      return await deed(installation.context);
    } finally {
      await installation.close();
    }
  });
}

/** As `withInstallation`, for a municipality that must be there. */
export async function withMunicipality<T>(
  given: { readonly municipality: string; readonly data: string | undefined; readonly environment: NodeJS.ProcessEnv },
  deed: (context: Context, code: string) => Promise<T>,
): Promise<T> {
  const code = municipalityOf(given.municipality);
  return withInstallation(given, async (context) => {
    await demandMunicipality(context, code);
    return deed(context, code);
  });
}
