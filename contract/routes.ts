import { addDevice, journal, listDevices, revokeDevice, settings } from './administration.ts';
import { declarationsView, explanationPeople, registerExplanation, registerSurvey } from './declarations.ts';
import { dayDifference, differencesFile, differencesMonth, investigateDifference } from './differences.ts';
import { cityLimits, cityMonth, departmentsView, designate, endDesignation, findStaff, monthList } from './hr.ts';
import { checkImport, importErrors, listImports, readImport, runImport, stopImport } from './imports.ts';
import {
  confirmMany,
  confirmOvertime,
  decideCorrection,
  orderMany,
  orderOvertime,
  rejectOvertime,
  returnOvertime,
  revokeOvertime,
  sectionMonth,
  sectionToday,
  staffStanding,
  startOrder,
} from './manager.ts';
import {
  checkMeasures,
  decideMeasures,
  duesView,
  measuresFile,
  measuresView,
  settleDue,
  tryMeasures,
} from './measures.ts';
import { approvedUntil } from './pc-control.ts';
import { punchMyself, recordPunches } from './punches.ts';
import { listReports, report, sagaFromFiles, sagaOne, sagaTwo } from './reports.ts';
import type { RouteShape } from './route.ts';
import { changePassword, me, municipalities, signIn, signOut } from './session.ts';
import {
  history,
  myOvertime,
  previewOvertime,
  reportCorrection,
  requestOvertime,
  staffMonth,
  today,
  why,
  withdrawOvertime,
} from './staff.ts';

/** Every route of `/api/v1` by its name. Server, OpenAPI and client are made from this table. */
export const routes = {
  municipalities,
  signIn,
  signOut,
  me,
  changePassword,
  today,
  staffMonth,
  why,
  history,
  previewOvertime,
  requestOvertime,
  myOvertime,
  withdrawOvertime,
  reportCorrection,
  sectionToday,
  sectionMonth,
  orderOvertime,
  orderMany,
  startOrder,
  returnOvertime,
  rejectOvertime,
  revokeOvertime,
  confirmOvertime,
  confirmMany,
  decideCorrection,
  staffStanding,
  cityMonth,
  cityLimits,
  monthList,
  departmentsView,
  designate,
  endDesignation,
  measuresView,
  measuresFile,
  checkMeasures,
  tryMeasures,
  decideMeasures,
  approvedUntil,
  duesView,
  settleDue,
  dayDifference,
  investigateDifference,
  differencesMonth,
  differencesFile,
  declarationsView,
  registerSurvey,
  registerExplanation,
  explanationPeople,
  findStaff,
  checkImport,
  runImport,
  stopImport,
  readImport,
  listImports,
  importErrors,
  listReports,
  report,
  sagaOne,
  sagaTwo,
  sagaFromFiles,
  listDevices,
  addDevice,
  revokeDevice,
  settings,
  journal,
  recordPunches,
  punchMyself,
} as const satisfies Readonly<Record<string, RouteShape>>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
