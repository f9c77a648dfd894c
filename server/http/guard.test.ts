import type { Role, RouteShape } from '@tokimori/contract/route';
import { type RouteName, routes } from '@tokimori/contract/routes';
import { describe, expect, test } from 'vitest';
import type { Devices } from '../access/device.ts';
import { Refusal } from '../access/refusal.ts';
import type { Session, Sessions } from '../access/session.ts';
import { admit, type Credentials } from './guard.ts';

const roles: readonly Role[] = ['staff', 'manager', 'hr', 'executive', 'auditor', 'admin', 'union', 'deputy'];
const session = (...held: Role[]): Session => ({
  actor: { municipality: '352101', login: 'x', staff: null, roles: held },
  name: 'x',
  csrf: 'right',
  factors: ['password'],
  mustChangePassword: false,
  tokenHash: Buffer.alloc(32),
});
const doors = (found: Session | undefined): { sessions: Sessions; devices: Devices } => ({
  sessions: { find: async (cookie: string | undefined) => (cookie === 'good' ? found : undefined) } as Sessions,
  devices: { find: async (token) => (token === 'Bearer good' ? { municipality: '352101', device: 'd' } : undefined) },
});
const credentials = (given: Partial<Credentials> = {}): Credentials => ({
  authorization: undefined,
  cookie: 'good',
  csrf: 'right',
  fetchSite: undefined,
  ...given,
});
const outcome = async (route: RouteShape, found: Session | undefined, given: Partial<Credentials> = {}) => {
  try {
    await admit(route, credentials(given), doors(found));
    return 'admitted';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** Who may call what, written out: opening a route to another role has to change this table too. */
const everybody = roles.join(' ');
const cityReaders = 'hr executive auditor';
const breachReaders = 'manager hr executive auditor';
const open: Readonly<Record<RouteName, string>> = {
  municipalities: 'public',
  signIn: 'public',
  signOut: everybody,
  me: everybody,
  changePassword: everybody,
  today: 'staff',
  previewOvertime: 'staff',
  requestOvertime: 'staff',
  myOvertime: 'staff',
  withdrawOvertime: 'staff',
  reportCorrection: 'staff',
  punchMyself: 'staff',
  staffMonth: everybody,
  why: everybody,
  history: everybody,
  staffStanding: everybody,
  sectionToday: 'manager hr deputy',
  sectionMonth: 'manager hr deputy',
  decideCorrection: 'manager hr',
  planView: 'manager hr executive auditor union',
  planPaper: 'manager hr executive auditor union',
  savePlan: 'manager',
  agreePlan: 'manager union',
  receivePlan: 'hr',
  returnPlan: 'manager hr union',
  plansOfMonth: cityReaders,
  plansForUnion: 'union',
  writeReportMeasures: 'manager hr',
  settleReportMeasure: 'manager hr',
  dailyClose: 'manager hr',
  closeShares: cityReaders,
  supportView: 'staff manager hr',
  requestSupport: 'manager',
  closeSupport: 'manager hr',
  registerSupporter: 'staff manager hr',
  consentSupporter: 'manager',
  endSupporter: 'staff manager hr',
  matchSupport: 'staff manager hr',
  acceptSupport: 'manager',
  declineSupport: 'staff manager hr',
  enterSupportHours: 'staff manager hr',
  confirmSupportHours: 'manager',
  supportSums: 'manager hr executive auditor',
  orderOvertime: 'manager deputy',
  orderMany: 'manager deputy',
  startOrder: 'manager deputy',
  returnOvertime: 'manager deputy',
  rejectOvertime: 'manager deputy',
  revokeOvertime: 'manager deputy',
  confirmOvertime: 'manager deputy',
  correctOvertime: 'manager deputy',
  confirmedResults: 'manager deputy hr',
  confirmMany: 'manager deputy',
  settleMany: 'manager deputy',
  mandatesView: 'manager hr',
  mandateCandidates: 'manager hr',
  giveMandate: 'manager hr',
  endMandate: 'manager hr',
  recordAbsence: 'manager hr',
  endAbsence: 'manager hr',
  openApprovals: 'manager hr deputy',
  waitingNotices: everybody,
  noticeSettings: everybody,
  chooseNotices: everybody,
  sayNoticeAddress: everybody,
  urgentThings: everybody,
  seeAfterwards: 'manager',
  peopleOnBehalf: 'staff manager hr',
  requestOnBehalf: 'staff manager hr',
  withdrawOnBehalf: 'staff manager hr',
  revokeOnBehalf: 'staff manager hr',
  objectTo: 'staff',
  answerObjection: 'manager hr',
  dayDifference: everybody,
  investigateDifference: 'hr',
  differencesMonth: 'manager hr executive auditor',
  differencesFile: 'manager hr executive auditor',
  declarationsView: cityReaders,
  registerSurvey: 'hr',
  registerExplanation: 'hr',
  explanationPeople: 'hr',
  cityMonth: cityReaders,
  cityLimits: cityReaders,
  monthList: cityReaders,
  listReports: cityReaders,
  report: cityReaders,
  sagaOne: 'manager hr executive auditor',
  sagaTwo: cityReaders,
  departmentsView: 'hr executive auditor admin',
  findStaff: 'manager hr executive auditor',
  designate: 'hr',
  endDesignation: 'hr',
  measuresView: cityReaders,
  measuresFile: 'hr',
  checkMeasures: 'hr',
  changeMeasures: 'hr',
  measureWords: 'hr',
  tryMeasures: 'hr',
  trialFile: 'hr',
  decideMeasures: 'hr',
  duesView: 'staff manager hr executive',
  dueList: 'staff manager hr executive',
  dueListFile: 'staff manager hr executive',
  breachesView: breachReaders,
  breachView: breachReaders,
  breachAnalysis: breachReaders,
  breachFile: breachReaders,
  reviewsView: breachReaders,
  reviewView: breachReaders,
  reductionsView: breachReaders,
  reductionView: breachReaders,
  draftBreach: 'manager',
  completeBreach: 'manager',
  returnBreach: 'hr',
  writeReview: 'manager hr',
  reductionForm: 'manager hr',
  registerReduction: 'manager hr',
  changeReduction: 'manager hr',
  moveReduction: 'manager hr',
  settleDue: 'staff manager hr executive',
  formsView: 'staff manager hr executive auditor',
  formView: 'staff manager hr executive auditor',
  formPaper: 'staff manager hr executive auditor',
  formWorkbook: 'staff manager hr executive auditor',
  orderBookPaper: 'staff manager hr executive auditor',
  orderGuidePaper: 'staff manager hr executive auditor',
  saveForm: 'staff manager hr executive',
  submitForm: 'staff manager hr executive',
  stampForm: 'staff manager hr executive',
  returnForm: 'staff manager hr executive',
  reopenForm: 'staff manager hr executive',
  formSettings: 'hr auditor',
  chooseForms: 'hr',
  giveFormOffice: 'hr',
  endFormOffice: 'hr',
  startPrint: 'hr',
  readPrint: 'hr',
  printFile: 'hr',
  sagaFromFiles: 'hr',
  checkImport: 'hr admin',
  runImport: 'hr admin',
  stopImport: 'hr admin',
  readImport: 'hr admin',
  listImports: 'hr admin',
  importErrors: 'hr admin',
  registersOverview: 'staff manager hr executive auditor',
  sectionSheetView: 'staff manager hr executive auditor',
  sectionSheetPaper: 'staff manager hr executive auditor',
  sectionSheetFile: 'staff manager hr executive auditor',
  bureausMonthlyView: 'staff manager hr executive auditor',
  progressView: 'manager hr executive auditor',
  progressTrend: 'manager hr executive auditor',
  progressPaper: 'manager hr executive auditor',
  workReviewsPaper: 'manager hr executive auditor',
  digitalEffectsPaper: 'manager hr executive auditor',
  workReviews: 'manager hr executive auditor',
  workReviewEntry: 'manager hr executive auditor',
  digitalEffects: 'manager hr executive auditor',
  digitalEffectEntry: 'manager hr executive auditor',
  keepWorkReview: 'manager hr',
  keepDigitalEffect: 'manager hr',
  listDevices: 'admin',
  addDevice: 'admin',
  revokeDevice: 'admin',
  settings: 'hr auditor admin',
  journal: 'hr auditor',
  closingView: 'manager hr executive auditor',
  sectionClosing: 'manager hr executive auditor',
  closeSection: 'manager hr',
  reopenSection: 'hr',
  askReopening: 'manager',
  remindClosing: 'hr',
  closeMunicipality: 'hr',
  payExports: 'hr auditor',
  payFile: 'hr auditor',
  payLayout: 'hr auditor',
  exportPayHours: 'hr',
  checkPayLayout: 'hr',
  decidePayLayout: 'hr',
  recordPunches: 'device',
  approvedUntil: 'device',
  agreementsView: cityReaders,
  agreementView: cityReaders,
  checkAgreement: 'hr',
  saveAgreement: 'hr',
  endAgreement: 'hr',
  setCategory: 'hr',
  recordDisaster: 'hr manager',
  myNotices: 'staff',
  acknowledgeDesignation: 'staff',
  designationNotices: 'hr manager auditor',
  checkDesignation: 'hr',
  tasksView: cityReaders,
  designateTask: 'hr',
  endTask: 'hr',
  checkPriorNotice: 'manager hr',
  filePriorNotice: 'manager',
  withdrawPriorNotice: 'manager',
  sectionExceptional: 'manager hr',
  cityExceptional: cityReaders,
  noticeOfRequest: 'manager hr',
};

describe('every role at every route', () => {
  test.each(Object.entries(routes) as [RouteName, RouteShape][])('%s', async (name, route) => {
    if (open[name] === 'public' || open[name] === 'device') expect(route.access).toBe(open[name]);
    else {
      const admitted = await Promise.all(
        roles.map(async (role) => [role, await outcome(route, session(role))] as const),
      );
      const expected = roles.map((role) => [role, open[name].split(' ').includes(role) ? 'admitted' : 'access.denied']);
      expect(admitted).toEqual(expected);
      expect(await outcome(route, undefined)).toBe('session.required');
      expect(await outcome(route, session(...roles), { cookie: undefined })).toBe('session.required');
      expect(await outcome(route, session(...roles), { csrf: 'wrong' })).toBe(
        route.method === 'get' ? 'admitted' : 'session.csrf',
      );
      expect(await outcome(route, session(...roles), { csrf: undefined })).toBe(
        route.method === 'get' ? 'admitted' : 'session.csrf',
      );
    }
  });

  test('a session without any role opens only what is open to everybody', async () => {
    for (const route of Object.values(routes) as RouteShape[]) {
      const admitted = route.access === 'public' || route.access === 'signedIn';
      if (route.access !== 'device')
        expect(await outcome(route, session())).toBe(admitted ? 'admitted' : 'access.denied');
    }
  });

  test('a route with an access the guard does not know stays closed', async () => {
    const route = { method: 'get', path: '/x', access: [] as const, summary: '' } satisfies RouteShape;
    expect(await outcome(route, session(...roles))).toBe('access.denied');
  });
});

test('terminals come in by token only, and nowhere else', async () => {
  expect(await outcome(routes.recordPunches, session(...roles))).toBe('device.token');
  expect(await outcome(routes.recordPunches, undefined, { authorization: 'Bearer good' })).toBe('admitted');
  expect(await outcome(routes.me, undefined, { authorization: 'Bearer good' })).toBe('session.required');
});

test('pages of other sites may not write, not even sign in', async () => {
  expect(await outcome(routes.signIn, undefined, { fetchSite: 'cross-site' })).toBe('http.cross-site');
  expect(await outcome(routes.signIn, undefined, { fetchSite: 'same-origin' })).toBe('admitted');
});

test('who has to change the password first gets nowhere else', async () => {
  const fresh = { ...session(...roles), mustChangePassword: true };
  expect(await outcome(routes.settings, fresh)).toBe('session.password-change');
  for (const route of [routes.me, routes.changePassword, routes.signOut])
    expect(await outcome(route, fresh)).toBe('admitted');
});
