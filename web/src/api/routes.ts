import type * as administration from '@tokimori/contract/administration';
import type * as declarations from '@tokimori/contract/declarations';
import type * as differences from '@tokimori/contract/differences';
import type * as hr from '@tokimori/contract/hr';
import type * as imports from '@tokimori/contract/imports';
import type * as manager from '@tokimori/contract/manager';
import type * as measures from '@tokimori/contract/measures';
import type * as punches from '@tokimori/contract/punches';
import type * as reports from '@tokimori/contract/reports';
import type { RouteShape } from '@tokimori/contract/route';
import type * as session from '@tokimori/contract/session';
import type * as staff from '@tokimori/contract/staff';
import type { Ref } from './call.ts';

/**
 * Names a route of the contract. Method and path are checked against it by the compiler (and by the test beside);
 * only the types are imported, so that no schema is sent to the browser.
 */
const refer = <R extends RouteShape>(method: R['method'], path: R['path']): Ref<R> => ({ method, path });

// session
export const municipalities = refer<typeof session.municipalities>('get', '/municipalities');
export const signIn = refer<typeof session.signIn>('post', '/session');
export const signOut = refer<typeof session.signOut>('delete', '/session');
export const me = refer<typeof session.me>('get', '/me');
export const changePassword = refer<typeof session.changePassword>('post', '/me/password');

// 職員
export const punchMyself = refer<typeof punches.punchMyself>('post', '/my/punches');
export const today = refer<typeof staff.today>('get', '/my/today');
export const staffMonth = refer<typeof staff.staffMonth>('get', '/staff/:staff/months/:month');
export const why = refer<typeof staff.why>('get', '/staff/:staff/months/:month/why');
export const history = refer<typeof staff.history>('get', '/staff/:staff/history');
export const previewOvertime = refer<typeof staff.previewOvertime>('post', '/my/overtime/preview');
export const requestOvertime = refer<typeof staff.requestOvertime>('post', '/my/overtime');
export const myOvertime = refer<typeof staff.myOvertime>('get', '/my/overtime');
export const withdrawOvertime = refer<typeof staff.withdrawOvertime>('post', '/my/overtime/:id/withdraw');
export const reportCorrection = refer<typeof staff.reportCorrection>('post', '/my/corrections');

// 所属長
export const sectionToday = refer<typeof manager.sectionToday>('get', '/sections/:department/today');
export const sectionMonth = refer<typeof manager.sectionMonth>('get', '/sections/:department/months/:month');
export const orderOvertime = refer<typeof manager.orderOvertime>('post', '/overtime/:id/order');
export const orderMany = refer<typeof manager.orderMany>('post', '/overtime/order');
export const startOrder = refer<typeof manager.startOrder>('post', '/sections/:department/overtime');
export const returnOvertime = refer<typeof manager.returnOvertime>('post', '/overtime/:id/return');
export const rejectOvertime = refer<typeof manager.rejectOvertime>('post', '/overtime/:id/reject');
export const revokeOvertime = refer<typeof manager.revokeOvertime>('post', '/overtime/:id/revoke');
export const confirmOvertime = refer<typeof manager.confirmOvertime>('post', '/overtime/:id/confirm');
export const confirmMany = refer<typeof manager.confirmMany>('post', '/overtime/confirm');
export const decideCorrection = refer<typeof manager.decideCorrection>('post', '/corrections/:id/decide');
export const staffStanding = refer<typeof manager.staffStanding>('get', '/staff/:staff/standing');

// 人事課
export const cityMonth = refer<typeof hr.cityMonth>('get', '/city/months/:month');
export const cityLimits = refer<typeof hr.cityLimits>('get', '/city/months/:month/limits');
export const monthList = refer<typeof hr.monthList>('get', '/city/months/:month/staff');
export const departmentsView = refer<typeof hr.departmentsView>('get', '/departments');
export const designate = refer<typeof hr.designate>('post', '/designations');
export const endDesignation = refer<typeof hr.endDesignation>('post', '/designations/:department/end');
export const measuresView = refer<typeof measures.measuresView>('get', '/measures');
export const measuresFile = refer<typeof measures.measuresFile>('post', '/measures/file');
export const checkMeasures = refer<typeof measures.checkMeasures>('post', '/measures/check');
export const tryMeasures = refer<typeof measures.tryMeasures>('post', '/measures/trial');
export const decideMeasures = refer<typeof measures.decideMeasures>('post', '/measures');
export const duesView = refer<typeof measures.duesView>('get', '/dues');
export const settleDue = refer<typeof measures.settleDue>('post', '/dues/:id/settle');
export const findStaff = refer<typeof hr.findStaff>('get', '/staff');
export const checkImport = refer<typeof imports.checkImport>('post', '/imports');
export const runImport = refer<typeof imports.runImport>('post', '/imports/:id/run');
export const stopImport = refer<typeof imports.stopImport>('post', '/imports/:id/stop');
export const readImport = refer<typeof imports.readImport>('get', '/imports/:id');
export const listImports = refer<typeof imports.listImports>('get', '/imports');
export const importErrors = refer<typeof imports.importErrors>('get', '/imports/:id/errors');
export const listReports = refer<typeof reports.listReports>('get', '/reports');
export const report = refer<typeof reports.report>('get', '/reports/:name');
export const sagaOne = refer<typeof reports.sagaOne>('get', '/reports/saga-1/page');
export const sagaTwo = refer<typeof reports.sagaTwo>('get', '/reports/saga-2/page');
export const sagaFromFiles = refer<typeof reports.sagaFromFiles>('post', '/reports/saga/files');
export const listDevices = refer<typeof administration.listDevices>('get', '/devices');
export const addDevice = refer<typeof administration.addDevice>('post', '/devices');
export const revokeDevice = refer<typeof administration.revokeDevice>('post', '/devices/:device/revoke');
export const settings = refer<typeof administration.settings>('get', '/settings');
export const journal = refer<typeof administration.journal>('get', '/journal');

// 差異と申告の点検
export const dayDifference = refer<typeof differences.dayDifference>('get', '/staff/:staff/differences/:date');
export const investigateDifference = refer<typeof differences.investigateDifference>(
  'post',
  '/staff/:staff/differences/:date/investigate',
);
export const differencesMonth = refer<typeof differences.differencesMonth>('get', '/differences/months/:month');
export const differencesFile = refer<typeof differences.differencesFile>('get', '/differences/months/:month/file');
export const declarationsView = refer<typeof declarations.declarationsView>('get', '/declarations');
export const registerSurvey = refer<typeof declarations.registerSurvey>('post', '/declarations/surveys');
export const registerExplanation = refer<typeof declarations.registerExplanation>('post', '/declarations/explanations');
export const explanationPeople = refer<typeof declarations.explanationPeople>(
  'get',
  '/declarations/explanations/people',
);
