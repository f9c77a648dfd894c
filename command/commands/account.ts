import type { Command } from 'commander';
import { withMunicipality } from '../open-installation.ts';
import { print, type Surroundings } from '../output.ts';
import { WrongUsage } from '../refusal.ts';

const roles = ['staff', 'manager', 'hr', 'executive', 'auditor', 'admin', 'union'] as const;
type Role = (typeof roles)[number];
type Options = { municipality: string; roles: string; name?: string; staff?: string; data?: string };

function rolesOf(given: string): readonly Role[] {
  const wanted = given.split(',').map((role) => role.trim());
  const known = wanted.filter((role): role is Role => roles.some((r) => r === role));
  if (known.length === wanted.length && known.length > 0) return known;
  throw new WrongUsage({
    ja: `--roles には ${roles.join('、')} をカンマで区切って指定してください。`,
    en: `--roles takes ${roles.join(', ')}, separated by commas.`,
  });
}

/** `tokimori account LOGIN`: makes an account, or gives one new roles and a new password, which is shown once. */
export function addAccount(program: Command, { language, environment }: Surroundings): Command {
  const ja = language === 'ja';
  return program
    .command('account')
    .argument('<LOGIN>', ja ? 'ログイン名(ふつうは職員番号)' : 'login, usually the staff number')
    .usage('LOGIN --municipality CODE --roles ROLES')
    .summary(ja ? 'アカウントを作る、パスワードを再設定する' : 'make an account, or set its password again')
    .description(
      ja
        ? 'アカウントを作り、仮のパスワードを一度だけ表示します。最初のログインで変更します。すでにあるアカウントには、役割と新しい仮のパスワードを付け直します。'
        : 'Makes an account and shows its first password once; it must be changed at the first sign-in.',
    )
    .requiredOption('--municipality <CODE>', ja ? '団体コード(6桁)' : 'code of the municipality (six digits)')
    .requiredOption('--roles <ROLES>', ja ? `役割(${roles.join(',')} をカンマ区切り)` : `roles (${roles.join(',')})`)
    .option('--name <NAME>', ja ? '氏名(職員でない人)' : 'name (of somebody who is not staff)')
    .option('--staff <NUMBER>', ja ? '職員番号(既定は LOGIN と同じ番号の職員)' : 'staff number (default: as LOGIN)')
    .option('--data <DIR>', ja ? 'データの置き場所' : 'where the data are kept')
    .action(async (login: string, options: Options) => {
      const given = rolesOf(options.roles);
      const { createAccount } = await import('@tokimori/server/installation/create-account');
      const password = await withMunicipality(
        { municipality: options.municipality, data: options.data, environment },
        (context, code) =>
          createAccount(context, code, {
            login,
            roles: given,
            staff: options.staff ?? null,
            name: options.name ?? null,
          }),
      );
      await print([
        ja
          ? `${login} の仮のパスワード: ${password}\n最初のログインで変更してください。\n`
          : `First password of ${login}: ${password}\n`,
      ]);
    });
}
