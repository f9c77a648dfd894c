import type { RouteShape } from '@tokimori/contract/route';
import { readMe } from '../access/me.ts';
import { refuse } from '../access/refusal.ts';
import type { Session, Sessions } from '../access/session.ts';
import type { SignIn } from '../access/sign-in.ts';
import type { DemoAccount } from '../demo/demo-accounts.ts';
import type { Imports } from '../exchange/import-run.ts';
import { listReports, report, sagaFromFiles, sagaOne, sagaTwo } from '../exchange/reports.ts';
import type { PunchWriter } from '../punches/punch-writer.ts';
import { punchMyself, recordSent } from '../punches/record-punches.ts';
import { addDevice, journal, listDevices, revokeDevice, settings } from '../use-cases/administration.ts';
import { approvedUntil } from '../use-cases/approved-until.ts';
import { cityLimits, cityMonth } from '../use-cases/city.ts';
import { decideCorrection, reportCorrection } from '../use-cases/corrections.ts';
import { declarationsView } from '../use-cases/declarations/declarations.ts';
import { explanationPeople, registerExplanation } from '../use-cases/declarations/explanations.ts';
import { registerSurvey } from '../use-cases/declarations/surveys.ts';
import { departmentsView, designate, endDesignation } from '../use-cases/departments.ts';
import { dayDifference, investigateDifference } from '../use-cases/differences/day.ts';
import { differencesFile, differencesMonth } from '../use-cases/differences/month.ts';
import { history } from '../use-cases/history.ts';
import { duesView, settleDue } from '../use-cases/measures/dues.ts';
import { checkMeasures, decideMeasures, measuresFile, measuresView } from '../use-cases/measures/measures.ts';
import { tryMeasures } from '../use-cases/measures/trial.ts';
import { confirmMany, confirmOvertime } from '../use-cases/overtime-confirmation.ts';
import {
  orderMany,
  orderOvertime,
  rejectOvertime,
  returnOvertime,
  revokeOvertime,
  startOrder,
} from '../use-cases/overtime-decision.ts';
import { myOvertime, previewOvertime, requestOvertime, withdrawOvertime } from '../use-cases/overtime-request.ts';
import { findStaff, monthList } from '../use-cases/people.ts';
import { sectionMonth, sectionToday } from '../use-cases/section.ts';
import { staffMonth, staffStanding } from '../use-cases/staff-month.ts';
import { today } from '../use-cases/staff-today.ts';
import { why } from '../use-cases/why.ts';
import type { Call, Handler, Handlers, UseCase } from './call.ts';

/** What handlers need beside the context. */
export type Services = {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly punches: PunchWriter;
  readonly imports: Imports;
  readonly demo: boolean;
  readonly demoAccounts: readonly DemoAccount[];
};

/** The answer to every route, by its name: a route without one does not compile. */
export function handlersOf(services: Services): Handlers {
  return {
    ...sessionHandlers(services),
    recordPunches: (input, { context, device }) => recordSent(context, services.punches, device, input),
    approvedUntil: (input, { context, device }) => approvedUntil(context, device, input),
    punchMyself: (input, { context, actor }) => punchMyself(context, services.punches, actor, input),
    ...staffHandlers,
    ...managerHandlers,
    ...cityHandlers,
    ...reportHandlers,
    ...importHandlers(services.imports),
    ...measureHandlers,
    ...differenceHandlers,
    ...administrationHandlers,
  };
}

function by<R extends RouteShape>(useCase: UseCase<R>): Handler<R> {
  return (input, { context, actor }) => useCase(context, actor, input);
}

function sessionHandlers({ sessions, signIn, demo, demoAccounts }: Services) {
  return {
    municipalities: async (_input, { context }) => {
      const municipalities = (await context.store.municipalities()).map(({ code, name }) => ({ code, name }));
      return { municipalities, demo, ...(demo ? { demoAccounts: [...demoAccounts] } : {}) };
    },
    signIn: async (input, { cookie, giveCookie }) => {
      const signedIn = await signIn.signIn(input, cookie);
      giveCookie(signedIn.cookie);
      return { mustChangePassword: signedIn.mustChangePassword };
    },
    signOut: async (_input, { cookie, giveCookie }) => {
      await sessions.end(cookie);
      giveCookie(undefined);
      return { signedOut: true };
    },
    me: (_input, call) => readMe(call.context, sessionOf(call)),
    changePassword: async (input, call) => {
      call.giveCookie(await signIn.changePassword(sessionOf(call), input));
      return { changed: true };
    },
  } satisfies Partial<Handlers>;
}

function sessionOf({ session }: Call): Session {
  return (
    session ??
    refuse('session.required', { status: 401, title: 'ログインしていません', detail: 'ログインしてください。' })
  );
}

const staffHandlers = {
  today: by(today),
  staffMonth: by(staffMonth),
  staffStanding: by(staffStanding),
  why: by(why),
  history: by(history),
  previewOvertime: by(previewOvertime),
  requestOvertime: by(requestOvertime),
  myOvertime: by(myOvertime),
  withdrawOvertime: by(withdrawOvertime),
  reportCorrection: by(reportCorrection),
} satisfies Partial<Handlers>;

const managerHandlers = {
  sectionToday: by(sectionToday),
  sectionMonth: by(sectionMonth),
  orderOvertime: by(orderOvertime),
  orderMany: by(orderMany),
  startOrder: by(startOrder),
  returnOvertime: by(returnOvertime),
  rejectOvertime: by(rejectOvertime),
  revokeOvertime: by(revokeOvertime),
  confirmOvertime: by(confirmOvertime),
  confirmMany: by(confirmMany),
  decideCorrection: by(decideCorrection),
} satisfies Partial<Handlers>;

const cityHandlers = {
  cityMonth: by(cityMonth),
  cityLimits: by(cityLimits),
  monthList: by(monthList),
  findStaff: by(findStaff),
  departmentsView: by(departmentsView),
  designate: by(designate),
  endDesignation: by(endDesignation),
} satisfies Partial<Handlers>;

const measureHandlers = {
  measuresView: by(measuresView),
  measuresFile: by(measuresFile),
  checkMeasures: by(checkMeasures),
  tryMeasures: by(tryMeasures),
  decideMeasures: by(decideMeasures),
  duesView: by(duesView),
  settleDue: by(settleDue),
} satisfies Partial<Handlers>;

const differenceHandlers = {
  dayDifference: by(dayDifference),
  investigateDifference: by(investigateDifference),
  differencesMonth: by(differencesMonth),
  differencesFile: by(differencesFile),
  declarationsView: by(declarationsView),
  registerSurvey: by(registerSurvey),
  registerExplanation: by(registerExplanation),
  explanationPeople: by(explanationPeople),
} satisfies Partial<Handlers>;

const reportHandlers = {
  listReports: by(listReports),
  report: by(report),
  sagaOne: by(sagaOne),
  sagaTwo: by(sagaTwo),
  sagaFromFiles: by(sagaFromFiles),
} satisfies Partial<Handlers>;

function importHandlers(imports: Imports) {
  return {
    checkImport: by(imports.checkImport),
    runImport: by(imports.runImport),
    stopImport: by(imports.stopImport),
    readImport: by(imports.readImport),
    listImports: by(imports.listImports),
    importErrors: by(imports.importErrors),
  } satisfies Partial<Handlers>;
}

const administrationHandlers = {
  listDevices: by(listDevices),
  addDevice: by(addDevice),
  revokeDevice: by(revokeDevice),
  settings: by(settings),
  journal: by(journal),
} satisfies Partial<Handlers>;
