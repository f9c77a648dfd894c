// server/runtime/embedded-postgres.ts
import { rmSync as rmSync4 } from "node:fs";
import { resolve as resolve2 } from "node:path";
import { setTimeout as pause2 } from "node:timers/promises";
import pg from "pg";

// server/runtime/cluster.ts
import { execFile, spawnSync as spawnSync2 } from "node:child_process";
import {
  chownSync,
  closeSync as closeSync2,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync as mkdirSync2,
  mkdtempSync,
  openSync as openSync2,
  readdirSync,
  readFileSync as readFileSync2,
  renameSync,
  rmSync as rmSync2,
  statSync
} from "node:fs";
import { tmpdir } from "node:os";
import { join as join2, resolve } from "node:path";
import { promisify } from "node:util";

// server/runtime/cluster-settings.ts
function initdbArguments(major, durable) {
  const order = major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"] : ["--locale=C.UTF-8", "--lc-collate=C"];
  const sync = durable ? [] : ["--no-sync"];
  return ["-U", "tokimori", "--auth=trust", "--encoding=UTF8", "--data-checksums", ...order, ...sync];
}
function clusterSettings(sockets, durable) {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: sockets,
    unix_socket_permissions: "0700",
    port: "5432",
    max_connections: "100",
    shared_buffers: "128MB",
    work_mem: "8MB",
    maintenance_work_mem: "64MB",
    max_wal_size: "1GB",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "Asia/Tokyo",
    log_timezone: "Asia/Tokyo",
    lc_messages: "C",
    log_min_messages: "warning",
    log_line_prefix: "%m [%p] ",
    // Statements may carry personal data: they are not written to the log.
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: "0",
    ...durable ? { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

// server/runtime/data-directory.ts
import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
var DataDirectoryError = class extends Error {
  code;
  constructor(code, message) {
    super(message);
    this.code = code;
  }
};
function lockDataDirectory(directory) {
  mkdirSync(directory, { recursive: true, mode: 448 });
  const file = join(directory, "server.lock");
  const mine = `${process.pid} ${birthOf(process.pid)}
`;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const handle = openSync(file, "wx", 384);
      writeSync(handle, mine);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
      const owner2 = livingOwner(file);
      if (owner2 !== void 0) throw inUse(directory, owner2);
      rmSync(file, { force: true });
    }
  }
  throw inUse(directory, 0);
}
function inUse(directory, pid) {
  return new DataDirectoryError(
    "data-directory.in-use",
    `\u30C7\u30FC\u30BF\u306E\u7F6E\u304D\u5834\u6240 ${directory} \u306F\u3001\u52D5\u3044\u3066\u3044\u308B\u5225\u306E\u6642\u5B88(\u30D7\u30ED\u30BB\u30B9\u756A\u53F7 ${pid})\u304C\u4F7F\u3063\u3066\u3044\u307E\u3059\u3002\u540C\u3058\u7F6E\u304D\u5834\u6240\u3067\u4E8C\u3064\u306F\u52D5\u304B\u305B\u307E\u305B\u3093\u3002\u5148\u306B\u52D5\u3044\u3066\u3044\u308B\u65B9\u3092\u6B62\u3081\u308B\u304B\u3001--data \u3067\u5225\u306E\u7F6E\u304D\u5834\u6240\u3092\u6307\u5B9A\u3057\u3066\u304F\u3060\u3055\u3044\u3002`
  );
}
function livingOwner(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return void 0;
  }
  const [pidText, ...birth] = text.trim().split(" ");
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return void 0;
  return isAlive(pid) && birthOf(pid) === birth.join(" ") ? pid : void 0;
}
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}
function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    try {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim();
    } catch {
      return "";
    }
  }
}
function isCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}

// server/runtime/unprivileged.ts
import { spawnSync } from "node:child_process";
var NOBODY = { uid: 65534, gid: 65534 };
var PARENT_DEATH = ["--pdeathsig", "INT", "--"];
var NAMESPACE = ["-U", "--map-user=1000", "--map-group=1000", "--"];
var READER = [
  ...[`--reuid=${NOBODY.uid}`, `--regid=${NOBODY.gid}`, "--clear-groups"],
  ...["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
];
function findLauncher() {
  const watched = runs("setpriv", [...PARENT_DEATH, "true"]);
  const direct = (program, args) => watched ? ["setpriv", [...PARENT_DEATH, program, ...args]] : [program, args];
  if (process.getuid?.() !== 0) return { name: "self", wrap: direct };
  if (watched && runs("unshare", [...NAMESPACE, "setpriv", ...PARENT_DEATH, "true"])) {
    return {
      name: "namespace",
      owner: 0,
      wrap: (program, args) => ["unshare", [...NAMESPACE, "setpriv", ...PARENT_DEATH, program, ...args]]
    };
  }
  if (watched && runs("setpriv", [...READER, ...PARENT_DEATH, "true"])) {
    return {
      name: "reader",
      owner: NOBODY.uid,
      wrap: (program, args) => ["setpriv", [...READER, ...PARENT_DEATH, program, ...args]]
    };
  }
  return { name: "nobody", owner: NOBODY.uid, wrap: direct, identity: NOBODY };
}
function runs(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

// server/runtime/cluster.ts
var run = promisify(execFile);
function layOut(options) {
  const launcher = findLauncher();
  const data = join2(options.directory, "postgres");
  const inside = join2(options.directory, "sockets");
  const sockets = inside.length <= 85 ? inside : mkdtempSync(join2(tmpdir(), "tokimori-"));
  mkdirSync2(sockets, { recursive: true, mode: 448 });
  const binaries = reachable(options.binaries, launcher);
  if (launcher.identity) {
    const { uid, gid } = launcher.identity;
    for (const folder of [options.directory, sockets]) chownSync(folder, uid, gid);
  }
  return {
    directory: options.directory,
    data,
    sockets,
    logFile: join2(options.directory, "postgres.log"),
    binaries,
    launcher,
    log: options.log,
    durable: options.durable ?? true
  };
}
function reachable(binaries, launcher) {
  const { owner: owner2 } = launcher;
  if (owner2 === void 0 || owner2 === 0 || mayRun(join2(binaries.directory, "postgres"), owner2)) return binaries;
  const copy = join2(tmpdir(), `tokimori-postgres-${binaries.major}`);
  const complete = join2(copy, "complete");
  if (!existsSync(complete) || lstatSync(copy).uid !== 0) {
    rmSync2(copy, { recursive: true, force: true });
    mkdirSync2(copy, { mode: 493 });
    cpSync(resolve(binaries.directory, ".."), copy, { recursive: true, verbatimSymlinks: true });
    closeSync2(openSync2(complete, "w"));
  }
  return { ...binaries, directory: join2(copy, "bin") };
}
function mayRun(program, uid) {
  return spawnSync2(program, ["--version"], { uid, gid: uid, stdio: "ignore", cwd: "/" }).status === 0;
}
async function createCluster(cluster2) {
  const { data, binaries, launcher, directory } = cluster2;
  const versionFile = join2(data, "PG_VERSION");
  if (existsSync(versionFile)) {
    const major = Number(readFileSync2(versionFile, "utf8").trim());
    if (major === binaries.major) return claim(cluster2);
    throw new DataDirectoryError(
      "data-directory.other-version",
      `\u30C7\u30FC\u30BF\u306E\u7F6E\u304D\u5834\u6240 ${directory} \u306F PostgreSQL ${major} \u3067\u4F5C\u3089\u308C\u3066\u3044\u307E\u3059\u304C\u3001\u3053\u3053\u306B\u3042\u308B\u306E\u306F PostgreSQL ${binaries.major} \u3067\u3059\u3002\u3053\u306E\u307E\u307E\u3067\u306F\u8AAD\u3081\u307E\u305B\u3093\u3002PostgreSQL ${major} \u3067\u66F8\u304D\u51FA\u3057\u3066\u8AAD\u307F\u8FBC\u307F\u76F4\u3059\u304B\u3001--data \u3067\u5225\u306E\u7F6E\u304D\u5834\u6240\u3092\u6307\u5B9A\u3057\u3066\u304F\u3060\u3055\u3044\u3002`
    );
  }
  const fresh = `${data}.new`;
  rmSync2(fresh, { recursive: true, force: true });
  const [program, args] = launcher.wrap(join2(binaries.directory, "initdb"), [
    "-D",
    fresh,
    ...initdbArguments(binaries.major, cluster2.durable)
  ]);
  try {
    await run(program, [...args], { cwd: directory, env: cleanEnvironment(), ...launcher.identity });
  } catch (error) {
    throw new DataDirectoryError("data-directory.not-created", notCreated(directory, error));
  }
  renameSync(fresh, data);
}
function claim({ data, launcher }) {
  const { owner: owner2 } = launcher;
  if (owner2 === void 0 || statSync(data).uid === owner2) return;
  for (const path of readdirSync(data, { recursive: true, encoding: "utf8" }))
    lchownSync(join2(data, path), owner2, owner2);
  chownSync(data, owner2, owner2);
}
function notCreated(directory, error) {
  const cause = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
  return `\u30C7\u30FC\u30BF\u306E\u7F6E\u304D\u5834\u6240 ${directory} \u306B\u30C7\u30FC\u30BF\u30D9\u30FC\u30B9\u3092\u4F5C\u308C\u307E\u305B\u3093\u3067\u3057\u305F(${cause})\u3002\u66F8\u304D\u8FBC\u3081\u308B\u7F6E\u304D\u5834\u6240\u3092 --data \u3067\u6307\u5B9A\u3059\u308B\u304B\u3001\u7528\u610F\u3057\u305F PostgreSQL \u3092 DATABASE_URL \u3067\u6307\u5B9A\u3057\u3066\u304F\u3060\u3055\u3044\u3002`;
}
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PG")));
}

// server/runtime/server-process.ts
import { spawn } from "node:child_process";
import { closeSync as closeSync3, existsSync as existsSync2, openSync as openSync3, readFileSync as readFileSync3, renameSync as renameSync2, rmSync as rmSync3, statSync as statSync2 } from "node:fs";
import { join as join3 } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
var STARTUP_LIMIT_MS = 3e5;
var LOG_LIMIT_BYTES = 1e7;
function launch(cluster2) {
  const { binaries, data, sockets, launcher, directory, durable } = cluster2;
  const [program, args] = launcher.wrap(join3(binaries.directory, "postgres"), [
    "-D",
    data,
    ...clusterSettings(sockets, durable)
  ]);
  const output = openLog(cluster2.logFile);
  try {
    return spawn(program, [...args], {
      cwd: directory,
      detached: true,
      env: cleanEnvironment(),
      stdio: ["ignore", output, output],
      ...launcher.identity
    });
  } finally {
    closeSync3(output);
  }
}
function openLog(file) {
  if (existsSync2(file) && statSync2(file).size > LOG_LIMIT_BYTES) renameSync2(file, `${file}.1`);
  return openSync3(file, "a", 384);
}
async function untilReady(cluster2, child) {
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  const limit = performance.now() + STARTUP_LIMIT_MS;
  while (!ended && performance.now() < limit) {
    const [pid, , , , , , , status] = pidFile(cluster2);
    if (Number(pid) === child.pid && (status?.trim() === "ready" || status?.trim() === "standby")) return;
    await pause(15);
  }
  if (!ended) await end(child);
  throw new DataDirectoryError(
    "data-directory.not-started",
    `\u30C7\u30FC\u30BF\u306E\u7F6E\u304D\u5834\u6240 ${cluster2.directory} \u306E\u30C7\u30FC\u30BF\u30D9\u30FC\u30B9\u304C\u8D77\u52D5\u3057\u307E\u305B\u3093\u3067\u3057\u305F(${lastWords(cluster2)})\u3002\u8A73\u3057\u304F\u306F ${cluster2.logFile} \u3092\u3054\u89A7\u304F\u3060\u3055\u3044\u3002`
  );
}
function lastWords(cluster2) {
  const text = readFileSync3(cluster2.logFile, "utf8").trimEnd();
  return text.slice(text.lastIndexOf("\n") + 1) || "\u8A18\u9332\u306A\u3057";
}
function pidFile(cluster2) {
  try {
    return readFileSync3(join3(cluster2.data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}
async function clearStalePid(cluster2) {
  const file = join3(cluster2.data, "postmaster.pid");
  const pid = Number(pidFile(cluster2)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (isAlive(pid) && isServerOf(pid, cluster2.data)) {
    process.kill(pid, "SIGINT");
    const limit = performance.now() + 3e4;
    while (isAlive(pid) && performance.now() < limit) await pause(50);
  }
  if (!isAlive(pid) || !isServerOf(pid, cluster2.data)) rmSync3(file, { force: true });
}
function isServerOf(pid, data) {
  if (!existsSync2("/proc/self/cmdline")) return true;
  try {
    const words = readFileSync3(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return words.includes(data) && words.some((word) => word.endsWith("postgres"));
  } catch {
    return false;
  }
}
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === void 0) return;
  const ended = new Promise((done) => child.once("exit", () => done()));
  child.kill("SIGINT");
  const harder = setTimeout(() => child.kill("SIGQUIT"), 2e4);
  await ended;
  clearTimeout(harder);
}

// server/runtime/embedded-postgres.ts
async function startEmbeddedPostgres(options) {
  const directory = resolve2(options.directory);
  const unlock = lockDataDirectory(directory);
  try {
    const cluster2 = layOut({ ...options, directory });
    await createCluster(cluster2);
    const keeper = keepRunning(cluster2);
    try {
      await keeper.ready;
      const url2 = connectionString(cluster2.sockets, "tokimori");
      await createDatabase(cluster2.sockets);
      const stop = async () => {
        await keeper.stop();
        if (!cluster2.sockets.startsWith(directory)) rmSync4(cluster2.sockets, { recursive: true, force: true });
        unlock();
      };
      return { url: url2, pid: keeper.pid, stop };
    } catch (error) {
      await keeper.stop();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}
function connectionString(sockets, database) {
  return `postgres://tokimori@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}
function keepRunning(cluster2) {
  let stopping = false;
  let child;
  const wakeUp = new AbortController();
  const attempt = async (first) => {
    await clearStalePid(cluster2);
    if (stopping) return;
    const started = launch(cluster2);
    child = started;
    await untilReady(cluster2, started);
    if (!first) cluster2.log.warn({}, "the database was started again");
    started.once("exit", (code, signal) => {
      if (stopping) return;
      cluster2.log.error({ code, signal }, "the database ended unexpectedly");
      void restart();
    });
  };
  const restart = async () => {
    for (let delay = 50; !stopping; delay = Math.min(delay * 2, 2e3)) {
      try {
        return await attempt(false);
      } catch (error) {
        if (stopping) return;
        cluster2.log.error({ error: String(error) }, "the database did not start again; trying once more");
        await pause2(delay, void 0, { signal: wakeUp.signal }).catch(() => void 0);
      }
    }
  };
  return {
    ready: attempt(true),
    pid: () => child?.pid,
    stop: async () => {
      stopping = true;
      wakeUp.abort();
      if (child !== void 0) await end(child);
    }
  };
}
async function createDatabase(sockets) {
  const client = new pg.Client({ connectionString: connectionString(sockets, "postgres") });
  await client.connect();
  try {
    const found = await client.query(`select 1 from pg_database where datname = 'tokimori'`);
    if (found.rowCount === 0) await client.query("create database tokimori");
  } finally {
    await client.end();
  }
}

// server/runtime/postgres-binaries.ts
import { execFileSync as execFileSync2 } from "node:child_process";
import { chmodSync, existsSync as existsSync3, readdirSync as readdirSync2, readFileSync as readFileSync4, symlinkSync } from "node:fs";
import { dirname, join as join4, relative } from "node:path";
async function embeddedBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found = await import(name);
    const directory = dirname(found.postgres);
    hydrateSymlinks(dirname(dirname(directory)));
    makeExecutable(directory);
    return inspect("embedded", directory);
  } catch {
    return void 0;
  }
}
function inspect(origin, directory) {
  try {
    const version = execFileSync2(join4(directory, "postgres"), ["--version"], { encoding: "utf8", stdio: "pipe" });
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(version)?.[1]);
    return Number.isInteger(major) && existsSync3(join4(directory, "initdb")) ? { origin, directory, major } : void 0;
  } catch {
    return void 0;
  }
}
function hydrateSymlinks(packageRoot) {
  const list = join4(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync3(list)) return;
  const links = JSON.parse(readFileSync4(list, "utf8"));
  for (const { source, target } of links) {
    const link = join4(packageRoot, target);
    if (existsSync3(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join4(packageRoot, source)), link);
    } catch {
    }
  }
}
function makeExecutable(directory) {
  for (const program of ["postgres", "initdb"]) {
    try {
      chmodSync(join4(directory, program), 493);
    } catch {
    }
  }
}

// law/time/civil.ts
var DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
function epochDayOf(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}
function civilOf(epochDay) {
  const z2 = epochDay + 719468;
  const era = Math.floor(z2 / 146097);
  const dayOfEra = z2 - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
function daysInMonth(year, month) {
  return epochDayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - epochDayOf(year, month, 1);
}
function parseLocalDate(text) {
  const match = DATE.exec(text);
  if (match === null) return void 0;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return void 0;
  return epochDayOf(year, month, day);
}
function formatLocalDate(epochDay) {
  const { year, month, day } = civilOf(epochDay);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
function weekdayOf(epochDay) {
  return ((epochDay + 4) % 7 + 7) % 7;
}

// law/time/months.ts
var MONTH = /^(\d{4})-(\d{2})$/;
function parseYearMonth(text) {
  const match = MONTH.exec(text);
  if (match === null) return void 0;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : void 0;
}
function formatYearMonth(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String(month % 12 + 1).padStart(2, "0")}`;
}
function monthOf(day) {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}
function firstDayOf(month) {
  return epochDayOf(Math.floor(month / 12), month % 12 + 1, 1);
}
function lastDayOf(month) {
  return firstDayOf(month + 1) - 1;
}
function lengthOf(month) {
  return daysInMonth(Math.floor(month / 12), month % 12 + 1);
}
function fiscalYearOf(month, yearStartMonth = 4) {
  return Math.floor((month - (yearStartMonth - 1)) / 12);
}
function firstMonthOf(fiscalYear, yearStartMonth = 4) {
  return fiscalYear * 12 + yearStartMonth - 1;
}

// server/store/connections.ts
import { setTimeout as pause3 } from "node:timers/promises";
import pg3 from "pg";

// server/store/database-url.ts
function hostUrls(databaseUrl) {
  const parts = /^(postgres(?:ql)?:\/\/)([^@/]*@)?([^/?]*)([^?]*)(\?.*)?$/.exec(databaseUrl);
  if (parts === null)
    throw new Error("DATABASE_URL \u306F postgres://\u5229\u7528\u8005:\u5408\u8A00\u8449@\u30DB\u30B9\u30C8/\u30C7\u30FC\u30BF\u30D9\u30FC\u30B9 \u306E\u5F62\u3067\u6307\u5B9A\u3057\u3066\u304F\u3060\u3055\u3044\u3002");
  const [, scheme = "", credentials = "", hosts = "", path = "", search = ""] = parts;
  const parameters = new URLSearchParams(search);
  parameters.delete("target_session_attrs");
  const rest = parameters.size > 0 ? `?${parameters}` : "";
  return hosts.split(",").map((host) => `${scheme}${credentials}${host}${path}${rest}`);
}
function withSessionOptions(url2, options) {
  if (options === "") return url2;
  const [base = "", search = ""] = url2.split("?", 2);
  const parameters = new URLSearchParams(search);
  parameters.set("options", [parameters.get("options"), options].filter(Boolean).join(" "));
  return `${base}?${String(parameters).replaceAll("+", "%20")}`;
}

// server/store/store-error.ts
var StoreUnavailable = class extends Error {
  code;
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
  }
};
var SQLSTATES = /* @__PURE__ */ new Set(["57P01", "57P02", "57P03", "53300", "25006", "08000", "08003", "08006", "08001", "08004"]);
var SYSTEM = /* @__PURE__ */ new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "ENOENT", "EHOSTUNREACH", "ENOTFOUND"]);
var SENTENCES = [
  "Connection terminated",
  "Query read timeout",
  "timeout expired",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error",
  "Client was closed"
];
function isConnectionError(error) {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : void 0;
  if (typeof code === "string" && (SQLSTATES.has(code) || SYSTEM.has(code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isConnectionError);
  return SENTENCES.some((sentence) => error.message.startsWith(sentence));
}

// server/store/type-parsers.ts
import pg2 from "pg";
var builtIn = pg2.types.getTypeParser;
var TEXT_ARRAY = 1009;
var asTexts = builtIn(TEXT_ARRAY, "text");
var asNumbers = (text) => asTexts(text).map((element) => element === null ? null : Number(element));
var own = /* @__PURE__ */ new Map([
  [1082, (text) => text],
  [1182, asTexts],
  [20, Number],
  [1016, asNumbers],
  [1700, Number],
  [1231, asNumbers]
]);
var typeParsers = {
  getTypeParser: ((type, format = "text") => (format === "text" ? own.get(type) : void 0) ?? builtIn(type, format))
};

// server/store/connections.ts
var WatchfulClient = class extends pg3.Client {
  standby = false;
  constructor(config) {
    super(config);
    this.on("error", () => void 0);
    const { connection } = this;
    connection.on("parameterStatus", (message) => {
      if (message.parameterName === "in_hot_standby") this.standby = message.parameterValue === "on";
    });
  }
};
function openConnections(options) {
  const urls = hostUrls(options.url);
  const pools = urls.map((url2) => openPool(withSessionOptions(url2, options.session), options));
  const origin = /* @__PURE__ */ new WeakMap();
  let preferred = 0;
  const tryHosts = async () => {
    let last;
    for (let step2 = 0; step2 < pools.length; step2++) {
      const index = (preferred + step2) % pools.length;
      try {
        const client = await pools[index].connect();
        if (pools.length === 1 || !client.standby) {
          preferred = index;
          origin.set(client, urls[index]);
          return client;
        }
        client.release(true);
        last = new Error("Connection terminated: a standby takes no writes");
      } catch (error) {
        if (!isConnectionError(error)) throw error;
        last = error;
      }
    }
    throw last;
  };
  return {
    async acquire() {
      const limit = performance.now() + options.patience;
      for (; ; ) {
        try {
          return await tryHosts();
        } catch (error) {
          if (!isConnectionError(error)) throw error;
          if (performance.now() >= limit) throw new StoreUnavailable("store.unavailable", error);
          await pause3(50);
        }
      }
    },
    urlOf: (client) => origin.get(client),
    async close() {
      await Promise.all(pools.map((pool) => pool.end()));
    }
  };
}
function openPool(url2, options) {
  const config = {
    Client: WatchfulClient,
    connectionString: url2,
    max: options.max,
    pipeline: options.pipeline,
    idleTimeoutMillis: 6e4,
    connectionTimeoutMillis: 1e4,
    ...options.queryTimeout > 0 ? { query_timeout: options.queryTimeout } : {},
    keepAlive: true,
    types: typeParsers
  };
  const pool = new pg3.Pool(config);
  pool.on("error", () => void 0);
  return pool;
}

// server/store/migrations.ts
import { createHash } from "node:crypto";
import { readdirSync as readdirSync3, readFileSync as readFileSync5 } from "node:fs";
import { Kysely, Migrator, PostgresDialect, sql } from "kysely";
import pg4 from "pg";
var MigrationError = class extends Error {
  code;
  constructor(code, message, cause) {
    super(message, { cause });
    this.code = code;
  }
};
function migrationScripts(folder = new URL("./migrations/", import.meta.url)) {
  return readdirSync3(folder).filter((file) => /^\d{4}-.*\.sql$/.test(file)).sort().map((file) => {
    const text = readFileSync5(new URL(file, folder), "utf8");
    return { name: file.replace(/\.sql$/, ""), text, hash: createHash("sha256").update(text).digest("hex") };
  });
}
async function migrate(ownerUrl, scripts = migrationScripts()) {
  const pool = new pg4.Pool({ connectionString: ownerUrl, max: 2, Client: WatchfulClient });
  pool.on("error", () => void 0);
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  try {
    if (judgeApplied(await appliedScripts(db), scripts).length === 0) return [];
    await prepare(db);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => Object.fromEntries(scripts.map((script) => [script.name, step(script)])) },
      migrationTableSchema: "tk_install",
      migrationTableName: "migration",
      migrationLockTableName: "migration_lock"
    });
    const applied = [];
    for (; ; ) {
      const { error, results = [] } = await migrator.migrateUp();
      const failed = results.find((result) => result.status === "Error")?.migrationName ?? "";
      if (error !== void 0) throw new MigrationError("migration.failed", `\u79FB\u884C ${failed} \u306B\u5931\u6557\u3057\u307E\u3057\u305F\u3002`, error);
      if (results.length === 0) break;
      applied.push(...results.map((result) => result.migrationName));
    }
    judgeApplied(await appliedScripts(db), scripts);
    return applied;
  } finally {
    await db.destroy();
  }
}
function step(script) {
  return {
    up: async (db) => {
      await sql.raw(script.text).execute(db);
      await db.insertInto("tk_install.checksum").values({ name: script.name, sha256: script.hash }).execute();
    }
  };
}
var PREPARATION = [
  `select pg_advisory_xact_lock(7467108)`,
  `do $$ begin
     if not exists (select 1 from pg_roles where rolname = 'tokimori_app') then create role tokimori_app nologin; end if;
   end $$`,
  // From PostgreSQL 16 on, who creates a role may hand it out but does not yet wear it.
  `do $$ begin
     if not pg_has_role(current_user, 'tokimori_app',
         case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
       execute format('grant tokimori_app to %I', current_user);
     end if;
   end $$`,
  "create schema if not exists tk_install",
  "create table if not exists tk_install.checksum (name text primary key, sha256 text not null)",
  "grant usage on schema tk_install to tokimori_app",
  "grant select on tk_install.checksum to tokimori_app"
];
async function prepare(db) {
  await db.transaction().execute(async (transaction) => {
    for (const statement of PREPARATION) await sql.raw(statement).execute(transaction);
  });
}
async function appliedScripts(db) {
  const found = await sql`select to_regclass('tk_install.checksum') is not null as present`.execute(db);
  if (found.rows[0]?.present !== true) return /* @__PURE__ */ new Map();
  const rows = await db.selectFrom("tk_install.checksum").select(["name", "sha256"]).execute();
  return new Map(rows.map((row) => [row.name, row.sha256]));
}
function judgeApplied(applied, scripts) {
  const known2 = new Map(scripts.map((script) => [script.name, script.hash]));
  for (const [name, hash] of applied) {
    const expected = known2.get(name);
    if (expected === void 0) {
      throw new MigrationError(
        "migration.newer",
        `\u30C7\u30FC\u30BF\u30D9\u30FC\u30B9\u306B\u306F\u3001\u3053\u306E\u7248\u304C\u77E5\u3089\u306A\u3044\u79FB\u884C ${name} \u304C\u9069\u7528\u3055\u308C\u3066\u3044\u307E\u3059\u3002\u65B0\u3057\u3044\u7248\u306E\u6642\u5B88\u3092\u4F7F\u3063\u3066\u304F\u3060\u3055\u3044\u3002`
      );
    }
    if (expected !== hash) {
      throw new MigrationError(
        "migration.changed",
        `\u9069\u7528\u6E08\u307F\u306E\u79FB\u884C ${name} \u306E\u5185\u5BB9\u304C\u3001\u3053\u306E\u7248\u306E\u3082\u306E\u3068\u9055\u3044\u307E\u3059\u3002\u5165\u308C\u76F4\u3057\u305F\u7248\u304C\u6B63\u3057\u3044\u304B\u78BA\u304B\u3081\u3066\u304F\u3060\u3055\u3044\u3002`
      );
    }
  }
  return scripts.filter((script) => !applied.has(script.name)).map((script) => script.name);
}

// server/store/partitions.ts
var ALREADY_THERE = /* @__PURE__ */ new Set(["42P07", "23505"]);
var ROWS_IN_DEFAULT = "23514";
async function createPartition(client, month) {
  const name = `tk.punch_${formatYearMonth(month).replace("-", "_")}`;
  const found = await client.query("select to_regclass($1) is not null as present", [name]);
  if (found.rows[0]?.present === true) return;
  const [from, until] = [month, month + 1].map((index) => formatLocalDate(firstDayOf(index)));
  try {
    await client.query(`create table ${name} partition of tk.punch for values from ('${from}') to ('${until}')`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!ALREADY_THERE.has(code) && code !== ROWS_IN_DEFAULT) throw error;
  }
}

// server/store/statement-names.ts
import { createHash as createHash2 } from "node:crypto";
var LIMIT = 1e3;
var names = /* @__PURE__ */ new Map();
function statementName(text) {
  const known2 = names.get(text);
  if (known2 !== void 0 || names.size >= LIMIT) return known2;
  const name = createHash2("sha256").update(text).digest("base64url").slice(0, 22);
  names.set(text, name);
  return name;
}

// server/store/statement-tokens.ts
var PATTERN = /(?<skip>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>[eE]?'(?:[^']|'')*')|"(?<quoted>(?:[^"]|"")*)"|(?<parameter>\$\d+)|(?<number>\d[\d.]*)|(?<word>[\p{L}_][\p{L}\p{N}_$]*)|(?<symbol>::|<>|<=|>=|!=|\|\||[\s\S])/gu;
function tokensOf(statement) {
  const tokens = [];
  for (const { groups } of statement.matchAll(PATTERN)) {
    if (groups === void 0 || groups.skip !== void 0) continue;
    if (groups.text !== void 0) tokens.push({ kind: "text", text: groups.text });
    else if (groups.quoted !== void 0) tokens.push({ kind: "word", text: groups.quoted });
    else if (groups.parameter !== void 0) tokens.push({ kind: "parameter", text: groups.parameter });
    else if (groups.number !== void 0) tokens.push({ kind: "number", text: groups.number });
    else if (groups.word !== void 0) tokens.push({ kind: "word", text: groups.word.toLowerCase() });
    else tokens.push({ kind: "symbol", text: groups.symbol ?? "" });
  }
  return tokens;
}
var STARTS = /* @__PURE__ */ new Set(["select", "insert", "update", "delete", "with", "values"]);
var ARMS = /* @__PURE__ */ new Set(["union", "intersect", "except"]);
function blocksOf(tokens) {
  const blocks = [];
  let position = 0;
  const open = () => {
    const block = { tokens: [] };
    blocks.push(block);
    return block;
  };
  const read = (first) => {
    let block = first;
    for (let depth = 0; position < tokens.length; position++) {
      const token = tokens[position];
      if (isSymbol(token, ")") && depth-- === 0) return;
      if (depth === 0 && token.kind === "word" && ARMS.has(token.text)) block = open();
      if (isSymbol(token, "(")) {
        const next = tokens[position + 1];
        if (next?.kind === "word" && STARTS.has(next.text)) {
          block.tokens.push(token);
          position++;
          read(open());
          block.tokens.push({ kind: "symbol", text: ")" });
          continue;
        }
        depth++;
      }
      block.tokens.push(token);
    }
  };
  read(open());
  return blocks;
}
function isSymbol(token, text) {
  return token?.kind === "symbol" && token.text === text;
}
function isWord(token, text) {
  return token?.kind === "word" && token.text === text;
}

// server/store/tenant-rule.ts
var StatementDefect = class extends Error {
  constructor(why, statement) {
    super(`${why}
${statement}`);
  }
};
var EXEMPT = /* @__PURE__ */ new Set(["municipality"]);
var KINDS = /* @__PURE__ */ new Set(["select", "insert", "update", "delete", "with"]);
var FORBIDDEN_WORDS = /* @__PURE__ */ new Map([
  ["now", "the clock is an argument"],
  ["current_timestamp", "the clock is an argument"],
  ["current_date", "the clock is an argument"],
  ["current_time", "the clock is an argument"],
  ["localtimestamp", "the clock is an argument"],
  ["localtime", "the clock is an argument"],
  ["clock_timestamp", "the clock is an argument"],
  ["statement_timestamp", "the clock is an argument"],
  ["transaction_timestamp", "the clock is an argument"],
  ["timeofday", "the clock is an argument"],
  ["set_config", "the tenant is set once, by the store"],
  ["merge", "MERGE does not run distributed"]
]);
var VOLATILE = /* @__PURE__ */ new Set(["random", "gen_random_uuid", "uuidv7", "nextval", "setval"]);
var NOT_ALIAS = new Set(
  "where set on join left right inner full cross natural group order limit offset union using returning for values select default tablesample having window fetch except intersect overriding do when then end and or not in is".split(" ")
);
var BEFORE = /* @__PURE__ */ new Set(["where", "on", "and", "("]);
var checked = /* @__PURE__ */ new Map();
var CHECKED_LIMIT = 5e3;
function judgeStatement(statement) {
  const known2 = checked.get(statement);
  if (known2 !== void 0) return known2;
  const positions = judge(statement);
  if (checked.size >= CHECKED_LIMIT) checked.clear();
  checked.set(statement, positions);
  return positions;
}
function judge(statement) {
  const refuse = (why) => {
    throw new StatementDefect(why, statement);
  };
  const tokens = tokensOf(statement);
  if (!KINDS.has(tokens[0]?.text ?? "")) refuse("only select, insert, update and delete are statements of a tenant");
  if (tokens.some((token) => isSymbol(token, ";"))) refuse("one statement at a time");
  if (tokens.some((token) => isSymbol(token, "$"))) refuse("no dollar quoting");
  for (const [index, token] of tokens.entries()) {
    const why = token.kind === "word" ? FORBIDDEN_WORDS.get(token.text) : void 0;
    const isCall = isSymbol(tokens[index + 1], "(") || token.text.includes("_") || token.text === "merge";
    if (why !== void 0 && isCall && !isSymbol(tokens[index - 1], ".")) refuse(`${token.text}: ${why}`);
  }
  const positions = /* @__PURE__ */ new Set();
  for (const block of blocksOf(tokens)) judgeBlock(block, positions, refuse);
  return [...positions];
}
function judgeBlock(block, positions, refuse) {
  judgeShape(block, refuse);
  const references = referencesOf(block.tokens, refuse);
  const readings = references.filter((reference) => reference.columns === void 0);
  for (const reference of references) {
    if (EXEMPT.has(reference.table)) continue;
    if (reference.columns !== void 0) {
      if (!reference.columns.includes("municipality"))
        refuse(`insert into tk.${reference.table} names no municipality`);
      continue;
    }
    const names2 = readings.length === 1 ? [reference.alias, void 0] : [reference.alias];
    const found = predicatesOf(block.tokens, names2);
    if (found.length === 0)
      refuse(`tk.${reference.table} ${reference.alias} has no ${reference.alias}.municipality = $n`);
    for (const position of found) positions.add(position);
  }
}
function judgeShape({ tokens }, refuse) {
  const has = (text) => tokens.some((token) => isWord(token, text));
  const starts = tokens.find((token) => token.kind === "word" && KINDS.has(token.text) && token.text !== "with")?.text;
  if (starts === "insert" && has("select") && !has("conflict") && !has("returning")) {
    refuse("insert \u2026 select needs on conflict or returning");
  }
  const values = tokens.findIndex((token) => isWord(token, "values"));
  if (starts === "insert" && values >= 0 && subqueryAfter(tokens, values)) refuse("no subquery in values");
  const set = tokens.findIndex((token) => isWord(token, "set"));
  const changed = set >= 0 ? tokens.slice(set) : [];
  const volatile = changed.find((token, index) => VOLATILE.has(token.text) && isSymbol(changed[index + 1], "("));
  if (volatile !== void 0) refuse(`${volatile.text}() is volatile: no place in an update`);
}
function subqueryAfter(tokens, values) {
  for (let index = values + 1; index < tokens.length; index++) {
    if (isWord(tokens[index], "on") || isWord(tokens[index], "returning")) return false;
    const isCut = isSymbol(tokens[index], "(") && isSymbol(tokens[index + 1], ")");
    if (isCut && tokens[index - 1]?.kind !== "word") return true;
  }
  return false;
}
function referencesOf(tokens, refuse) {
  const references = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!isWord(tokens[index], "tk") || !isSymbol(tokens[index + 1], ".")) continue;
    if (isSymbol(tokens[index + 3], ".")) refuse("name a table by its alias, not as tk.table.column");
    const table = tokens[index + 2]?.text ?? "";
    const isInsert = isWord(tokens[index - 1], "into");
    if (!isInsert && isSymbol(tokens[index + 3], "(")) refuse(`tk.${table}() is for the store alone`);
    const { alias, next } = aliasAt(tokens, index + 3, table);
    references.push({ table, alias, columns: isInsert ? columnsAt(tokens, next) : void 0 });
  }
  return references;
}
function aliasAt(tokens, index, table) {
  if (isWord(tokens[index], "as")) return { alias: tokens[index + 1]?.text ?? table, next: index + 2 };
  const token = tokens[index];
  if (token?.kind === "word" && !NOT_ALIAS.has(token.text)) return { alias: token.text, next: index + 1 };
  return { alias: table, next: index };
}
function columnsAt(tokens, index) {
  if (!isSymbol(tokens[index], "(")) return [];
  const end2 = tokens.findIndex((token, at) => at > index && isSymbol(token, ")"));
  return tokens.slice(index + 1, end2).flatMap((token) => token.kind === "word" ? [token.text] : []);
}
function predicatesOf(tokens, names2) {
  const positions = [];
  for (let index = 0; index < tokens.length; index++) {
    if (!isWord(tokens[index], "municipality")) continue;
    const qualified = isSymbol(tokens[index - 1], ".");
    if (!names2.includes(qualified ? tokens[index - 2]?.text : void 0)) continue;
    const first = qualified ? index - 2 : index;
    const parameter = parameterBeside(tokens, first, index);
    if (parameter !== void 0) positions.push(parameter);
  }
  return positions;
}
function parameterBeside(tokens, first, last) {
  const after = isSymbol(tokens[last + 1], "=") && tokens[last + 2]?.kind === "parameter" ? last + 2 : void 0;
  const before = isSymbol(tokens[first - 1], "=") && tokens[first - 2]?.kind === "parameter" ? first - 2 : void 0;
  const at = after ?? before;
  if (at === void 0) return void 0;
  const start = Math.min(first, at);
  if (!BEFORE.has(tokens[start - 1]?.text ?? "")) return void 0;
  if (isSymbol(tokens[start - 1], "(") && isWord(tokens[start - 2], "not")) return void 0;
  if (isWord(tokens[castEnd(tokens, Math.max(last, at)) + 1], "or")) return void 0;
  return Number(tokens[at].text.slice(1)) - 1;
}
function castEnd(tokens, at) {
  if (!isSymbol(tokens[at + 1], "::")) return at;
  const length = isSymbol(tokens[at + 3], "(") ? 3 : 0;
  return at + 2 + length;
}

// server/store/tenant-transaction.ts
async function runTransaction(client, municipality, work) {
  const issued = [];
  const track = (answer) => {
    answer.catch(() => void 0);
    issued.push(answer);
    return answer;
  };
  const send = (text, values) => {
    const name = statementName(text);
    const query = { ...name === void 0 ? {} : { name }, text, values: [...values] };
    return track(
      client.query(query).then(
        (result) => result.rows,
        (error) => {
          throw withStatement(error, text);
        }
      )
    );
  };
  let broken;
  try {
    void send("begin", []);
    void send("select tk.tenant($1)", [municipality]);
    const tx = openTx(municipality, send, track);
    const result = await settle(issued, tx, work);
    await commit(client);
    return result;
  } catch (error) {
    if (error instanceof StoreUnavailable) {
      broken = error;
      throw error;
    }
    broken = await rollback(client, error);
    if (isConnectionError(error)) throw new StoreUnavailable("store.unavailable", error);
    throw error;
  } finally {
    client.release(broken !== void 0);
  }
}
function withStatement(error, statement) {
  return error instanceof Error ? Object.assign(error, { statement }) : error;
}
function openTx(municipality, send, track) {
  let open = true;
  const judge2 = (text, values) => {
    if (!open) throw new StatementDefect("the transaction has ended", text);
    for (const position of judgeStatement(text)) {
      if (values[position] === municipality) continue;
      throw new StatementDefect(`$${position + 1} must be the municipality of the transaction`, text);
    }
  };
  return {
    municipality,
    query(text, values = []) {
      try {
        judge2(text, values);
      } catch (defect) {
        return track(Promise.reject(defect));
      }
      return send(text, values);
    },
    close: () => {
      open = false;
    }
  };
}
async function settle(issued, tx, work) {
  try {
    const result = await work(tx);
    tx.close();
    await Promise.all(issued);
    return result;
  } catch (error) {
    tx.close();
    const outcomes = await Promise.allSettled(issued);
    const first = outcomes.find((outcome) => outcome.status === "rejected");
    throw isAborted(error) && first !== void 0 ? first.reason : error;
  }
}
function isAborted(error) {
  return error instanceof Error && "code" in error && error.code === "25P02";
}
async function commit(client) {
  try {
    await client.query({ name: "commit", text: "commit" });
  } catch (error) {
    if (isConnectionError(error)) throw new StoreUnavailable("store.outcome-unknown", error);
    throw error;
  }
}
async function rollback(client, error) {
  if (isConnectionError(error)) return error;
  try {
    await client.query("rollback");
    return void 0;
  } catch (failure) {
    return failure;
  }
}

// server/store/open-store.ts
var STATEMENT_TIMEOUT_MS = 12e4;
var SESSION = `-c role=tokimori_app -c timezone=Asia/Tokyo -c jit=off -c statement_timeout=${STATEMENT_TIMEOUT_MS} -c idle_in_transaction_session_timeout=${STATEMENT_TIMEOUT_MS}`;
async function openStore(options) {
  const ownerUrl = options.ownerUrl ?? options.url;
  const patience = options.patience ?? 5e3;
  const owner2 = openConnections({ url: ownerUrl, session: "", max: 1, pipeline: false, patience, queryTimeout: 0 });
  const shared = { patience, session: SESSION, queryTimeout: STATEMENT_TIMEOUT_MS + 5e3 };
  const max = options.connections ?? 20;
  const application = openConnections({ ...shared, url: options.url, max, pipeline: true });
  const close = async () => {
    await Promise.all([application.close(), owner2.close()]);
  };
  try {
    if (options.migrate !== false) await migrate(await ownerServer(owner2, ownerUrl));
    return assemble(application, owner2, close);
  } catch (error) {
    await close();
    throw error;
  }
}
async function ownerServer(owner2, ownerUrl) {
  const client = await owner2.acquire();
  const url2 = owner2.urlOf(client) ?? ownerUrl;
  client.release();
  return url2;
}
function assemble(application, owner2, close) {
  const partitions = /* @__PURE__ */ new Set();
  return {
    async tenant(municipality, work) {
      return runTransaction(await application.acquire(), municipality, work);
    },
    async municipalities() {
      return once(application, "select code, name from tk.municipality order by code");
    },
    async registerMunicipality(code, name, now2) {
      await once(
        application,
        `insert into tk.municipality (code, name, created_at) values ($1, $2, $3)
         on conflict (code) do update set name = excluded.name`,
        [code, name, now2]
      );
    },
    async ensurePartitions(months) {
      for (const month of [...new Set(months)].sort((a, b) => a - b)) {
        if (partitions.has(month)) continue;
        const client = await owner2.acquire();
        try {
          await createPartition(client, month);
        } catch (error) {
          throw new Error(`no partition for ${formatYearMonth(month)}`, { cause: error });
        } finally {
          client.release();
        }
        partitions.add(month);
      }
    },
    async ready() {
      try {
        const rows = await once(application, "select name from tk_install.checksum");
        const applied = new Set(rows.map((row) => row.name));
        return migrationScripts().every((script) => applied.has(script.name));
      } catch {
        return false;
      }
    },
    close
  };
}
async function once(connections, text, values = []) {
  const client = await connections.acquire();
  let failure;
  try {
    return (await client.query(text, values)).rows;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    client.release(failure !== void 0);
  }
}

// server/derive/rebuild.ts
import { setTimeout as pause4 } from "node:timers/promises";

// server/derive/derivation.ts
async function holdDerivation(tx, wait) {
  const found = await lock(tx, wait ? "for update" : "for update skip locked");
  if (found !== null) return found;
  const made = await tx.query(
    "insert into tk.derivation (municipality) values ($1) on conflict (municipality) do nothing returning municipality",
    [tx.municipality]
  );
  if (made.length > 0) return { clockAt: null };
  return wait ? lock(tx, "for update") : null;
}
async function shareDerivation(tx) {
  return await lock(tx, "for share") ?? { clockAt: null };
}
async function lock(tx, how) {
  const [row] = await tx.query(
    `select d.clock_at from tk.derivation d where d.municipality = $1 ${how}`,
    [tx.municipality]
  );
  return row === void 0 ? null : { clockAt: row.clock_at };
}
async function moveDerivationClock(tx, to) {
  await tx.query("update tk.derivation d set clock_at = $2 where d.municipality = $1", [tx.municipality, to]);
}

// server/runtime/clock.ts
var TOKYO_OFFSET_MINUTES = 540;
function tokyoMinutes(instant) {
  return Math.floor(instant.getTime() / 6e4) + TOKYO_OFFSET_MINUTES;
}
function tokyoOf(instant) {
  const minutes = tokyoMinutes(instant);
  const day = Math.floor(minutes / 1440);
  return { day, minute: minutes - day * 1440 };
}
function instantOf(day, minute) {
  return new Date((day * 1440 + minute - TOKYO_OFFSET_MINUTES) * 6e4);
}

// law/calendar/holidays.ts
var holidayYears = { from: 2007, through: 2099 };
var revisions = ["2020-01-01", "2019-05-01", "2016-01-01", "2007-01-01"];
function holidaysAct(day, path) {
  const on = formatLocalDate(day);
  const revision = revisions.find((from) => from <= on) ?? revisions[3];
  return { instrument: "holidays-act", revision, path, confidence: "B" };
}
var succession = (path) => ({
  instrument: "imperial-succession-holiday-act",
  revision: "2018-12-14",
  path,
  confidence: "B"
});
var olympics = (revision) => ({
  instrument: "olympics-special-act",
  revision,
  path: "a=32",
  confidence: "B"
});
function mondayOf(year, month, nth) {
  const first = epochDayOf(year, month, 1);
  return first + (8 - weekdayOf(first)) % 7 + (nth - 1) * 7;
}
function equinox(year, base) {
  const since = year - 1980;
  return Math.floor(base + 0.242194 * since) - Math.floor(since / 4);
}
function summerDays(year) {
  if (year === 2020) {
    const moved = olympics("2018-06-20");
    return [
      [epochDayOf(2020, 7, 23), "\u6D77\u306E\u65E5", "national", moved],
      [epochDayOf(2020, 7, 24), "\u30B9\u30DD\u30FC\u30C4\u306E\u65E5", "national", moved],
      [epochDayOf(2020, 8, 10), "\u5C71\u306E\u65E5", "national", moved]
    ];
  }
  if (year === 2021) {
    const moved = olympics("2020-12-28");
    return [
      [epochDayOf(2021, 7, 22), "\u6D77\u306E\u65E5", "national", moved],
      [epochDayOf(2021, 7, 23), "\u30B9\u30DD\u30FC\u30C4\u306E\u65E5", "national", moved],
      [epochDayOf(2021, 8, 8), "\u5C71\u306E\u65E5", "national", moved]
    ];
  }
  const days = [[mondayOf(year, 7, 3), "\u6D77\u306E\u65E5"]];
  if (year >= 2016) days.push([epochDayOf(year, 8, 11), "\u5C71\u306E\u65E5"]);
  days.push([mondayOf(year, 10, 2), year >= 2020 ? "\u30B9\u30DD\u30FC\u30C4\u306E\u65E5" : "\u4F53\u80B2\u306E\u65E5"]);
  return days;
}
function emperorsBirthday(year) {
  if (year === 2019) return [];
  return [[year >= 2020 ? epochDayOf(year, 2, 23) : epochDayOf(year, 12, 23), "\u5929\u7687\u8A95\u751F\u65E5"]];
}
function successionDays(year) {
  if (year !== 2019) return [];
  return [
    [epochDayOf(2019, 5, 1), "\u5929\u7687\u306E\u5373\u4F4D\u306E\u65E5", "special", succession("a=1")],
    [epochDayOf(2019, 10, 22), "\u5373\u4F4D\u793C\u6B63\u6BBF\u306E\u5100\u306E\u884C\u308F\u308C\u308B\u65E5", "special", succession("a=1")]
  ];
}
function namedDays(year) {
  return [
    [epochDayOf(year, 1, 1), "\u5143\u65E5"],
    [mondayOf(year, 1, 2), "\u6210\u4EBA\u306E\u65E5"],
    [epochDayOf(year, 2, 11), "\u5EFA\u56FD\u8A18\u5FF5\u306E\u65E5"],
    ...emperorsBirthday(year),
    [epochDayOf(year, 3, equinox(year, 20.8431)), "\u6625\u5206\u306E\u65E5"],
    [epochDayOf(year, 4, 29), "\u662D\u548C\u306E\u65E5"],
    ...successionDays(year),
    [epochDayOf(year, 5, 3), "\u61B2\u6CD5\u8A18\u5FF5\u65E5"],
    [epochDayOf(year, 5, 4), "\u307F\u3069\u308A\u306E\u65E5"],
    [epochDayOf(year, 5, 5), "\u3053\u3069\u3082\u306E\u65E5"],
    ...summerDays(year),
    [mondayOf(year, 9, 3), "\u656C\u8001\u306E\u65E5"],
    [epochDayOf(year, 9, equinox(year, 23.2488)), "\u79CB\u5206\u306E\u65E5"],
    [epochDayOf(year, 11, 3), "\u6587\u5316\u306E\u65E5"],
    [epochDayOf(year, 11, 23), "\u52E4\u52B4\u611F\u8B1D\u306E\u65E5"]
  ];
}
function substitutes(named) {
  const days = [];
  for (const day of named) {
    if (weekdayOf(day) !== 0) continue;
    let next = day + 1;
    while (named.has(next)) next += 1;
    days.push([next, "\u632F\u66FF\u4F11\u65E5", "substitute", holidaysAct(next, "a=3/p=2")]);
  }
  return days;
}
function betweenDays(named) {
  const days = [];
  for (const day of named) {
    if (!named.has(day + 1) && named.has(day + 2)) {
      days.push([day + 1, "\u56FD\u6C11\u306E\u4F11\u65E5", "betweenHolidays", holidaysAct(day + 1, "a=3/p=3")]);
    }
  }
  return days;
}
function judgeYear(year) {
  const named = namedDays(year);
  const set = new Set(named.map(([day]) => day));
  return [...named, ...substitutes(set), ...betweenDays(set)].map(([day, name, kind = "national", citation = holidaysAct(day, "a=2")]) => ({ day, name, kind, citation })).sort((a, b) => a.day - b.day);
}
var judged = /* @__PURE__ */ new Map();
function holidaysOf(year, asOf) {
  if (!Number.isInteger(year) || year < holidayYears.from || year > holidayYears.through) return void 0;
  let days = judged.get(year);
  if (days === void 0) {
    days = judgeYear(year);
    judged.set(year, days);
  }
  const provisional = year >= asOf + 2;
  return days.map((day) => ({ ...day, provisional }));
}

// law/calendar/municipal-calendar.ts
var OutsideCalendar = class extends Error {
  name = "OutsideCalendar";
};
var ordinance = (path) => ({
  instrument: "model-working-hours-ordinance",
  revision: "2019-04-01",
  path,
  confidence: "B"
});
var weeklyDayOffRule = ordinance("a=3/p=1");
var allotmentRule = ordinance("a=3/p=2");
var holidayRule = ordinance("a=9");
function isClosed({ from, through }, on) {
  return from <= through ? from <= on && on <= through : on >= from || on <= through;
}
function holidaysOfMonth(month) {
  const year = Math.floor(month / 12);
  const holidays = holidaysOf(year, year);
  if (holidays === void 0) {
    throw new OutsideCalendar(`holidays of ${year} are not known (${holidayYears.from}\u2013${holidayYears.through})`);
  }
  return new Map(holidays.map(({ day, name, citation }) => [day, { name, citation }]));
}
function legalHolidayOf(rules, national, day, year, on) {
  const holiday = national.get(day);
  if (holiday !== void 0) return holiday;
  if (isClosed(rules.yearEndClosing, on)) return { name: "\u5E74\u672B\u5E74\u59CB", citation: holidayRule };
  const own2 = rules.anniversaries.find((entry) => entry.on === on && (entry.from === void 0 || entry.from <= year));
  return own2 === void 0 ? void 0 : { name: own2.name, citation: holidayRule };
}
function judgeMonth(rules, month) {
  const year = Math.floor(month / 12);
  const firstDay = firstDayOf(month);
  const national = holidaysOfMonth(month);
  const { hours: hours2, breaks: breaks2 } = rules.allotment;
  const dutyDay = { kind: "dutyDay", hours: hours2, breaks: breaks2 };
  const dayOff = { kind: "weeklyDayOff" };
  const prefix = `${String(month % 12 + 1).padStart(2, "0")}-`;
  const days = Array.from({ length: lengthOf(month) }, (_, index) => {
    const day = firstDay + index;
    const holiday = legalHolidayOf(rules, national, day, year, prefix + String(index + 1).padStart(2, "0"));
    if (rules.weeklyDaysOff.includes(weekdayOf(day))) {
      const kind = "weeklyDayOff";
      if (holiday === void 0) return { day, kind, allotment: dayOff, citation: weeklyDayOffRule };
      const { name: name2 } = holiday;
      return { day, kind, name: name2, allotment: { kind, name: name2 }, citation: weeklyDayOffRule };
    }
    if (holiday === void 0) return { day, kind: "dutyDay", allotment: dutyDay, citation: allotmentRule };
    const { name, citation } = holiday;
    return { day, kind: "legalHoliday", name, allotment: { kind: "legalHoliday", hours: hours2, breaks: breaks2, name }, citation };
  });
  return { month, firstDay, days };
}
var judged2 = /* @__PURE__ */ new WeakMap();
function monthCalendar(rules, month) {
  let months = judged2.get(rules);
  if (months === void 0) {
    months = /* @__PURE__ */ new Map();
    judged2.set(rules, months);
  }
  let calendar = months.get(month);
  if (calendar === void 0) {
    calendar = judgeMonth(rules, month);
    months.set(month, calendar);
  }
  return calendar;
}
function calendarDay(rules, day) {
  const calendar = monthCalendar(rules, monthOf(day));
  const found = calendar.days[day - calendar.firstDay];
  if (found === void 0) throw new OutsideCalendar(`no such day: ${day}`);
  return found;
}
function allotmentOf(rules, day) {
  return calendarDay(rules, day).allotment;
}

// law/time/minutes.ts
var hours = (n) => n * 60;
var DURATION = /^(\d{1,6}):([0-5]\d)$/;
function parseDuration(text) {
  const match = DURATION.exec(text);
  if (match === null) return void 0;
  return Number(match[1]) * 60 + Number(match[2]);
}

// ordinances/schema.ts
import { z } from "zod";
var duration = z.string().transform((text, context2) => {
  const minutes = parseDuration(text);
  if (minutes === void 0) {
    context2.addIssue({ code: "custom", message: `h:mm \u304C\u5FC5\u8981\u3067\u3059: ${text}` });
    return z.NEVER;
  }
  return minutes;
});
var monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
var category = z.enum(["normal", "temporary", "exceptional", "disaster", "infection"]);
var shape = (duration2) => {
  const span = z.strictObject({ from: duration2, until: duration2 });
  return z.strictObject({
    yearStartMonth: z.number().int().min(1).max(12),
    dayBoundary: duration2,
    allotment: z.strictObject({ hours: span, breaks: z.array(span) }),
    weeklyDaysOff: z.array(z.number().int().min(0).max(6)).min(1),
    yearEndClosing: z.strictObject({ from: monthDay, through: monthDay }),
    anniversaries: z.array(
      z.strictObject({ on: monthDay, name: z.string().min(1), from: z.number().int().optional() })
    ),
    discrepancyThreshold: duration2,
    exceptionalCategories: z.array(category),
    monthlyGuideline: duration2.nullable(),
    nearPercent: z.number().int().min(1).max(100),
    restTarget: duration2,
    externallyDrivenWarnPercent: z.number().int().min(1).max(100),
    monthCloseDay: z.number().int().min(1).max(28),
    requestDeadline: duration2
  });
};
var parametersSchema = shape(duration);
var storedParameters = shape(z.number().int().min(0));
var ordinanceDocument = z.strictObject({
  municipality: z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1) }),
  versions: z.array(z.strictObject({ effectiveFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), parameters: parametersSchema })).min(1)
});

// server/derive/departments.ts
var DEPTH = 12;
function departmentBook(versions, designations) {
  const versionsOf = groupBy(versions);
  const designationsOf = groupBy(designations);
  const found = /* @__PURE__ */ new Map();
  const designatedDays = (department) => {
    const known2 = found.get(department);
    if (known2 !== void 0) return known2;
    const days = designations.length === 0 ? [] : merge(collect(department, versionsOf, designationsOf, WHOLE, DEPTH));
    found.set(department, days);
    return days;
  };
  return {
    designatedDays,
    designatedOn: (department, day) => designatedDays(department).some((d) => d.from <= day && day < d.until)
  };
}
var WHOLE = { from: -Infinity, until: Infinity };
function collect(department, versions, designations, within, depth) {
  const own2 = (designations.get(department) ?? []).map((d) => intersect(d, within));
  if (depth === 0) return own2.filter(isSome);
  const above = (versions.get(department) ?? []).flatMap((version) => {
    const days = intersect(version, within);
    return version.parent === null || !isSome(days) ? [] : collect(version.parent, versions, designations, days, depth - 1);
  });
  return [...own2, ...above].filter(isSome);
}
function intersect(a, b) {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}
function isSome(days) {
  return days.from < days.until;
}
function merge(ranges) {
  const merged = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== void 0 && range.from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, range.until) };
    } else merged.push({ from: range.from, until: range.until });
  }
  return merged;
}
function groupBy(rows) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const group = groups.get(row.department);
    if (group === void 0) groups.set(row.department, [row]);
    else group.push(row);
  }
  return groups;
}

// server/derive/rules.ts
async function readRules(tx, clockAt) {
  const [versions, departments] = await Promise.all([readVersions(tx), readDepartments(tx)]);
  const starts = versions.map((v) => ({ from: dayOf(v.from), parameters: v.parameters }));
  const parametersOn = (day) => {
    const inForce2 = starts.findLast((v) => v.from <= day) ?? starts[0];
    if (inForce2 === void 0) throw new Error(`municipality ${tx.municipality} has no parameters`);
    return inForce2.parameters;
  };
  const allotmentOn = (day) => allotmentOf(parametersOn(day), day);
  const today = dutyDateAt(parametersOn, clockAt);
  const minutes = tokyoMinutes(clockAt);
  return {
    parametersOn,
    allotmentOn,
    dutyDaysOf: remembered(
      (month) => Array.from({ length: lengthOf(month) }, (_, i) => allotmentOn(firstDayOf(month) + i).kind === "dutyDay")
    ),
    departments,
    today,
    clockOn: (day) => day > today ? Math.min(minutes - day * 1440, -1) : minutes - day * 1440
  };
}
function dutyDateAt(parametersOn, instant) {
  const { day, minute } = tokyoOf(instant);
  return minute < parametersOn(day).dayBoundary ? day - 1 : day;
}
function remembered(answer) {
  const known2 = /* @__PURE__ */ new Map();
  return (month) => {
    let found = known2.get(month);
    if (found === void 0) {
      found = answer(month);
      known2.set(month, found);
    }
    return found;
  };
}
var parsed = /* @__PURE__ */ new Map();
async function readVersions(tx) {
  const rows = await tx.query(
    "select o.effective_from, o.document from tk.ordinance o where o.municipality = $1 order by o.effective_from",
    [tx.municipality]
  );
  const text = JSON.stringify(rows);
  const known2 = parsed.get(tx.municipality);
  if (known2?.text === text) return known2.versions;
  const versions = rows.map((r) => ({ from: r.effective_from, parameters: storedParameters.parse(r.document) }));
  parsed.set(tx.municipality, { text, versions });
  return versions;
}
async function readDepartments(tx) {
  const [versions, designations] = await Promise.all([
    tx.query(
      "select d.department, d.effective_from, d.effective_until, d.parent from tk.department d where d.municipality = $1",
      [tx.municipality]
    ),
    tx.query(
      "select g.department, g.effective_from, g.effective_until from tk.designation g where g.municipality = $1",
      [tx.municipality]
    )
  ]);
  return departmentBook(
    versions.map((v) => ({
      department: v.department,
      parent: v.parent,
      ...daysBetween(v.effective_from, v.effective_until)
    })),
    designations.map((g) => ({ department: g.department, ...daysBetween(g.effective_from, g.effective_until) }))
  );
}
function daysBetween(from, until) {
  return { from: dayOf(from), until: until === null ? Infinity : dayOf(until) };
}
function dayOf(date) {
  const day = parseLocalDate(date);
  if (day === void 0) throw new Error(`not a day of the calendar: ${date}`);
  return day;
}

// server/derive/facts.ts
var EPOCH_IN_TOKYO = tokyoMinutes(/* @__PURE__ */ new Date(0));
var directions = ["in", "out", "unknown"];
var categories = ["normal", "temporary", "exceptional", "disaster", "infection"];
async function readMarks(tx, staff, within) {
  const rows = await tx.query(
    `select p.staff, string_agg((floor(date_part('epoch', p.occurred_at) / 60)::int * 8
         + case p.direction when 'in' then 0 when 'out' then 1 else 2 end
         + case p.source when 'pc' then 4 else 0 end)::text, ',' order by p.occurred_at, p.id) as marks
       from tk.punch p
      where p.municipality = $1 and p.month = any($3::date[]) and p.staff = any($2)
        and p.occurred_at >= $4 and p.occurred_at < $5
      group by p.staff`,
    [
      tx.municipality,
      staff,
      monthDates(monthOf(Math.floor(within.from / 1440)), monthOf(Math.floor((within.until - 1) / 1440))),
      instantOf(0, within.from),
      instantOf(0, within.until)
    ]
  );
  return new Map(rows.map((r) => [r.staff, integersOf(r.marks).map(markOf)]));
}
function markOf(code) {
  const minute = Math.floor(code / 8);
  const kind = code - minute * 8;
  return {
    at: minute + EPOCH_IN_TOKYO,
    direction: directions[kind & 3],
    source: kind >= 4 ? "pc" : "punch"
  };
}
var OVERTIME_FIELDS = 7;
async function readOvertime(tx, staff, month) {
  const rows = await tx.query(
    `select o.staff, string_agg(concat_ws(',', o.duty_date - $3::date,
         case o.state when 'ordered' then 1 when 'confirmed' then 2 else 0 end,
         coalesce(o.from_minute, -1), coalesce(o.until_minute, -1), o.minutes,
         case o.category when 'normal' then 0 when 'temporary' then 1 when 'exceptional' then 2 when 'disaster' then 3 else 4 end,
         coalesce(o.allowance, -1)), ',' order by o.duty_date, o.from_minute, o.id) as entries
       from tk.overtime o
      where o.municipality = $1 and o.staff = any($2) and o.duty_date >= $3 and o.duty_date <= $4
      group by o.staff`,
    [tx.municipality, staff, monthDate(month), formatLocalDate(lastDayOf(month))]
  );
  return new Map(rows.map((r) => [r.staff, monthOvertime(integersOf(r.entries), firstDayOf(month))]));
}
function monthOvertime(numbers, firstDay) {
  const entries = /* @__PURE__ */ new Map();
  let allowance = null;
  for (let i = 0; i < numbers.length; i += OVERTIME_FIELDS) {
    const [position, state, from, until, minutes, category2, told] = numbers.slice(i, i + OVERTIME_FIELDS);
    if (state === 0) continue;
    if (told >= 0) allowance = (allowance ?? 0) + told;
    const entry = {
      state: state === 1 ? "ordered" : "confirmed",
      span: from >= 0 && until >= 0 ? { from, until } : null,
      minutes,
      category: categories[category2]
    };
    const day = firstDay + position;
    const list = entries.get(day);
    if (list === void 0) entries.set(day, [entry]);
    else list.push(entry);
  }
  return { entries, allowance };
}
async function readCorrections(tx, staff, month) {
  const rows = await tx.query(
    `select c.staff, c.duty_date, c.kind, c.state, c.in_minute, c.out_minute from tk.correction c
      where c.municipality = $1 and c.staff = any($2) and c.duty_date >= $3 and c.duty_date <= $4
      order by c.decided_at, c.id`,
    [tx.municipality, staff, monthDate(month), formatLocalDate(lastDayOf(month))]
  );
  const people = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const days = people.get(row.staff) ?? /* @__PURE__ */ new Map();
    people.set(row.staff, days);
    if (row.state !== "accepted") continue;
    const day = dayOf(row.duty_date);
    const found = days.get(day) ?? { in: null, out: null, answered: false };
    days.set(day, found);
    if (row.kind === "discrepancy") found.answered = true;
    else {
      found.in = row.in_minute ?? found.in;
      found.out = row.out_minute ?? found.out;
    }
  }
  return people;
}
async function readMonthFacts(tx, staff, first, last) {
  const rows = await tx.query(
    `select f.staff, f.month, f.overtime, f.exceptional, f.allowance from tk.month_fact f
      where f.municipality = $1 and f.month = any($3::date[]) and f.staff = any($2)`,
    [tx.municipality, staff, monthDates(first, last)]
  );
  return new Map(
    rows.map((r) => [
      monthKey(r.staff, monthOf(dayOf(r.month))),
      { overtime: r.overtime, exceptional: r.exceptional, allowance: r.allowance }
    ])
  );
}
async function readFirstMonth(tx, staff) {
  const key = [tx.municipality, staff];
  const found = await Promise.all([
    tx.query("select min(p.month) as first from tk.punch p where p.municipality = $1", [
      tx.municipality
    ]),
    ...["overtime", "correction"].map(
      (table) => tx.query(
        `select min(t.duty_date) as first from tk.${table} t where t.municipality = $1 and t.staff = any($2)`,
        key
      )
    )
  ]);
  const months = found.flatMap(([row]) => row?.first ? [monthOf(dayOf(row.first))] : []);
  return Math.min(Infinity, ...months);
}
function monthKey(staff, month) {
  return `${month}/${staff}`;
}
function monthDate(month) {
  return formatLocalDate(firstDayOf(month));
}
function monthDates(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => monthDate(first + i));
}
function integersOf(text) {
  const numbers = [];
  let value = 0;
  let negative = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? COMMA : text.charCodeAt(i);
    if (code === COMMA) {
      numbers.push(negative ? -value : value);
      value = 0;
      negative = false;
    } else if (code === MINUS) negative = true;
    else value = value * 10 + code - ZERO;
  }
  return numbers;
}
var COMMA = 44;
var MINUS = 45;
var ZERO = 48;

// server/derive/stale.ts
async function markDaysOfAll(tx, first, last) {
  const parts = [];
  for (let month = monthOf(first); month <= monthOf(last); month++) {
    parts.push({
      month: firstDayOf(month),
      first: Math.max(first, firstDayOf(month)),
      last: Math.min(last, lastDayOf(month))
    });
  }
  if (parts.length === 0) return;
  await insertSweeps(
    tx,
    parts.map((p) => formatLocalDate(p.month)),
    parts.map((p) => formatLocalDate(p.first)),
    parts.map((p) => formatLocalDate(p.last))
  );
}
async function markJudgements(tx, first, last) {
  const months = [];
  for (let month = first; month <= last; month++) months.push(formatLocalDate(firstDayOf(month)));
  if (months.length === 0) return;
  const none = months.map(() => null);
  await insertSweeps(tx, months, none, none);
}
async function insertSweeps(tx, months, firstDates, lastDates) {
  await tx.query(
    `insert into tk.sweep as s (municipality, month, first_date, last_date)
     select $1, u.month, u.first_date, u.last_date from unnest($2::date[], $3::date[], $4::date[]) as u (month, first_date, last_date)
     on conflict (municipality, month) do update set
       first_date = least(s.first_date, excluded.first_date), last_date = greatest(s.last_date, excluded.last_date), after_staff = ''`,
    [tx.municipality, months, firstDates, lastDates]
  );
}

// server/derive/recorded-months.ts
async function readRecordedMonths(tx) {
  const rows = await tx.query("select r.month from tk.recorded_month r where r.municipality = $1", [
    tx.municipality
  ]);
  return new Set(rows.map((r) => monthOf(dayOf(r.month))));
}
async function noteMonths(tx, months) {
  if (months.length === 0) return [];
  const rows = await tx.query(
    `insert into tk.recorded_month (municipality, month) select $1, u.month from unnest($2::date[]) as u (month)
     on conflict (municipality, month) do nothing returning month`,
    [tx.municipality, months.map(monthDate)]
  );
  return rows.map((r) => monthOf(dayOf(r.month)));
}
function withRunningMonth(months, today) {
  const running = monthOf(today);
  return months.includes(running - 1) && !months.includes(running) ? [...months, running] : [...months];
}
async function recordMonths(tx, months, today) {
  for (const month of await noteMonths(tx, withRunningMonth(months, today))) {
    await markDaysOfAll(tx, firstDayOf(month), lastDayOf(month));
  }
}

// server/store/day-state.ts
var dayStates = [
  "dayOff",
  "holiday",
  "future",
  "open",
  "classified",
  "noRecord",
  "missingOut",
  "missingIn"
];

// server/jobs/day-turn.ts
var CLOCK_STEP_MS = 5 * 6e4;
function lastStep(clock) {
  const now2 = clock.now().getTime();
  return new Date(now2 - now2 % CLOCK_STEP_MS);
}
var OPEN = dayStates.indexOf("open");

// server/derive/duty-months.ts
import { setImmediate as breathe } from "node:timers/promises";

// law/time/spans.ts
function lengthOfSpan(span) {
  return span.until > span.from ? span.until - span.from : 0;
}
function sharedMinutes(a, b) {
  const from = Math.max(a.from, b.from);
  const until = Math.min(a.until, b.until);
  return until > from ? until - from : 0;
}
function normalised(spans) {
  const ordered = spans.filter((span) => span.until > span.from).sort((a, b) => a.from - b.from);
  const merged = [];
  for (const span of ordered) {
    const last = merged.at(-1);
    if (last === void 0 || span.from > last.until) merged.push(span);
    else if (span.until > last.until) merged[merged.length - 1] = { from: last.from, until: span.until };
  }
  return merged;
}
var Spans = class _Spans {
  static none = new _Spans([]);
  list;
  constructor(list) {
    this.list = list;
  }
  /** Any spans, in any order, overlapping or not. */
  static of(...spans) {
    return new _Spans(normalised(spans));
  }
  /** Minutes in the set. */
  get total() {
    let sum3 = 0;
    for (const span of this.list) sum3 += span.until - span.from;
    return sum3;
  }
  get isEmpty() {
    return this.list.length === 0;
  }
  /** First minute; undefined for the empty set. */
  get start() {
    return this.list[0]?.from;
  }
  /** The minute after the last one; undefined for the empty set. */
  get end() {
    return this.list.at(-1)?.until;
  }
  /** Union. */
  or(other) {
    return new _Spans(normalised([...this.list, ...other.list]));
  }
  /** Intersection. */
  and(other) {
    const shared = [];
    for (const a of this.list) {
      for (const b of other.list) {
        const from = Math.max(a.from, b.from);
        const until = Math.min(a.until, b.until);
        if (until > from) shared.push({ from, until });
      }
    }
    return new _Spans(shared);
  }
  /** What is in this set and not in the other. */
  minus(other) {
    const left = [];
    for (const span of this.list) {
      let from = span.from;
      for (const hole of other.list) {
        if (hole.until <= from) continue;
        if (hole.from >= span.until) break;
        if (hole.from > from) left.push({ from, until: hole.from });
        from = hole.until;
      }
      if (from < span.until) left.push({ from, until: span.until });
    }
    return new _Spans(left);
  }
  /** The set without `length` minutes, taken out after its first `after` minutes. */
  without(length, after) {
    const left = [];
    let passed = 0;
    for (const { from, until } of this.list) {
      const holeFrom = Math.min(until, from + Math.max(0, after - passed));
      const holeUntil = Math.min(until, from + Math.max(0, after + length - passed));
      left.push({ from, until: holeFrom }, { from: holeUntil, until });
      passed += until - from;
    }
    return new _Spans(normalised(left));
  }
};

// law/working-time/net-overtime.ts
var SIX = 6 * 60;
var EIGHT = 8 * 60;
var BREAK_OVER_SIX = 45;
var BREAK_OVER_EIGHT = 60;
function workWithin(stretch) {
  if (stretch <= SIX) return stretch;
  if (stretch <= EIGHT + BREAK_OVER_SIX) return Math.max(SIX, stretch - BREAK_OVER_SIX);
  return Math.max(EIGHT, stretch - BREAK_OVER_EIGHT);
}
function withoutStatutoryBreak(work) {
  const stretch = (work.end ?? 0) - (work.start ?? 0);
  const lacking = work.total - workWithin(stretch);
  return lacking > 0 ? work.without(lacking, SIX) : work;
}
function overtimeOf(work, allotment) {
  return allotment.kind === "weeklyDayOff" ? withoutStatutoryBreak(work) : work.minus(Spans.of(allotment.hours));
}
function holidayWorkOf(work, allotment) {
  if (allotment.kind !== "legalHoliday") return Spans.none;
  return work.and(Spans.of(allotment.hours)).minus(Spans.of(...allotment.breaks));
}
function netOvertime(span, allotment) {
  return overtimeOf(Spans.of(span), allotment).total;
}
var nights = Spans.of(
  { from: -2 * 60, until: 5 * 60 },
  { from: 22 * 60, until: 29 * 60 },
  { from: 46 * 60, until: 53 * 60 }
);
function nightOf(work) {
  return work.and(nights);
}

// law/working-time/count-overtime.ts
var everPresent = Spans.of({ from: -24 * 60, until: 96 * 60 });
var nothing = {
  overtime: 0,
  exceptional: 0,
  disaster: 0,
  infection: 0,
  holidayWork: 0,
  night: 0,
  ordered: 0,
  confirmed: 0,
  end: -1
};
function add(counted, { state, category: category2 }, minutes, exceptional) {
  counted.overtime += minutes;
  if (state === "ordered") counted.ordered += minutes;
  else counted.confirmed += minutes;
  if (category2 === "disaster") counted.disaster += minutes;
  if (category2 === "infection") counted.infection += minutes;
  if (exceptional) counted.exceptional += minutes;
}
function coveredBy(state, span, present) {
  return state === "confirmed" ? Spans.of(span) : Spans.of(span).and(present);
}
function workOf(entries, present) {
  let work = Spans.none;
  for (const { span, state } of entries) if (span !== null) work = work.or(coveredBy(state, span, present));
  return work;
}
function minutesOf(entry, overtime, allotment) {
  const asConfirmed = entry.state === "confirmed" && allotment.kind !== "legalHoliday";
  return asConfirmed ? entry.minutes : Math.min(overtime, entry.minutes);
}
function holidayMinutesOf(entry, span, overtime, inside, allotment) {
  if (inside === 0 || entry.minutes <= netOvertime(span, allotment)) return inside;
  return Math.min(inside, entry.minutes - overtime);
}
function countSpan(counted, left, entry, span, allotment) {
  const own2 = coveredBy(entry.state, span, left.present);
  const overtime = left.overtime.and(own2);
  const inside = left.holidayWork.and(own2).total;
  left.overtime = left.overtime.minus(own2);
  left.holidayWork = left.holidayWork.minus(own2);
  const minutes = minutesOf(entry, overtime.total, allotment);
  counted.end = Math.max(counted.end, span.until);
  counted.night += Math.min(minutes, nightOf(overtime).total);
  counted.holidayWork += holidayMinutesOf(entry, span, minutes, inside, allotment);
  return minutes;
}
function countLength(left, entry) {
  if (entry.state === "confirmed") return entry.minutes;
  const minutes = Math.min(entry.minutes, left.unclaimed);
  left.unclaimed -= minutes;
  return minutes;
}
function countOvertime(entries, allotment, present, exceptionalCategories) {
  const counted = { ...nothing };
  const work = workOf(entries, present);
  const left = {
    overtime: overtimeOf(work, allotment),
    holidayWork: holidayWorkOf(work, allotment),
    present,
    unclaimed: overtimeOf(present, allotment).minus(work).total
  };
  for (const state of ["confirmed", "ordered"]) {
    for (const entry of entries) {
      if (entry.state !== state) continue;
      const { span } = entry;
      const minutes = span === null ? countLength(left, entry) : countSpan(counted, left, entry, span, allotment);
      add(counted, entry, minutes, exceptionalCategories.includes(entry.category));
    }
  }
  return counted;
}

// law/working-time/stays.ts
function inOrder(marks) {
  for (let index = 1; index < marks.length; index += 1) {
    if (marks[index].at < marks[index - 1].at) return [...marks].sort((a, b) => a.at - b.at);
  }
  return marks;
}
function arrive(draft, at) {
  if (draft.open >= 0) {
    if (draft.maybeOut < 0) return;
    draft.stays.push({ from: draft.open, until: draft.maybeOut });
  }
  draft.open = at;
  draft.openUnknown = false;
  draft.maybeOut = -1;
}
function leave(draft, at) {
  if (draft.open >= 0) {
    draft.stays.push({ from: draft.open, until: at });
    draft.open = -1;
    draft.maybeOut = -1;
    return;
  }
  const last = draft.stays.pop();
  if (last === void 0) draft.strayOut = at;
  else draft.stays.push({ from: last.from, until: at });
}
function passUnknown(draft, at) {
  if (draft.open >= 0) {
    draft.maybeOut = at;
    return;
  }
  draft.open = at;
  draft.openUnknown = true;
}
function pair(marks, source) {
  const draft = { stays: [], open: -1, openUnknown: false, maybeOut: -1, strayOut: -1 };
  for (const { at, direction, source: from } of marks) {
    if (from !== source) continue;
    if (direction === "in") arrive(draft, at);
    else if (direction === "out") leave(draft, at);
    else passUnknown(draft, at);
  }
  if (draft.open >= 0 && draft.maybeOut >= 0) leave(draft, draft.maybeOut);
  return draft;
}
function correct(draft, corrected) {
  if (corrected.in !== null) correctIn(draft, corrected.in);
  if (corrected.out !== null) correctOut(draft, corrected.out);
}
function correctIn(draft, at) {
  if (draft.openUnknown && draft.stays.length === 0 && draft.open > at) leave(draft, draft.open);
  const stays = draft.stays.filter(({ until }) => until > at);
  const first = stays.shift();
  if (first !== void 0) stays.unshift({ from: at, until: first.until });
  else if (draft.strayOut > at) stays.push({ from: at, until: draft.strayOut });
  else {
    draft.open = at;
    draft.openUnknown = false;
  }
  draft.stays = stays;
  draft.strayOut = -1;
}
function correctOut(draft, at) {
  if (draft.open >= 0 && draft.open <= at) {
    draft.stays.push({ from: draft.open, until: at });
  } else {
    const stays = draft.stays.filter(({ from }) => from <= at);
    const last = stays.pop();
    if (last === void 0) draft.strayOut = at;
    else stays.push({ from: last.from, until: at });
    draft.stays = stays;
  }
  draft.open = -1;
}
function joinLog(draft) {
  const first = draft.stays[0];
  const last = draft.stays.at(-1);
  if (first === void 0 || last === void 0) return;
  draft.stays = [{ from: first.from, until: last.until }];
  draft.strayOut = -1;
}
function presenceOf(facts) {
  const marks = inOrder(facts.marks);
  let pcFirst = -1;
  let pcLast = -1;
  let punches = 0;
  for (const mark of marks) {
    if (mark.source === "punch") punches += 1;
    else {
      if (pcFirst < 0) pcFirst = mark.at;
      pcLast = mark.at;
    }
  }
  const draft = pair(marks, punches > 0 ? "punch" : "pc");
  if (punches === 0) joinLog(draft);
  if (facts.corrected !== null) correct(draft, facts.corrected);
  const { stays, open, openUnknown, strayOut } = draft;
  const first = stays[0];
  const last = stays.at(-1);
  return {
    stays,
    openSince: open,
    openUnknown,
    strayOut,
    firstIn: first?.from ?? open,
    lastOut: open >= 0 ? -1 : last?.until ?? strayOut,
    pcFirst,
    pcLast,
    marked: first !== void 0 || open >= 0 || strayOut >= 0
  };
}
function totalOfStays(stays) {
  let total = 0;
  for (const stay of stays) total += lengthOfSpan(stay);
  return total;
}
function staysWithin(stays, span) {
  let total = 0;
  for (const stay of stays) total += sharedMinutes(stay, span);
  return total;
}

// law/working-time/derive-duty-day.ts
var DAY = 24 * 60;
function isPast(facts, rules) {
  return facts.clock >= DAY + rules.dayBoundary;
}
function expectedEnd({ allotment, overtime }) {
  let end2 = -1;
  if (allotment.kind === "dutyDay") return allotment.hours.until;
  for (const { span } of overtime) if (span !== null && span.until > end2) end2 = span.until;
  return end2;
}
function stateWithoutMarks(facts, rules) {
  const past = isPast(facts, rules);
  if (past && facts.overtime.some(({ state }) => state === "ordered")) return "noRecord";
  if (facts.allotment.kind === "weeklyDayOff") return "dayOff";
  if (facts.allotment.kind === "legalHoliday") return "holiday";
  if (facts.clock < 0) return "future";
  return past ? "noRecord" : "open";
}
function stateWhenOpen(facts, { openSince, openUnknown }) {
  if (facts.clock - openSince < DAY) return "open";
  const { allotment } = facts;
  if (!openUnknown || allotment.kind === "weeklyDayOff") return "missingOut";
  return openSince * 2 < allotment.hours.from + allotment.hours.until ? "missingOut" : "missingIn";
}
function stateOf(facts, rules, presence) {
  if (!presence.marked) return stateWithoutMarks(facts, rules);
  if (presence.strayOut >= 0) return "missingIn";
  if (presence.openSince >= 0) return stateWhenOpen(facts, presence);
  const expected = expectedEnd(facts);
  return presence.lastOut < expected && facts.clock < expected ? "open" : "classified";
}
function explainedUntil({ allotment, overtime }, firstIn, end2) {
  let until = allotment.kind === "dutyDay" ? Math.max(allotment.hours.until, firstIn) : firstIn;
  if (end2 > until) until = end2;
  for (const { span, minutes } of overtime) if (span === null) until += minutes;
  return until;
}
function discrepancyOf(facts, rules, presence, end2) {
  if (facts.discrepancyAnswered) return 0;
  const after = explainedUntil(facts, presence.firstIn, end2);
  const unexplained = staysWithin(presence.stays, { from: after, until: presence.lastOut });
  return unexplained > rules.discrepancyThreshold ? unexplained : 0;
}
function beyondOf({ allotment }, stays, presence) {
  return allotment.kind === "weeklyDayOff" ? presence : presence - staysWithin(stays, allotment.hours);
}
function countEntries(facts, rules, stays) {
  const { overtime, allotment } = facts;
  if (overtime.length === 0) return nothing;
  if (stays !== null) return countOvertime(overtime, allotment, Spans.of(...stays), rules.exceptionalCategories);
  const confirmed = overtime.filter(({ state }) => state === "confirmed");
  return countOvertime(confirmed, allotment, everPresent, rules.exceptionalCategories);
}
function orderedOf({ overtime, allotment }) {
  return overtime.length === 0 ? 0 : countOvertime(overtime, allotment, everPresent, []).ordered;
}
function judgeDutyDay(facts, rules) {
  const presence = presenceOf(facts);
  const state = stateOf(facts, rules, presence);
  const classified = state === "classified";
  const missing = state === "missingIn" || state === "missingOut";
  const counted = countEntries(facts, rules, classified ? presence.stays : null);
  const ordered = classified ? 0 : orderedOf(facts);
  const total = missing ? 0 : totalOfStays(presence.stays);
  const day = {
    state,
    unclassifiable: missing || state === "noRecord" && ordered > 0,
    firstIn: presence.firstIn,
    lastOut: presence.lastOut,
    pcFirst: presence.pcFirst,
    pcLast: presence.pcLast,
    presence: total,
    beyond: missing ? 0 : beyondOf(facts, presence.stays, total),
    overtime: counted.overtime,
    exceptional: counted.exceptional,
    disaster: counted.disaster,
    infection: counted.infection,
    orderedAhead: missing || state === "noRecord" ? 0 : ordered,
    holidayWork: counted.holidayWork,
    night: counted.night,
    dayOffOvertime: facts.allotment.kind === "weeklyDayOff" ? counted.overtime : 0,
    discrepancy: classified ? discrepancyOf(facts, rules, presence, counted.end) : 0
  };
  return { day, presence, counted };
}
function deriveDutyDay(facts, rules) {
  return judgeDutyDay(facts, rules).day;
}

// law/working-time/duty-dates.ts
var DAY2 = 24 * 60;
var noShift = () => ({ at: Number.NEGATIVE_INFINITY, date: 0, running: false, carried: false });
function arrive2(shift, at, date) {
  shift.at = at;
  shift.date = date;
  shift.running = true;
  shift.carried = false;
}
function closes(shift, at, date) {
  return shift.date < date && at - shift.at < DAY2 && (shift.running || shift.carried);
}
function dutyDateAt2(at, dayBoundary) {
  return Math.floor((at - dayBoundary) / DAY2);
}
function dutyDatesOf(marks, dayBoundary) {
  const punched = noShift();
  const logged = noShift();
  return marks.map(({ at, direction, source }) => {
    const natural = dutyDateAt2(at, dayBoundary);
    if (direction === "unknown") return natural;
    if (direction === "in") {
      arrive2(source === "punch" ? punched : logged, at, natural);
      if (source === "punch" && logged.date !== natural) Object.assign(logged, noShift());
      return natural;
    }
    const shift = source === "punch" ? punched : logged;
    const own2 = shift.running && shift.date === natural;
    const carried = closes(shift, at, natural);
    shift.running = false;
    shift.carried = carried;
    if (source === "pc" && !own2 && closes(punched, at, natural)) return punched.date;
    return carried ? shift.date : natural;
  });
}
function marksByDutyDate(marks, dayBoundary) {
  const dates = dutyDatesOf(marks, dayBoundary);
  const byDate = /* @__PURE__ */ new Map();
  marks.forEach(({ at, direction, source }, index) => {
    const date = dates[index];
    const mark = { at: at - date * DAY2, direction, source };
    const listed = byDate.get(date);
    if (listed === void 0) byDate.set(date, [mark]);
    else listed.push(mark);
  });
  return byDate;
}
function marksNeededFor(first, last, dayBoundary) {
  return { from: (first - 1) * DAY2 + dayBoundary, until: (last + 2) * DAY2 + dayBoundary };
}

// server/derive/month-days.ts
var denseColumns = [
  "day_state",
  "first_in",
  "last_out",
  "pc_first",
  "pc_last",
  "presence_days",
  "beyond_days",
  "overtime_days",
  "exceptional_days",
  "ordered_days",
  "discrepancy_days"
];
var sparseColumns = [
  "disaster_days",
  "infection_days",
  "holiday_work_days",
  "night_days",
  "day_off_overtime_days",
  "unclassifiable_days"
];
var dayColumns = [...denseColumns, ...sparseColumns];
var stateNumbers = new Map(dayStates.map((state, index) => [state, index]));
function stateNumber(state) {
  const found = stateNumbers.get(state);
  if (found === void 0) throw new Error(`day state without a number: ${state}`);
  return found;
}
var outOfService = {
  state: "dayOff",
  unclassifiable: false,
  firstIn: -1,
  lastOut: -1,
  pcFirst: -1,
  pcLast: -1,
  presence: 0,
  beyond: 0,
  overtime: 0,
  exceptional: 0,
  disaster: 0,
  infection: 0,
  orderedAhead: 0,
  holidayWork: 0,
  night: 0,
  dayOffOvertime: 0,
  discrepancy: 0
};
function blankDays(length) {
  const days = {};
  for (const column of dayColumns) days[column] = new Array(length).fill(0);
  return days;
}
function resizeDays(days, length) {
  for (const column of dayColumns) {
    const values = days[column];
    while (values.length < length) values.push(0);
    values.length = length;
  }
}
function putDay(days, index, day) {
  days.day_state[index] = stateNumber(day.state);
  days.first_in[index] = day.firstIn;
  days.last_out[index] = day.lastOut;
  days.pc_first[index] = day.pcFirst;
  days.pc_last[index] = day.pcLast;
  days.presence_days[index] = day.presence;
  days.beyond_days[index] = day.beyond;
  days.overtime_days[index] = day.overtime;
  days.exceptional_days[index] = day.exceptional;
  days.ordered_days[index] = day.orderedAhead;
  days.discrepancy_days[index] = day.discrepancy;
  days.disaster_days[index] = day.disaster;
  days.infection_days[index] = day.infection;
  days.holiday_work_days[index] = day.holidayWork;
  days.night_days[index] = day.night;
  days.day_off_overtime_days[index] = day.dayOffOvertime;
  days.unclassifiable_days[index] = day.unclassifiable ? 1 : 0;
}
function totalsOf(days) {
  return {
    overtime: sum(days.overtime_days),
    exceptional: sum(days.exceptional_days),
    disaster: sum(days.disaster_days),
    infection: sum(days.infection_days),
    ordered_ahead: sum(days.ordered_days),
    holiday_work: sum(days.holiday_work_days),
    night: sum(days.night_days),
    day_off_overtime: sum(days.day_off_overtime_days),
    presence: sum(days.presence_days),
    beyond: sum(days.beyond_days),
    days_worked: daysWorked(days),
    unclassifiable: sum(days.unclassifiable_days),
    discrepancies: positive(days.discrepancy_days)
  };
}
function cumulativeOf(days) {
  let total = 0;
  return days.overtime_days.map((minutes) => {
    total += minutes;
    return total;
  });
}
function sum(values) {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
function positive(values) {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > 0) count += 1;
  return count;
}
function daysWorked(days) {
  let count = 0;
  for (let i = 0; i < days.first_in.length; i++) {
    if (days.first_in[i] >= 0 || days.last_out[i] >= 0 || days.presence_days[i] > 0) count += 1;
  }
  return count;
}
function arrayLiteral(values) {
  return `{${values.join(",")}}`;
}
var ZERO2 = 48;
var MINUS2 = 45;
function sparseLiteral(values) {
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) return arrayLiteral(values);
  return "{}";
}
function readArray(literal, into) {
  if (literal === "{}") return into.fill(0);
  let index = 0;
  let value = 0;
  let negative = false;
  for (let i = 1; i < literal.length; i++) {
    const code = literal.charCodeAt(i);
    if (code === MINUS2) negative = true;
    else if (code >= ZERO2 && code <= ZERO2 + 9) value = value * 10 + code - ZERO2;
    else {
      into[index++] = negative ? -value : value;
      value = 0;
      negative = false;
    }
  }
  return into;
}
function literalsOf(days) {
  const literals = [];
  for (const column of denseColumns) literals.push(arrayLiteral(days[column]));
  for (const column of sparseColumns) literals.push(sparseLiteral(days[column]));
  literals.push(arrayLiteral(cumulativeOf(days)));
  return literals;
}

// server/derive/record-rows.ts
var valueColumns = [
  ["department", "text"],
  ["managerial", "boolean"],
  ["externally_driven", "boolean"],
  ["source", "text"],
  ["overtime", "integer"],
  ["exceptional", "integer"],
  ["disaster", "integer"],
  ["infection", "integer"],
  ["ordered_ahead", "integer"],
  ["holiday_work", "integer"],
  ["night", "integer"],
  ["day_off_overtime", "integer"],
  ["presence", "integer"],
  ["beyond", "integer"],
  ["days_worked", "integer"],
  ["unclassifiable", "integer"],
  ["discrepancies", "integer"],
  ["allowance", "bigint"]
];
var arrayColumns = [...dayColumns, "cumulative"];
var recordColumns = [...valueColumns.map(([name]) => name), ...arrayColumns];
var FIRST_ARRAY = valueColumns.length;
function rowOf(staff, month, figures) {
  const totals = { ...totalsOf(figures.days), ...figures.handedOver };
  const { post, source, allowance } = figures;
  return {
    staff,
    month,
    values: [
      post.department,
      post.managerial,
      post.externallyDriven,
      source,
      totals.overtime,
      totals.exceptional,
      totals.disaster,
      totals.infection,
      totals.ordered_ahead,
      totals.holiday_work,
      totals.night,
      totals.day_off_overtime,
      totals.presence,
      totals.beyond,
      totals.days_worked,
      totals.unclassifiable,
      totals.discrepancies,
      allowance,
      ...literalsOf(figures.days)
    ]
  };
}
function valueIn(row, column) {
  return row.values[recordColumns.indexOf(column)] ?? null;
}
function literalOf(row, column) {
  return row.values[FIRST_ARRAY + dayColumns.indexOf(column)];
}
function differingColumns(a, b) {
  return recordColumns.filter((_, i) => a.values[i] !== b.values[i]);
}
var judgedColumns = /* @__PURE__ */ new Set([
  "department",
  "managerial",
  "externally_driven",
  "overtime",
  "exceptional",
  "ordered_ahead",
  "day_state"
]);
function changesStanding(columns) {
  return columns.some((column) => judgedColumns.has(column));
}
var selectList = [
  ...valueColumns.map(([name]) => `r.${name}`),
  ...arrayColumns.map((name) => `r.${name}::text as ${name}`)
].join(", ");
async function readRows(tx, staff, month) {
  const rows = await tx.query(
    `select r.staff, ${selectList} from tk.month_record r where r.municipality = $1 and r.month = $2 and r.staff = any($3)`,
    [tx.municipality, monthDate(month), staff]
  );
  return new Map(
    rows.map((r) => [r.staff, { staff: r.staff, month, values: recordColumns.map((name) => r[name] ?? null) }])
  );
}
var allColumns = ["staff", ...recordColumns];
var upsert = `insert into tk.month_record (municipality, month, ${allColumns.join(", ")})
  select $1, $2::date, u.staff, ${valueColumns.map(([name]) => `u.${name}`).join(", ")},
         ${arrayColumns.map((name) => `u.${name}::${name === "cumulative" ? "integer" : "smallint"}[]`).join(", ")}
    from unnest($3::text[], ${recordColumns.map((_, i) => `$${i + 4}::${valueColumns[i]?.[1] ?? "text"}[]`).join(", ")})
      as u (${allColumns.join(", ")})
  on conflict (municipality, month, staff) do update set ${recordColumns.map((name) => `${name} = excluded.${name}`).join(", ")}`;
async function writeRows(tx, month, rows) {
  if (rows.length === 0) return;
  await tx.query(upsert, [
    tx.municipality,
    monthDate(month),
    rows.map((r) => r.staff),
    ...recordColumns.map((_, i) => columnOf(rows, i))
  ]);
}
function columnOf(rows, i) {
  if (i >= FIRST_ARRAY) return `{"${rows.map((r) => r.values[i]).join('","')}"}`;
  if (typeof rows[0]?.values[i] === "number") return `{${rows.map((r) => r.values[i] ?? "NULL").join(",")}}`;
  return rows.map((r) => r.values[i] ?? null);
}
async function deleteRows(tx, month, staff) {
  if (staff.length === 0) return;
  const key = [tx.municipality, monthDate(month), staff];
  const where = "where t.municipality = $1 and t.month = $2 and t.staff = any($3)";
  await Promise.all(
    ["month_record", "standing", "standing_limit"].map((table) => tx.query(`delete from tk.${table} t ${where}`, key))
  );
}

// server/derive/service.ts
function chainPosts(posts) {
  const ordered = posts.toSorted((a, b) => a.from - b.from || (a.department < b.department ? -1 : 1));
  return ordered.map((post, i) => ({ ...post, until: Math.min(post.until, ordered[i + 1]?.from ?? Infinity) })).filter(isSome);
}
function servesIn(service, month) {
  return isSome(intersect(service, daysOf(month)));
}
function daysOf(month) {
  return { from: firstDayOf(month), until: firstDayOf(month + 1) };
}
function postOf(service, book, month, { yearStartMonth, today }) {
  const known2 = { ...service, until: Math.min(service.until, today + 1) };
  const lastDay = Math.min(lastDayOf(month), known2.until - 1);
  const post = service.posts.findLast((p) => p.from <= lastDay) ?? service.posts[0];
  return {
    department: post?.department ?? "",
    managerial: post?.managerial ?? false,
    externallyDriven: isExternallyDriven(known2, book, month, yearStartMonth)
  };
}
function isExternallyDriven(service, book, month, yearStartMonth) {
  const inService = intersect(daysOf(month), service);
  for (const post of service.posts) {
    const days = intersect(post, inService);
    if (isSome(days) && book.designatedDays(post.department).some((d) => isSome(intersect(d, days)))) return true;
  }
  if (month === firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth)) return false;
  return transfersBetween(service, book, firstDayOf(month), firstDayOf(month)).some(
    (t) => t.from === "externallyDriven"
  );
}
function transfersBetween(service, book, first, last) {
  const transfers = [];
  for (let i = 1; i < service.posts.length; i++) {
    const before = service.posts[i - 1];
    const after = service.posts[i];
    const on = after.from;
    if (on < first || on > last || on <= service.from || on >= service.until) continue;
    if (before.until !== on || before.department === after.department) continue;
    const from = book.designatedOn(before.department, on - 1) ? "externallyDriven" : "selfDirected";
    const to = book.designatedOn(after.department, on) ? "externallyDriven" : "selfDirected";
    if (from !== to) transfers.push({ on, from, to });
  }
  return transfers;
}
function transfersOfYear(service, book, month, yearStartMonth) {
  if (service.posts.length < 2) return [];
  const first = firstDayOf(firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth));
  return transfersBetween(service, book, first, lastDayOf(month));
}

// server/derive/services.ts
async function readServices(tx, staff) {
  const [people, appointments] = await Promise.all([
    tx.query(
      "select s.staff, s.joined_on, s.left_on from tk.staff s where s.municipality = $1 and s.staff = any($2)",
      [tx.municipality, staff]
    ),
    tx.query(
      `select a.staff, a.effective_from, a.effective_until, a.department, a.managerial from tk.appointment a
        where a.municipality = $1 and a.staff = any($2) and not a.concurrent`,
      [tx.municipality, staff]
    )
  ]);
  const posts = /* @__PURE__ */ new Map();
  for (const a of appointments) {
    const post = {
      department: a.department,
      managerial: a.managerial,
      ...daysBetween(a.effective_from, a.effective_until)
    };
    const list = posts.get(a.staff);
    if (list === void 0) posts.set(a.staff, [post]);
    else list.push(post);
  }
  return new Map(
    people.map((p) => [
      p.staff,
      {
        from: dayOf(p.joined_on),
        until: p.left_on === null ? Infinity : dayOf(p.left_on) + 1,
        posts: chainPosts(posts.get(p.staff) ?? [])
      }
    ])
  );
}

// server/derive/duty-months.ts
var LONG_WINDOW = 10;
var PEOPLE_BETWEEN_BREATHS = 50;
var NO_MARKS = [];
var NO_OVERTIME = [];
async function deriveMonths(tx, rules, touched, afresh = false) {
  const staff = [...new Set(touched.map((t) => t.staff))];
  const { recorded, handedOver, months } = await readMonthsAtHand(tx, rules, touched, staff);
  const byMonth = touchedByMonth(touched, months);
  const [services, stored] = await Promise.all([
    readServices(tx, staff),
    Promise.all(
      [...byMonth].map(
        ([month, t]) => readRows(
          tx,
          t.map((x) => x.staff),
          month
        )
      )
    )
  ]);
  const gone = [];
  const results = await Promise.all(
    [...byMonth].map(([month, windows], i) => {
      const work = windows.flatMap((window) => {
        const row = stored[i]?.get(window.staff) ?? null;
        const service = services.get(window.staff);
        if (service !== void 0 && servesIn(service, month)) {
          const fact = handedOver.get(monthKey(window.staff, month)) ?? null;
          return [workOf2(window, { service, fact, row, afresh })];
        }
        if (row !== null) gone.push({ staff: window.staff, month, stored: row, derived: null });
        return [];
      });
      return deriveMonth(tx, rules, work, month, recorded.has(month));
    })
  );
  return {
    months: [...gone, ...results.flatMap((r) => r.months)],
    begun: results.filter((r) => r.begins).map((r) => r.month)
  };
}
async function readMonthsAtHand(tx, rules, touched, staff) {
  const first = Math.max(monthOf(minimum(touched.map((t) => t.first))), holidayYears.from * 12);
  const last = Math.min(
    -minimum(touched.map((t) => -monthOf(t.last))),
    monthOf(rules.today),
    holidayYears.through * 12 + 11
  );
  if (!(first <= last)) return { recorded: /* @__PURE__ */ new Set(), handedOver: /* @__PURE__ */ new Map(), months: [] };
  const [recorded, handedOver] = await Promise.all([readRecordedMonths(tx), readMonthFacts(tx, staff, first, last)]);
  const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const begins = range.every((m) => recorded.has(m)) ? Infinity : await readFirstMonth(tx, staff);
  const withTotals = new Set([...handedOver.keys()].map((key) => Number(key.slice(0, key.indexOf("/")))));
  return { recorded, handedOver, months: range.filter((m) => recorded.has(m) || m >= begins || withTotals.has(m)) };
}
function minimum(values) {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
function touchedByMonth(touched, months) {
  const byMonth = /* @__PURE__ */ new Map();
  for (const month of months) {
    const days = { first: firstDayOf(month), last: lastDayOf(month) };
    const people = /* @__PURE__ */ new Map();
    for (const range of touched) {
      if (range.last < days.first || range.first > days.last) continue;
      const known2 = people.get(range.staff);
      people.set(range.staff, {
        staff: range.staff,
        month,
        first: Math.max(days.first, Math.min(range.first, known2?.first ?? range.first)),
        last: Math.min(days.last, Math.max(range.last, known2?.last ?? range.last))
      });
    }
    if (people.size > 0) byMonth.set(month, [...people.values()]);
  }
  return byMonth;
}
function workOf2(touched, given) {
  const { service, fact, row, afresh } = given;
  const { staff, month, first, last } = touched;
  const isTotal = row !== null && valueIn(row, "source") === "month";
  const whole = afresh || row === null || fact !== null || isTotal || last - first >= LONG_WINDOW;
  const days = whole ? { first: firstDayOf(month), last: lastDayOf(month) } : { first, last };
  return { staff, month, ...days, service, fact, row, base: whole ? null : row };
}
async function deriveMonth(tx, rules, work, month, wasRecorded) {
  if (work.length === 0) return { month, begins: false, months: [] };
  const facts = await readFacts(tx, rules, work, month);
  const begins = !wasRecorded && work.some((w) => hasRecordIn(facts, w));
  const isRecorded = wasRecorded || begins;
  const empty = emptyDays(rules);
  const months = [];
  for (const [i, w] of work.entries()) {
    if (i % PEOPLE_BETWEEN_BREATHS === PEOPLE_BETWEEN_BREATHS - 1) await breathe();
    const derived = isRecorded || w.fact !== null ? rowFrom(rules, w, facts, empty) : null;
    months.push({ staff: w.staff, month, stored: w.row, derived });
  }
  return { month, begins, months };
}
async function readFacts(tx, rules, work, month) {
  const staff = work.map((w) => w.staff);
  const windows = /* @__PURE__ */ new Map();
  for (const w of work) {
    const key = `${w.first}-${w.last}`;
    const list = windows.get(key);
    if (list === void 0) windows.set(key, [w]);
    else list.push(w);
  }
  const boundary = boundaryOf(rules, month);
  const [overtime, corrections, ...marks] = await Promise.all([
    readOvertime(tx, staff, month),
    readCorrections(tx, staff, month),
    ...[...windows.values()].map((group) => {
      const needed = marksNeededFor(group[0].first, group[0].last, boundary);
      return readMarks(
        tx,
        group.map((w) => w.staff),
        needed
      );
    })
  ]);
  const [only] = marks;
  return { overtime, corrections, marks: marks.length === 1 && only ? only : new Map(marks.flatMap((m) => [...m])) };
}
function boundaryOf(rules, month) {
  return rules.parametersOn(firstDayOf(month)).dayBoundary;
}
function hasRecordIn(facts, { staff, month }) {
  if (facts.overtime.has(staff) || facts.corrections.has(staff)) return true;
  const from = firstDayOf(month) * 1440;
  const until = firstDayOf(month + 1) * 1440;
  return facts.marks.get(staff)?.some((mark) => mark.at >= from && mark.at < until) ?? false;
}
function emptyDays(rules) {
  const known2 = /* @__PURE__ */ new Map();
  return (day) => {
    let found = known2.get(day);
    if (found === void 0) {
      found = deriveDutyDay(
        {
          day,
          allotment: rules.allotmentOn(day),
          marks: NO_MARKS,
          corrected: null,
          overtime: NO_OVERTIME,
          discrepancyAnswered: false,
          clock: rules.clockOn(day)
        },
        rules.parametersOn(day)
      );
      known2.set(day, found);
    }
    return found;
  };
}
function rowFrom(rules, work, facts, empty) {
  const { staff, month, service } = work;
  const { yearStartMonth } = rules.parametersOn(firstDayOf(month));
  const post = postOf(service, rules.departments, month, { yearStartMonth, today: rules.today });
  const marks = marksByDutyDate(facts.marks.get(staff) ?? [], boundaryOf(rules, month));
  const overtime = facts.overtime.get(staff);
  const corrections = facts.corrections.get(staff);
  const fact = work.fact;
  if (fact !== null && overtime === void 0 && corrections === void 0 && !anyIn(marks, month)) {
    const days2 = daysFrom(work, (day) => day >= service.from && day < service.until ? empty(day) : outOfService);
    const handedOver = { overtime: fact.overtime, exceptional: fact.exceptional, unclassifiable: 0 };
    return rowOf(staff, month, { post, source: "month", days: days2, allowance: fact.allowance, handedOver });
  }
  const days = daysFrom(work, (day) => {
    if (day < service.from || day >= service.until) return outOfService;
    const found = marks.get(day);
    const entries = overtime?.entries.get(day);
    const correction = corrections?.get(day);
    if (found === void 0 && entries === void 0 && correction === void 0) return empty(day);
    return deriveDutyDay(
      {
        day,
        allotment: rules.allotmentOn(day),
        marks: found ?? NO_MARKS,
        corrected: correctedOf(correction),
        overtime: entries ?? NO_OVERTIME,
        discrepancyAnswered: correction?.answered ?? false,
        clock: rules.clockOn(day)
      },
      rules.parametersOn(day)
    );
  });
  return rowOf(staff, month, { post, source: "days", days, allowance: overtime?.allowance ?? fact?.allowance ?? null });
}
function anyIn(marks, month) {
  for (const day of marks.keys()) if (monthOf(day) === month) return true;
  return false;
}
function correctedOf(correction) {
  if (correction === void 0 || correction.in === null && correction.out === null) return null;
  return { in: correction.in, out: correction.out };
}
var scratch = blankDays(31);
function daysFrom({ month, first, last, base }, make) {
  resizeDays(scratch, lengthOf(month));
  if (base !== null) for (const column of dayColumns) readArray(literalOf(base, column), scratch[column]);
  const firstDay = firstDayOf(month);
  for (let day = first; day <= last; day++) putDay(scratch, day - firstDay, make(day));
  return scratch;
}

// server/derive/histories.ts
function firstMonthNeeded(month, yearStartMonth) {
  return Math.min(month - 5, firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth));
}
async function historiesOf(tx, { parameters, from, departments }, staff, month) {
  if (staff.length === 0) return /* @__PURE__ */ new Map();
  const [rows, services, book, begins] = await Promise.all([
    readHistoryRows(tx, staff, from, month),
    readServices(tx, staff),
    departments ?? readDepartments(tx),
    readFirstRecord(tx)
  ]);
  const dutyDays = dutyDaysOf(parameters, month);
  const found = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const service = services.get(row.staff);
    if (service === void 0) continue;
    found.set(row.staff, historyFrom(row, { service, book, begins, dutyDays, parameters, from, month }));
  }
  return found;
}
var recordFigures = ["presence", "beyond", "days_worked", "unclassifiable", "discrepancies"];
var MONTH_FIELDS = 6;
async function readHistoryRows(tx, staff, from, month) {
  const last = "filter (where r.month = $4)";
  return tx.query(
    `select r.staff,
            string_agg(concat_ws(',', (extract(year from r.month) * 12 + extract(month from r.month) - 1)::int, r.overtime, r.exceptional,
              r.externally_driven::int, r.managerial::int, r.ordered_ahead), ',' order by r.month) as months,
            max(r.department) ${last} as department, max(r.source) ${last} as source,
            max(array_to_string(r.day_state, ',')) ${last} as day_state,
            max(concat_ws(',', ${recordFigures.map((name) => `r.${name}`).join(", ")})) ${last} as figures
       from tk.month_record r
      where r.municipality = $1 and r.staff = any($2) and r.month = any($3::date[])
      group by r.staff having max(r.month) = $4`,
    [tx.municipality, staff, monthDates(from, month), monthDate(month)]
  );
}
async function readFirstRecord(tx) {
  const [row] = await tx.query(
    "select min(r.month) as first from tk.month_record r where r.municipality = $1",
    [tx.municipality]
  );
  return row?.first ? monthOf(dayOf(row.first)) : 0;
}
function historyFrom(row, ground) {
  const { service, book, begins, dutyDays, parameters, month } = ground;
  const numbers = integersOf(row.months);
  const months = [];
  for (let i = 0; i < numbers.length; i += MONTH_FIELDS) {
    months.push({
      month: numbers[i],
      overtime: numbers[i + 1],
      exceptional: numbers[i + 2],
      department: numbers[i + 3] === 1 ? "externallyDriven" : "selfDirected",
      legalHolidayWork: 0
    });
  }
  const now2 = months.at(-1);
  const [presence, beyond, daysWorked2, unclassifiable, discrepancies] = integersOf(row.figures);
  const record = {
    department: row.department,
    source: row.source,
    overtime: now2.overtime,
    exceptional: now2.exceptional,
    externallyDriven: now2.department === "externallyDriven",
    managerial: numbers.at(-2) === 1,
    orderedAhead: numbers.at(-1),
    presence,
    beyond,
    daysWorked: daysWorked2,
    unclassifiable,
    discrepancies
  };
  return {
    history: {
      regime: "ordinance",
      months,
      // A move later in the running month does not count before its day; by then the month is externally driven.
      transfers: transfersOfYear(service, book, month, parameters.yearStartMonth).filter(
        (t) => record.externallyDriven || monthOf(t.on) < month
      ),
      asOf: lastDayOf(month),
      employedFrom: Math.max(begins, monthOf(service.from)),
      yearStartMonth: parameters.yearStartMonth
    },
    pace: paceOf(record, integersOf(row.day_state), dutyDays),
    record
  };
}
var CLASSIFIED = dayStates.indexOf("classified");
var OPEN2 = dayStates.indexOf("open");
var FUTURE = dayStates.indexOf("future");
function paceOf(record, states, dutyDays) {
  let judgedDays = 0;
  let daysLeft = 0;
  for (let i = 0; i < states.length; i++) {
    if (!dutyDays[i]) continue;
    if (states[i] === CLASSIFIED) judgedDays += 1;
    else if (states[i] === OPEN2 || states[i] === FUTURE) daysLeft += 1;
  }
  if (daysLeft === 0 && record.orderedAhead === 0) return null;
  return { judgedMinutes: record.overtime, judgedDays, daysLeft, orderedAhead: record.orderedAhead };
}
function dutyDaysOf(parameters, month) {
  const first = firstDayOf(month);
  return Array.from({ length: lengthOf(month) }, (_, i) => allotmentOf(parameters, first + i).kind === "dutyDay");
}

// law/overtime/bulk-types.ts
var NONE = -2147483648;
var NOT_LISTED = 255;

// law/decision/dated.ts
var NotInForce = class extends Error {
  name = "NotInForce";
};
function inForce(values, on) {
  const found = values.filter((v) => v.from <= on && (v.until === void 0 || on < v.until));
  const [only] = found;
  if (only === void 0 || found.length > 1) {
    throw new NotInForce(`${found.length} provisions in force on ${on}`);
  }
  return only;
}

// law/overtime/caps.ts
var CAPS_BEGIN = parseYearMonth("2019-04") ?? 0;
var checkedOn = "2026-11-20";
var npaRule = (path, confidence = "A") => ({
  instrument: "npa-rule-15-14",
  revision: "2019-04-01",
  path,
  confidence
});
var since2019 = (value, citation) => [
  { from: "2019-04-01", value, citation, checkedOn }
];
var monthlyCap = {
  selfDirected: since2019({ limit: hours(45), within: "atMost" }, npaRule("a=16_2_2/p=1/i=1/si1=1/si2=1")),
  externallyDriven: since2019({ limit: hours(100), within: "lessThan" }, npaRule("a=16_2_2/p=1/i=2/si1=1"))
};
var annualCap = {
  selfDirected: since2019({ limit: hours(360), within: "atMost" }, npaRule("a=16_2_2/p=1/i=1/si1=1/si2=2")),
  externallyDriven: since2019({ limit: hours(720), within: "atMost" }, npaRule("a=16_2_2/p=1/i=2/si1=2"))
};
var averageCap = since2019({ limit: hours(80), within: "atMost" }, npaRule("a=16_2_2/p=1/i=2/si1=3"));
var monthsOverCap = since2019(
  { base: hours(45), months: 6, within: "atMost" },
  npaRule("a=16_2_2/p=1/i=2/si1=4")
);
var afterTransferCap = since2019(
  { limit: hours(30), within: "atMost" },
  npaRule("a=16_2_2/p=1/i=1/si1=2", "B")
);
var exceptionalWorkClause = npaRule("a=16_2_2/p=2");
var periodNotice = {
  instrument: "npa-notice-328",
  revision: "2019-04-01",
  path: "\u7B2C10",
  confidence: "B"
};
var averageLengths = [2, 3, 4, 5, 6];
function capIn(dated, month) {
  const [only] = dated;
  if (dated.length === 1 && only !== void 0 && only.until === void 0 && month >= CAPS_BEGIN) return only;
  return inForce(dated, formatLocalDate(firstDayOf(month)));
}
var boundOf = (limit, within) => within === "atMost" ? limit : limit - 1;
var breaks = (value, limit, within) => value > boundOf(limit, within);

// law/overtime/forecast.ts
var roundHalfUp = (dividend, divisor) => Math.floor((2 * dividend + divisor) / (2 * divisor));
function forecastMonth(soFar, pace) {
  const ordered = soFar + pace.orderedAhead;
  if (pace.judgedDays === 0) return pace.daysLeft === 0 || pace.orderedAhead > 0 ? ordered : null;
  return Math.max(ordered, soFar + roundHalfUp(pace.judgedMinutes * pace.daysLeft, pace.judgedDays));
}
function forecastPeriod(before, monthForecast, elapsed, monthsLeft) {
  const soFar = before + monthForecast;
  return soFar + roundHalfUp(soFar * monthsLeft, elapsed);
}

// law/overtime/limit-order.ts
var limitKeys = [
  "monthly",
  "monthlyTotal",
  "average-2",
  "average-3",
  "average-4",
  "average-5",
  "average-6",
  "annual",
  "monthsOver45",
  "afterTransfer"
];
var limitOrder = (key) => limitKeys.indexOf(key);

// law/overtime/article36-caps.ts
var checkedOn2 = "2026-11-20";
var laborStandardsAct = (path) => ({
  instrument: "labor-standards-act",
  revision: "2019-04-01",
  path,
  confidence: "A"
});
var since20192 = (value, citation) => [
  { from: "2019-04-01", value, citation, checkedOn: checkedOn2 }
];
var article36Monthly = since20192({ limit: hours(45), within: "atMost" }, laborStandardsAct("a=36/p=4"));
var article36Annual = since20192({ limit: hours(360), within: "atMost" }, laborStandardsAct("a=36/p=4"));
var article36SpecialAnnual = since20192(
  { limit: hours(720), within: "atMost" },
  laborStandardsAct("a=36/p=5")
);
var article36MonthsOver = since20192(
  { base: hours(45), months: 6, within: "atMost" },
  laborStandardsAct("a=36/p=5")
);
var article36MonthlyTotal = since20192(
  { limit: hours(100), within: "lessThan" },
  laborStandardsAct("a=36/p=6/i=2")
);
var article36Average = since20192(
  { limit: hours(80), within: "atMost" },
  laborStandardsAct("a=36/p=6/i=3")
);
var plainAgreement = { monthly: hours(45), annual: hours(360), yearStartMonth: 4 };

// law/overtime/known-months.ts
var ImpossibleHistory = class extends Error {
  name = "ImpossibleHistory";
};
function checkMonth(month, seen2) {
  if (seen2.has(month.month)) throw new ImpossibleHistory(`month ${month.month} is given twice`);
  const lengths = [month.overtime, month.exceptional, month.legalHolidayWork];
  if (lengths.some((minutes) => !Number.isInteger(minutes) || minutes < 0)) {
    throw new ImpossibleHistory(`month ${month.month} has a length that is not whole minutes`);
  }
  if (month.exceptional > month.overtime) {
    throw new ImpossibleHistory(`month ${month.month} has more exceptional work than overtime`);
  }
}
function knownMonthsOf(history) {
  const current = monthOf(history.asOf);
  const agreement = history.agreement ?? plainAgreement;
  const begins = Math.max(CAPS_BEGIN, history.capsFrom ?? CAPS_BEGIN, history.employedFrom ?? CAPS_BEGIN);
  const byMonth = /* @__PURE__ */ new Map();
  for (const month of history.months) {
    checkMonth(month, byMonth);
    byMonth.set(month.month, month);
  }
  for (const month of byMonth.keys()) if (month > current || month < begins) byMonth.delete(month);
  const transfers = history.transfers.filter((transfer) => monthOf(transfer.on) <= current && monthOf(transfer.on) >= begins).sort((a, b) => a.on - b.on);
  const yearStartMonth = history.regime === "article36" ? agreement.yearStartMonth : history.yearStartMonth ?? 4;
  return { regime: history.regime, current, begins, yearStartMonth, agreement, byMonth, transfers };
}
function minutesIn(known2, month, counts) {
  const found = known2.byMonth.get(month);
  if (found === void 0) return void 0;
  return counts === "overtime" ? found.overtime : found.overtime + found.legalHolidayWork;
}
function yearAround(known2, month) {
  const fiscalYear = fiscalYearOf(month, known2.yearStartMonth);
  const from = firstMonthOf(fiscalYear, known2.yearStartMonth);
  return { fiscalYear, from, through: from + 11 };
}
function countedMonths(known2, from, through) {
  const first = Math.max(from, known2.begins);
  const last = Math.min(through, known2.current);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, position) => first + position);
}
function isFirstDayOfYear(day, yearStartMonth) {
  const month = monthOf(day);
  return day === firstDayOf(month) && month === firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth);
}
function transfersWithin(known2, month) {
  return known2.transfers.filter(
    (transfer) => transfer.from !== transfer.to && monthOf(transfer.on) === month && !isFirstDayOfYear(transfer.on, known2.yearStartMonth)
  );
}
function kindIn(known2, month) {
  if (transfersWithin(known2, month).length > 0) return "externallyDriven";
  return known2.byMonth.get(month)?.department;
}

// law/overtime/explanation/caps.ts
function explainSum({ known: known2 }) {
  const month = known2.byMonth.get(known2.current);
  if (month === void 0) return [{ says: "monthUnknown", figures: { month: known2.current } }];
  const { overtime, exceptional, legalHolidayWork } = month;
  return [{ says: "monthSummed", figures: { month: known2.current, overtime, exceptional, legalHolidayWork } }];
}
function explainKind(known2) {
  const month = known2.current;
  const figures = { month };
  if (known2.regime === "article36") {
    return { says: "article36Agreement", figures, citation: capIn(article36Monthly, month).citation };
  }
  if (transfersWithin(known2, month).length > 0) {
    return { says: "externallyDrivenForTransfer", figures, citation: periodNotice };
  }
  const kind = kindIn(known2, month) ?? "selfDirected";
  const says = kind === "selfDirected" ? "selfDirectedDepartment" : "externallyDrivenDepartment";
  return { says, figures, citation: capIn(monthlyCap[kind], month).citation };
}
function explainCap(period) {
  const { cap, from, through, citation, base } = period;
  const lessThan = Number(period.comparison === "lessThan");
  const months = through - from + 1;
  switch (period.key) {
    case "monthly":
      return { says: "monthlyCapApplies", figures: { cap, lessThan }, citation };
    case "monthlyTotal":
      return { says: "monthlyTotalCapApplies", figures: { cap, lessThan }, citation };
    case "annual":
      return { says: "annualCapApplies", figures: { cap, from, through }, citation };
    case "monthsOver45":
      return { says: "monthsOverCapApplies", figures: { cap, base, from, through }, citation };
    case "afterTransfer":
      return {
        says: "afterTransferCapApplies",
        figures: { cap, perMonth: cap / months, months, from, through },
        citation
      };
    default:
      return void 0;
  }
}
function explainAverages({ known: known2, running }) {
  const lengths = averageLengths.filter((length) => running.some(({ period }) => period.key === `average-${length}`));
  const [fewest] = lengths;
  const most = lengths.at(-1);
  if (fewest === void 0 || most === void 0) return [];
  const { value, citation } = capIn(known2.regime === "article36" ? article36Average : averageCap, known2.current);
  return [{ says: "averageCapApplies", figures: { cap: value.limit, fewest, most }, citation }];
}
function explainCaps(material) {
  const { known: known2, running } = material;
  if (known2.current < known2.begins) {
    const figures = { month: known2.current, begins: known2.begins };
    return [{ says: "noCapInForce", figures, citation: annualCap.selfDirected[0]?.citation ?? periodNotice }];
  }
  if (!known2.byMonth.has(known2.current)) return [];
  const single = running.map(({ period }) => explainCap(period)).filter((step2) => step2 !== void 0);
  return [explainKind(known2), ...single, ...explainAverages(material)];
}

// law/overtime/explanation/exceptions.ts
function explainExceptionalWork(known2, period) {
  const { from } = period;
  const through = Math.min(period.through, known2.current);
  let inside = 0;
  let outside = 0;
  let outsideMonth = 0;
  for (const { month, exceptional } of known2.byMonth.values()) {
    if (exceptional === 0) continue;
    if (month >= from && month <= through) inside += exceptional;
    else if (month > outsideMonth) [outside, outsideMonth] = [exceptional, month];
  }
  const citation = exceptionalWorkClause;
  if (inside > 0) return { says: "exceptionalWorkPresent", figures: { from, through, exceptional: inside }, citation };
  return { says: "exceptionalWorkAbsent", figures: { from, through, outside, outsideMonth }, citation };
}
function explainTransfer(known2, transfer) {
  const words = { on: formatLocalDate(transfer.on) };
  const month = monthOf(transfer.on);
  const citation = periodNotice;
  if (isFirstDayOfYear(transfer.on, known2.yearStartMonth))
    return { says: "transferOnFirstDay", figures: { month }, words, citation };
  if (transfer.to === "externallyDriven")
    return { says: "transferToExternallyDriven", figures: { month }, words, citation };
  const { through } = yearAround(known2, month);
  return { says: "transferToSelfDirected", figures: { month, from: month + 1, through }, words, citation };
}
function explainTransfers(known2) {
  const { from, through } = yearAround(known2, known2.current);
  const inYear = known2.transfers.filter(({ on, from: left, to }) => monthOf(on) >= from && left !== to);
  if (inYear.length > 0) return inYear.map((transfer) => explainTransfer(known2, transfer));
  return [{ says: "transferAbsent", figures: { from, through }, citation: periodNotice }];
}
function explainStart(known2) {
  if (known2.begins <= known2.current - 5) return [];
  const citation = known2.regime === "article36" ? article36Monthly[0]?.citation : annualCap.selfDirected[0]?.citation;
  return [{ says: "windowsBeforeStart", figures: { begins: known2.begins }, citation: citation ?? periodNotice }];
}
function explainExceptions({ known: known2, binding, running }) {
  const period = binding?.period ?? running[0]?.period;
  if (period === void 0) return [];
  const start = explainStart(known2);
  const personal = { says: "personalRequestsApart", figures: {}, citation: periodNotice };
  if (known2.regime === "article36") {
    const citation = article36Monthly[0]?.citation ?? periodNotice;
    return [{ says: "exceptionalWorkUnknownToArticle36", figures: {}, citation }, ...start, personal];
  }
  return [explainExceptionalWork(known2, period), ...explainTransfers(known2), ...start, personal];
}

// law/overtime/measure.ts
function measure(known2, period) {
  const unknown = [];
  let value = 0;
  let before = 0;
  let exceptional = false;
  for (const month of countedMonths(known2, period.from, period.through)) {
    const minutes = minutesIn(known2, month, period.counts === "total" ? "total" : "overtime");
    if (minutes === void 0) {
      unknown.push(month);
      continue;
    }
    const counted = period.counts === "monthsOver" ? Number(minutes > period.base) : minutes;
    value += counted;
    if (month !== known2.current) before += counted;
    exceptional ||= (known2.byMonth.get(month)?.exceptional ?? 0) > 0;
  }
  return { value, before, unknown, exceptional };
}
var isAverage = (period) => period.key.startsWith("average-");
function verdictOn(known2, period, measured) {
  const over2 = breaks(measured.value, period.cap, period.comparison);
  if (measured.unknown.length > 0 && (isAverage(period) || !over2)) return "notJudged";
  if (!over2) return "within";
  return measured.exceptional && known2.regime === "ordinance" ? "exceededForExceptionalWork" : "exceeded";
}
function becauseUnknown(months) {
  const runs2 = [];
  for (const month of months) {
    const last = runs2.at(-1);
    if (last !== void 0 && last[1] === month - 1) last[1] = month;
    else runs2.push([month, month]);
  }
  const named = runs2.map(
    ([from, through]) => from === through ? formatYearMonth(from) : `${formatYearMonth(from)}~${formatYearMonth(through)}`
  );
  return `${named.join("\u3001")}\u306E\u6642\u9593\u5916\u52E4\u52D9\u304C\u308F\u304B\u308A\u307E\u305B\u3093`;
}

// law/overtime/explanation/remaining.ts
function monthsBefore({ known: known2 }, { period }) {
  const figures = {};
  for (let back = 1; known2.current - back >= period.from; back += 1) {
    const minutes = minutesIn(known2, known2.current - back, period.counts === "total" ? "total" : "overtime");
    if (minutes !== void 0) figures[`before${back}`] = minutes;
  }
  return figures;
}
function explainCount(limit, binding) {
  const { period, measured, slack } = limit;
  const { cap, base, from, through, citation } = period;
  const figures = {
    cap,
    base,
    from,
    through,
    before: measured.before,
    now: measured.value,
    left: cap - measured.value,
    binding
  };
  return { says: "remainingMonthsOver", figures: slack === null ? figures : { ...figures, slack }, citation };
}
function explainOne(material, limit) {
  const { period, measured, verdict, slack } = limit;
  const { key, from, through, citation } = period;
  const binding = Number(material.binding?.period.key === key);
  if (verdict === "notJudged" && slack === null) {
    const figures2 = { position: limitOrder(key), unknown: measured.unknown.length };
    return {
      says: "limitNotJudged",
      figures: figures2,
      words: { limit: key, because: becauseUnknown(measured.unknown) },
      citation
    };
  }
  if (period.counts === "monthsOver") return explainCount(limit, binding);
  const bound = boundOf(period.cap, period.comparison);
  const now2 = measured.value - measured.before;
  const figures = { bound, before: measured.before, now: now2, slack: bound - measured.value, binding };
  const months = through - from + 1;
  switch (key) {
    case "monthly":
      return { says: "remainingMonthly", figures, citation };
    case "monthlyTotal":
      return { says: "remainingMonthlyTotal", figures, citation };
    case "annual":
      return { says: "remainingAnnual", figures: { ...figures, from }, citation };
    case "afterTransfer":
      return {
        says: "remainingAfterTransfer",
        figures: { ...figures, from, through, months, perMonth: period.cap / months },
        citation
      };
    default:
      return {
        says: "remainingAverage",
        figures: { ...figures, from, months, perMonth: period.cap / months, ...monthsBefore(material, limit) },
        citation
      };
  }
}
function explainRemaining(material) {
  return material.limits.flatMap((standing) => {
    const limit = material.running.find(({ period }) => period.key === standing.limit);
    return limit === void 0 ? [] : [explainOne(material, limit)];
  });
}

// law/overtime/explanation/verdict.ts
var over = (limit, value) => value - limit.cap;
function explainOutcome({ known: known2, binding, limits }) {
  const month = known2.current;
  const broken = limits.filter(({ state }) => state === "over" || state === "overExceptional");
  if (broken.length > 0) {
    return broken.map((limit) => ({
      says: limit.state === "over" ? "overVerdict" : "overExceptionalVerdict",
      figures: { month, over: over(limit, limit.value ?? 0), cap: limit.cap, value: limit.value ?? 0 },
      words: { limit: limit.limit },
      citation: limit.citation
    }));
  }
  if (binding === null) {
    const judged3 = known2.byMonth.has(month) && limits.every(({ state }) => state !== "unknown");
    return [{ says: judged3 || month < known2.begins ? "noLimitVerdict" : "notJudgedVerdict", figures: { month } }];
  }
  const { period, slack } = binding;
  const figures = { month, remaining: Math.max(0, slack ?? 0) };
  return [{ says: "remainingVerdict", figures, words: { limit: period.key }, citation: period.citation }];
}
function explainForecastOver(forecastMonth2, limit) {
  if (limit.state !== "forecastOver" || limit.forecast === null) return [];
  const { cap, forecast } = limit;
  const figures = { forecastMonth: forecastMonth2, forecast, cap, over: forecast - cap, bound: boundOf(cap, limit.comparison) };
  const months = limit.limit.startsWith("average-") ? Number(limit.limit.slice("average-".length)) : 1;
  const average = roundHalfUp(forecast, months);
  const ofAverage = months === 1 ? {} : { months, average, averageOver: average - cap / months };
  return [
    {
      says: "forecastOverLimit",
      figures: { ...figures, ...ofAverage },
      words: { limit: limit.limit },
      citation: limit.citation
    }
  ];
}
function explainVerdict(material) {
  const { known: known2, forecast, pace, limits } = material;
  const outcome = explainOutcome(material);
  if (forecast === null || pace === null) return [...outcome, { says: "noForecast", figures: {} }];
  const soFar = minutesIn(known2, known2.current, "overtime") ?? 0;
  const perDay = pace.judgedDays === 0 ? 0 : roundHalfUp(pace.judgedMinutes, pace.judgedDays);
  const { judgedMinutes, judgedDays, daysLeft, orderedAhead } = pace;
  const figures = { forecast, soFar, judgedMinutes, judgedDays, perDay, daysLeft, orderedAhead };
  const exceeded = limits.flatMap((limit) => explainForecastOver(forecast, limit));
  return [...outcome, { says: "monthForecast", figures }, ...exceeded];
}

// law/overtime/explanation/explain.ts
function explainStanding(material) {
  return [
    ...explainSum(material),
    ...explainCaps(material),
    ...explainRemaining(material),
    ...explainExceptions(material),
    ...explainVerdict(material)
  ];
}

// law/overtime/periods.ts
function minutesPeriod(stretch, dated, counts, times = 1) {
  const { limit, within } = dated.value;
  return { ...stretch, counts, cap: limit * times, comparison: within, base: 0, citation: dated.citation };
}
function countPeriod(stretch, dated, base, cap) {
  return { ...stretch, counts: "monthsOver", cap, comparison: dated.value.within, base, citation: dated.citation };
}
function averagePeriods(known2, month, dated, counts) {
  return averageLengths.map((length) => ({ length, from: month - length + 1 })).filter(({ from }) => from >= known2.begins).map(
    ({ length, from }) => minutesPeriod({ key: `average-${length}`, from, through: month }, dated, counts, length)
  );
}
function monthlyTotalPeriod(known2, month) {
  const law = capIn(article36MonthlyTotal, month);
  const stretch = { key: "monthlyTotal", from: month, through: month };
  const { special } = known2.agreement;
  if (special === void 0 || special.monthly >= law.value.limit) return minutesPeriod(stretch, law, "total");
  const { citation } = capIn(article36SpecialAnnual, month);
  return minutesPeriod(stretch, { ...law, citation, value: { limit: special.monthly, within: "atMost" } }, "total");
}
function periodsEndingIn(known2, month) {
  if (month < known2.begins) return [];
  const stretch = { key: "monthly", from: month, through: month };
  if (known2.regime === "article36") {
    const law = capIn(article36Monthly, month);
    const monthly2 = minutesPeriod(
      stretch,
      { ...law, value: { ...law.value, limit: known2.agreement.monthly } },
      "overtime"
    );
    return [
      ...known2.agreement.special === void 0 ? [monthly2] : [],
      monthlyTotalPeriod(known2, month),
      ...averagePeriods(known2, month, capIn(article36Average, month), "total")
    ];
  }
  const kind = kindIn(known2, month);
  if (kind === void 0) return [];
  const monthly = minutesPeriod(stretch, capIn(monthlyCap[kind], month), "overtime");
  if (kind === "selfDirected") return [monthly];
  return [monthly, ...averagePeriods(known2, month, capIn(averageCap, month), "overtime")];
}
function kindOfYear(known2, month) {
  const { from, through } = yearAround(known2, month);
  const driven = countedMonths(known2, from, through).some((each) => kindIn(known2, each) === "externallyDriven");
  return driven ? "externallyDriven" : "selfDirected";
}
function article36YearPeriods(known2, from, through, on) {
  const { annual, monthly, special } = known2.agreement;
  const stretch = { key: "annual", from, through };
  const capped = (dated, limit) => minutesPeriod(stretch, { ...dated, value: { ...dated.value, limit } }, "overtime");
  if (special === void 0) return [capped(capIn(article36Annual, on), annual)];
  return [
    capped(capIn(article36SpecialAnnual, on), special.annual),
    countPeriod({ key: "monthsOver45", from, through }, capIn(article36MonthsOver, on), monthly, special.times)
  ];
}
function periodsOfYear(known2, month) {
  const { from, through } = yearAround(known2, month);
  const on = Math.max(from, known2.begins);
  if (on > through) return [];
  if (known2.regime === "article36") return article36YearPeriods(known2, from, through, on);
  const kind = kindOfYear(known2, month);
  const annual = minutesPeriod({ key: "annual", from, through }, capIn(annualCap[kind], on), "overtime");
  if (kind === "selfDirected") return [annual];
  const dated = capIn(monthsOverCap, on);
  const { base, months } = dated.value;
  return [annual, countPeriod({ key: "monthsOver45", from, through }, dated, base, months)];
}
function leavesExternallyDriven(known2, month) {
  const last = transfersWithin(known2, month).at(-1);
  return last !== void 0 && last.to === "selfDirected";
}
function afterTransferPeriod(known2, month) {
  const from = month + 1;
  const year = yearAround(known2, month);
  const returned = countedMonths(known2, from, year.through).find((each) => kindIn(known2, each) === "externallyDriven");
  const through = returned === void 0 ? year.through : returned - 1;
  if (from > through || from < known2.begins) return void 0;
  const stretch = { key: "afterTransfer", from, through };
  return minutesPeriod(stretch, capIn(afterTransferCap, from), "overtime", through - from + 1);
}
function periodsAfterTransfer(known2) {
  if (known2.regime === "article36") return [];
  const months = new Set(known2.transfers.map((transfer) => monthOf(transfer.on)));
  return [...months].filter((month) => leavesExternallyDriven(known2, month)).map((month) => afterTransferPeriod(known2, month)).filter((period) => period !== void 0);
}
function periodsRunning(known2) {
  if (known2.current < known2.begins) return [];
  const after = periodsAfterTransfer(known2).filter(
    (period) => period.from <= known2.current && known2.current <= period.through
  );
  return [...periodsEndingIn(known2, known2.current), ...periodsOfYear(known2, known2.current), ...after];
}

// law/overtime/remaining.ts
function slackOf(known2, period, measured) {
  if (period.counts !== "monthsOver") return boundOf(period.cap, period.comparison) - measured.value;
  const now2 = minutesIn(known2, known2.current, "overtime");
  if (now2 === void 0 || measured.before < period.cap) return null;
  return period.base - now2;
}
function isOpen(period, measured, verdict) {
  if (verdict !== "notJudged") return false;
  return period.counts !== "monthsOver" || measured.before < period.cap;
}
function runningLimit(known2, period) {
  const measured = measure(known2, period);
  const verdict = verdictOn(known2, period, measured);
  const slack = isOpen(period, measured, verdict) ? null : slackOf(known2, period, measured);
  const now2 = minutesIn(known2, known2.current, "overtime");
  const monthBound = slack === null || now2 === void 0 ? null : now2 + slack;
  return { period, measured, verdict, slack, monthBound };
}
function bindingOf(limits) {
  let binding = null;
  for (const limit of limits) {
    const { slack } = limit;
    if (slack === null) continue;
    const earlier = binding !== null && limitOrder(limit.period.key) < limitOrder(binding.period.key);
    if (binding === null || slack < binding.slack || slack === binding.slack && earlier)
      binding = { ...limit, slack };
  }
  return binding;
}

// law/overtime/standing.ts
var limitStates = [
  "over",
  "overExceptional",
  "forecastOver",
  "near",
  "unknown",
  "fine"
];
function forecastUnder(known2, limit, monthForecast) {
  const { period, measured } = limit;
  if (monthForecast === null || limit.verdict === "notJudged") return null;
  if (period.counts === "monthsOver") return measured.before + Number(monthForecast > period.base);
  const beside = period.counts === "total" ? known2.byMonth.get(known2.current)?.legalHolidayWork ?? 0 : 0;
  const monthsLeft = period.through - known2.current;
  if (monthsLeft === 0) return measured.before + monthForecast + beside;
  const elapsed = known2.current - Math.max(period.from, known2.begins) + 1;
  return forecastPeriod(measured.before, monthForecast, elapsed, monthsLeft);
}
function stateOf2(limit, forecast, nearPercent) {
  const { period, measured, verdict } = limit;
  if (verdict === "notJudged") return "unknown";
  if (verdict === "exceeded") return "over";
  if (verdict === "exceededForExceptionalWork") return "overExceptional";
  if (forecast !== null && breaks(forecast, period.cap, period.comparison)) return "forecastOver";
  return measured.value * 100 >= period.cap * nearPercent ? "near" : "fine";
}
function limitStanding(known2, limit, forecast, nearPercent) {
  const { period, measured, verdict, slack, monthBound } = limit;
  const open = verdict === "notJudged";
  const value = open ? null : measured.value;
  const under = forecastUnder(known2, limit, forecast);
  const because = open ? becauseUnknown(measured.unknown) : null;
  const { key, cap, comparison, citation } = period;
  return {
    limit: key,
    state: stateOf2(limit, under, nearPercent),
    value,
    cap,
    comparison,
    slack,
    monthBound,
    forecast: under,
    because,
    citation
  };
}
function bySlack(a, b) {
  if (a.slack !== b.slack) {
    if (a.slack === null) return 1;
    if (b.slack === null) return -1;
    return a.slack - b.slack;
  }
  return limitOrder(a.limit) - limitOrder(b.limit);
}
function worst(limits) {
  return limitStates.find((state) => limits.some((limit) => limit.state === state)) ?? "fine";
}
function standingOf(input) {
  const known2 = knownMonthsOf(input.history);
  const month = monthOf(input.history.asOf);
  const soFar = minutesIn(known2, month, "overtime");
  const covered = month >= known2.begins;
  const running = soFar === void 0 ? [] : periodsRunning(known2).map((period) => runningLimit(known2, period));
  const binding = bindingOf(running);
  const forecast = soFar === void 0 || input.pace === null ? null : forecastMonth(soFar, input.pace);
  const limits = running.map((limit) => limitStanding(known2, limit, forecast, input.nearPercent)).sort(bySlack);
  return {
    month,
    state: covered && soFar === void 0 ? "unknown" : worst(limits),
    remaining: binding === null ? null : Math.max(0, binding.slack),
    binding: binding?.period.key ?? null,
    forecast,
    limits,
    steps: explainStanding({ known: known2, running, binding, limits, forecast, pace: input.pace })
  };
}

// law/overtime/bulk.ts
var LIMITS = limitKeys.length;
var MONTHLY = limitKeys.indexOf("monthly");
var AVERAGE_2 = limitKeys.indexOf("average-2");
var ANNUAL = limitKeys.indexOf("annual");
var MONTHS_OVER = limitKeys.indexOf("monthsOver45");
var AFTER_TRANSFER = limitKeys.indexOf("afterTransfer");
var OVER = limitStates.indexOf("over");
var EXCEPTIONAL = limitStates.indexOf("overExceptional");
var FORECAST = limitStates.indexOf("forecastOver");
var NEAR = limitStates.indexOf("near");
var UNKNOWN = limitStates.indexOf("unknown");
var FINE = limitStates.indexOf("fine");
function capsIn(current, yearBegins) {
  return {
    monthly: [
      capIn(monthlyCap.selfDirected, current).value,
      capIn(monthlyCap.externallyDriven, current).value
    ],
    annual: [
      capIn(annualCap.selfDirected, yearBegins).value,
      capIn(annualCap.externallyDriven, yearBegins).value
    ],
    average: capIn(averageCap, current).value,
    monthsOver: capIn(monthsOverCap, yearBegins).value,
    afterTransfer: capIn(afterTransferCap, current).value
  };
}
function emptyStandings(people) {
  const figures = () => new Int32Array(people * LIMITS).fill(NONE);
  return {
    state: new Uint8Array(people).fill(FINE),
    remaining: new Int32Array(people).fill(NONE),
    binding: new Int8Array(people).fill(-1),
    forecast: new Int32Array(people).fill(NONE),
    limitState: new Uint8Array(people * LIMITS).fill(NOT_LISTED),
    limitValue: figures(),
    limitCap: figures(),
    limitSlack: figures(),
    limitForecast: figures()
  };
}
function sum2(run2, from, base) {
  const { overtime, exceptional, months, current } = run2.given;
  const end2 = (run2.person + 1) * months - 1;
  const first = end2 - (current - from);
  run2.open = first < end2 - months + 1;
  run2.exceptional = false;
  let before = 0;
  for (let cell = run2.open ? end2 - months + 1 : first; cell <= end2; cell += 1) {
    const minutes = overtime[cell];
    if (minutes === NONE) {
      run2.open = true;
      continue;
    }
    run2.exceptional ||= exceptional[cell] > 0;
    if (cell < end2) before += base < 0 ? minutes : Number(minutes > base);
  }
  run2.before = before;
  run2.value = before + (base < 0 ? run2.now : Number(run2.now > base));
}
function drivenSince(run2, from) {
  const { externallyDriven, months, current } = run2.given;
  const end2 = (run2.person + 1) * months - 1;
  for (let cell = Math.max(end2 - months + 1, end2 - (current - from)); cell <= end2; cell += 1) {
    if (externallyDriven[cell] === 1) return true;
  }
  return false;
}
function stateOf3(run2, cap, bound, forecast) {
  if (run2.value > bound) return run2.exceptional ? EXCEPTIONAL : OVER;
  if (forecast !== NONE && forecast > bound) return FORECAST;
  return run2.value * 100 >= cap * run2.given.nearPercent ? NEAR : FINE;
}
function settle2(run2, limit, cap, bound, slack, forecast, settled) {
  const { out } = run2;
  const cell = run2.person * LIMITS + limit;
  const open = run2.open && !(settled && run2.value > bound);
  const state = open ? UNKNOWN : stateOf3(run2, cap, bound, forecast);
  out.limitState[cell] = state;
  out.limitCap[cell] = cap;
  if (state < run2.worst) run2.worst = state;
  if (!open) {
    out.limitValue[cell] = run2.value;
    out.limitForecast[cell] = forecast;
  }
  if (slack === NONE) return;
  out.limitSlack[cell] = slack;
  if (slack < run2.leastSlack) {
    run2.leastSlack = slack;
    run2.binding = limit;
  }
}
function judgeMonth2(run2, driven) {
  const { limit, within } = run2.caps.monthly[driven ? 1 : 0];
  sum2(run2, run2.given.current, -1);
  const bound = boundOf(limit, within);
  settle2(run2, MONTHLY, limit, bound, bound - run2.value, run2.forecast, true);
}
function judgeAverages(run2) {
  const { limit, within } = run2.caps.average;
  for (let length = 2; length <= 6; length += 1) {
    const from = run2.given.current - length + 1;
    if (from < run2.since) return;
    sum2(run2, from, -1);
    const cap = limit * length;
    const bound = boundOf(cap, within);
    const forecast = run2.forecast === NONE ? NONE : run2.before + run2.forecast;
    settle2(run2, AVERAGE_2 + length - 2, cap, bound, run2.open ? NONE : bound - run2.value, forecast, false);
  }
}
function judgeRunningSum(run2, limit, from, cap, bound) {
  const { current } = run2.given;
  sum2(run2, from, -1);
  const forecast = run2.forecast === NONE ? NONE : forecastPeriod(run2.before, run2.forecast, current - from + 1, run2.yearThrough - current);
  const judged3 = !run2.open || run2.value > bound;
  settle2(run2, limit, cap, bound, judged3 ? bound - run2.value : NONE, forecast, true);
}
function judgeYear2(run2) {
  const from = Math.max(run2.yearFrom, run2.since);
  const driven = drivenSince(run2, from);
  const { limit, within } = run2.caps.annual[driven ? 1 : 0];
  judgeRunningSum(run2, ANNUAL, from, limit, boundOf(limit, within));
  if (!driven) return;
  const { base, months } = run2.caps.monthsOver;
  sum2(run2, from, base);
  const forecast = run2.forecast === NONE ? NONE : run2.before + Number(run2.forecast > base);
  settle2(run2, MONTHS_OVER, months, months, run2.before >= months ? base - run2.now : NONE, forecast, true);
}
function judgeAfterTransfer(run2) {
  const left = run2.given.leftExternallyDriven[run2.person];
  if (left < Math.max(run2.yearFrom, run2.since) || left >= run2.given.current || drivenSince(run2, left + 1)) return;
  const { limit, within } = run2.caps.afterTransfer;
  const cap = limit * (run2.yearThrough - left);
  judgeRunningSum(run2, AFTER_TRANSFER, left + 1, cap, boundOf(cap, within));
}
function forecastOf(run2) {
  const { judgedMinutes, judgedDays, daysLeft, orderedAhead } = run2.given.pace;
  const days = judgedDays[run2.person];
  const left = daysLeft[run2.person];
  const ahead = orderedAhead[run2.person];
  if (days === NONE) return NONE;
  if (days === 0) return left === 0 || ahead > 0 ? run2.now + ahead : NONE;
  return run2.now + Math.max(ahead, roundHalfUp(judgedMinutes[run2.person] * left, days));
}
function judgePerson(run2) {
  const { given, out, person } = run2;
  const last = (person + 1) * given.months - 1;
  run2.since = Math.max(run2.begins, given.employedFrom[person]);
  if (given.current < run2.since) return;
  run2.now = given.overtime[last];
  if (run2.now === NONE) {
    out.state[person] = UNKNOWN;
    return;
  }
  run2.forecast = forecastOf(run2);
  run2.worst = FINE;
  run2.leastSlack = Number.POSITIVE_INFINITY;
  run2.binding = -1;
  const driven = given.externallyDriven[last] === 1;
  judgeMonth2(run2, driven);
  if (driven) judgeAverages(run2);
  judgeYear2(run2);
  judgeAfterTransfer(run2);
  out.state[person] = run2.worst;
  out.forecast[person] = run2.forecast;
  out.binding[person] = run2.binding;
  if (run2.binding >= 0) out.remaining[person] = Math.max(0, run2.leastSlack);
}
function standingsOf(given) {
  const yearFrom = firstMonthOf(fiscalYearOf(given.current, given.yearStartMonth), given.yearStartMonth);
  const begins = Math.max(CAPS_BEGIN, given.capsFrom ?? CAPS_BEGIN);
  const out = emptyStandings(given.people);
  const run2 = {
    given,
    out,
    caps: capsIn(given.current, Math.max(yearFrom, begins)),
    yearFrom,
    yearThrough: yearFrom + 11,
    begins,
    person: 0,
    since: 0,
    now: 0,
    forecast: NONE,
    before: 0,
    value: 0,
    open: false,
    exceptional: false,
    worst: FINE,
    leastSlack: 0,
    binding: -1
  };
  for (; run2.person < given.people; run2.person += 1) judgePerson(run2);
  return out;
}

// server/derive/judgements.ts
var MANY = 200;
function judgeMonths(people, month, parameters, many = MANY) {
  const capped = [];
  const judged3 = [];
  for (const [staff, found] of people) {
    if (found.record.managerial || month < CAPS_BEGIN) judged3.push(uncapped(staff, found));
    else capped.push([staff, found]);
  }
  const rest = capped.length < many ? capped.map((p) => judgeOne(p, parameters)) : judgeTogether(capped, month, parameters);
  return [...judged3, ...rest];
}
function uncapped(staff, { record }) {
  return {
    staff,
    department: record.department,
    state: "none",
    remaining: null,
    binding: null,
    forecast: null,
    limits: []
  };
}
function judgeOne([staff, { history, pace, record }], { nearPercent }) {
  const { state, remaining, binding, forecast, limits } = standingOf({ history, pace, nearPercent });
  return {
    staff,
    department: record.department,
    state,
    remaining,
    binding,
    forecast,
    limits: limits.filter((l) => l.state !== "fine").map((l) => ({
      limit: l.limit,
      state: l.state,
      value: l.value,
      cap: l.cap,
      slack: l.slack,
      forecast: l.forecast,
      because: l.because ?? ""
    }))
  };
}
var FINE2 = limitStates.indexOf("fine");
var UNKNOWN2 = limitStates.indexOf("unknown");
function judgeTogether(people, month, parameters) {
  const bulk = standingsOf(bulkOf(people, month, parameters));
  const width = limitKeys.length;
  return people.map((person, i) => {
    const limits = [];
    for (let k = 0; k < width; k++) {
      const cell = i * width + k;
      const state = bulk.limitState[cell];
      if (state === NOT_LISTED || state === FINE2) continue;
      if (state === UNKNOWN2) return judgeOne(person, parameters);
      limits.push({
        limit: limitKeys[k],
        state: limitStates[state],
        value: known(bulk.limitValue[cell]),
        cap: known(bulk.limitCap[cell]),
        slack: known(bulk.limitSlack[cell]),
        forecast: known(bulk.limitForecast[cell]),
        because: ""
      });
    }
    return {
      staff: person[0],
      department: person[1].record.department,
      state: limitStates[bulk.state[i]],
      remaining: known(bulk.remaining[i]),
      binding: limitKeys[bulk.binding[i]] ?? null,
      forecast: known(bulk.forecast[i]),
      limits
    };
  });
}
function known(figure) {
  return figure === NONE ? null : figure;
}
function bulkOf(people, month, { yearStartMonth, nearPercent }) {
  const first = Math.min(month - 5, firstMonthOf(fiscalYearOf(month, yearStartMonth), yearStartMonth));
  const months = month - first + 1;
  const cells = people.length * months;
  const bulk = {
    people: people.length,
    months,
    current: month,
    yearStartMonth,
    nearPercent,
    overtime: new Int32Array(cells).fill(NONE),
    exceptional: new Int32Array(cells).fill(NONE),
    externallyDriven: new Uint8Array(cells),
    employedFrom: new Int32Array(people.length),
    leftExternallyDriven: new Int32Array(people.length),
    pace: {
      judgedMinutes: new Int32Array(people.length),
      judgedDays: new Int32Array(people.length).fill(NONE),
      daysLeft: new Int32Array(people.length),
      orderedAhead: new Int32Array(people.length)
    }
  };
  people.forEach(([, { history, pace }], i) => {
    for (const m of history.months) {
      if (m.month < first) continue;
      const cell = i * months + m.month - first;
      bulk.overtime[cell] = m.overtime;
      bulk.exceptional[cell] = m.exceptional;
      bulk.externallyDriven[cell] = m.department === "externallyDriven" ? 1 : 0;
    }
    bulk.employedFrom[i] = history.employedFrom ?? 0;
    bulk.leftExternallyDriven[i] = leftExternallyDriven(history, yearStartMonth);
    if (pace === null) return;
    bulk.pace.judgedMinutes[i] = pace.judgedMinutes;
    bulk.pace.judgedDays[i] = pace.judgedDays;
    bulk.pace.daysLeft[i] = pace.daysLeft;
    bulk.pace.orderedAhead[i] = pace.orderedAhead;
  });
  return bulk;
}
function leftExternallyDriven({ transfers, asOf }, yearStartMonth) {
  const yearBegins = firstDayOf(firstMonthOf(fiscalYearOf(monthOf(asOf), yearStartMonth), yearStartMonth));
  const last = transfers.findLast((t) => t.from === "externallyDriven" && t.on > yearBegins);
  return last === void 0 ? 0 : monthOf(last.on);
}

// server/derive/standing.ts
var ranks = { over: 1, overExceptional: 2, forecastOver: 3, near: 4, unknown: 5, fine: 6 };
async function judgeChanged(tx, rules, changed, through = monthOf(rules.today)) {
  if (changed.size === 0) return;
  let month = Infinity;
  for (const first of changed.values()) month = Math.min(month, first);
  for (; month <= Math.min(through, monthOf(rules.today)); month++) {
    const staff = [...changed].filter(([, first]) => first <= month).map(([person]) => person);
    await writeStandings(tx, month, await judgeMonth3(tx, rules, staff, month), rules.today);
  }
}
async function judgeMonth3(tx, rules, staff, month) {
  const parameters = rules.parametersOn(firstDayOf(month));
  const from = firstMonthNeeded(month, parameters.yearStartMonth);
  const histories = await historiesOf(tx, { parameters, from, departments: rules.departments }, staff, month);
  return judgeMonths(histories, month, parameters);
}
async function writeStandings(tx, month, judged3, today) {
  if (judged3.length === 0) return;
  const standings = upsertStandings(tx, month, judged3, today);
  const stored = await readLimits(
    tx,
    month,
    judged3.map((j) => j.staff)
  );
  const changed = [];
  const gone = [];
  for (const person of judged3) {
    const before = stored.get(person.staff) ?? NO_LIMITS;
    const rows = limitRows(person);
    for (const row of rows) if (!sameLimit(before.get(row.limit_name), row)) changed.push(row);
    for (const row of before.values()) if (!rows.some((r) => r.limit_name === row.limit_name)) gone.push(row);
  }
  await Promise.all([standings, deleteLimits(tx, month, gone), upsertLimits(tx, month, changed)]);
}
var NO_LIMITS = /* @__PURE__ */ new Map();
var limitColumns = [
  ["staff", "text"],
  ["limit_name", "text"],
  ["department", "text"],
  ["state", "text"],
  ["rank", "smallint"],
  ["value", "integer"],
  ["cap", "integer"],
  ["slack", "integer"],
  ["forecast", "integer"],
  ["because", "text"]
];
function limitRows({ staff, department, limits }) {
  return limits.map(({ limit, state, value, cap, slack, forecast, because }) => ({
    staff,
    limit_name: limit,
    department,
    state,
    rank: ranks[state],
    value,
    cap,
    slack,
    forecast,
    because
  }));
}
function sameLimit(a, b) {
  return a !== void 0 && limitColumns.every(([name]) => a[name] === b[name]);
}
async function readLimits(tx, month, staff) {
  const rows = await tx.query(
    `select ${limitColumns.map(([name]) => `l.${name}`).join(", ")} from tk.standing_limit l
      where l.municipality = $1 and l.month = $2 and l.staff = any($3)`,
    [tx.municipality, monthDate(month), staff]
  );
  const people = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const limits = people.get(row.staff);
    if (limits === void 0) people.set(row.staff, /* @__PURE__ */ new Map([[row.limit_name, row]]));
    else limits.set(row.limit_name, row);
  }
  return people;
}
async function upsertStandings(tx, month, judged3, today) {
  await tx.query(
    `insert into tk.standing (municipality, month, staff, department, judged_on, state, remaining, binding, forecast)
     select $1, $2::date, u.staff, u.department, $3::date, u.state, u.remaining, u.binding, u.forecast
       from unnest($4::text[], $5::text[], $6::text[], $7::integer[], $8::text[], $9::integer[])
         as u (staff, department, state, remaining, binding, forecast)
     on conflict (municipality, month, staff) do update set department = excluded.department, judged_on = excluded.judged_on,
       state = excluded.state, remaining = excluded.remaining, binding = excluded.binding, forecast = excluded.forecast`,
    [
      tx.municipality,
      monthDate(month),
      formatLocalDate(today),
      judged3.map((j) => j.staff),
      judged3.map((j) => j.department),
      judged3.map((j) => j.state),
      judged3.map((j) => j.remaining),
      judged3.map((j) => j.binding),
      judged3.map((j) => j.forecast)
    ]
  );
}
async function upsertLimits(tx, month, rows) {
  if (rows.length === 0) return;
  const names2 = limitColumns.map(([name]) => name);
  const rest = names2.slice(2);
  await tx.query(
    `insert into tk.standing_limit (municipality, month, ${names2.join(", ")})
     select $1, $2::date, ${names2.map((name) => `u.${name}`).join(", ")}
       from unnest(${limitColumns.map(([, type], i) => `$${i + 3}::${type}[]`).join(", ")}) as u (${names2.join(", ")})
     on conflict (municipality, month, staff, limit_name) do update set ${rest.map((name) => `${name} = excluded.${name}`).join(", ")}`,
    [tx.municipality, monthDate(month), ...names2.map((name) => rows.map((r) => r[name]))]
  );
}
async function deleteLimits(tx, month, rows) {
  for (const [name, staff] of groupByName(rows)) {
    await tx.query(
      "delete from tk.standing_limit l where l.municipality = $1 and l.month = $2 and l.limit_name = $3 and l.staff = any($4)",
      [tx.municipality, monthDate(month), name, staff]
    );
  }
}
function groupByName(rows) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const group = groups.get(row.limit_name);
    if (group === void 0) groups.set(row.limit_name, [row.staff]);
    else group.push(row.staff);
  }
  return groups;
}

// server/derive/derive-days.ts
async function deriveDays(tx, rules, touched, options = {}) {
  if (touched.length === 0) return;
  const { months, begun } = await deriveMonths(tx, rules, touched, options.afresh);
  const judge2 = /* @__PURE__ */ new Map();
  const earliest = (staff, month) => judge2.set(staff, Math.min(month, judge2.get(staff) ?? month));
  if (options.judge === true) for (const t of touched) earliest(t.staff, monthOf(t.first));
  for (const changed of await writeMonths(tx, rules, months)) earliest(changed.staff, changed.month);
  await recordMonths(tx, begun, rules.today);
  await judgeChanged(tx, rules, judge2, options.through);
}
async function writeMonths(tx, rules, months) {
  const writes = /* @__PURE__ */ new Map();
  const deletions = /* @__PURE__ */ new Map();
  const judged3 = [];
  let firstNew = Infinity;
  for (const found of months) {
    const { stored, derived, month, staff } = found;
    if (derived === null) {
      if (stored !== null) deletions.set(month, [...deletions.get(month) ?? [], staff]);
      if (stored !== null) judged3.push(found);
      continue;
    }
    const columns = stored === null ? null : differingColumns(stored, derived);
    if (columns?.length === 0) continue;
    if (columns === null) firstNew = Math.min(firstNew, month);
    if (columns === null || changesStanding(columns)) judged3.push(found);
    const rows = writes.get(month);
    if (rows === void 0) writes.set(month, [derived]);
    else rows.push(derived);
  }
  await widenKnowledge(tx, rules, firstNew);
  await Promise.all([
    ...[...writes].map(([month, rows]) => writeRows(tx, month, rows)),
    ...[...deletions].map(([month, staff]) => deleteRows(tx, month, staff))
  ]);
  return judged3;
}
async function widenKnowledge(tx, rules, firstNew) {
  if (firstNew === Infinity) return;
  const known2 = await readFirstRecord(tx);
  if (known2 > 0 && firstNew < known2) await markJudgements(tx, firstNew, monthOf(rules.today));
}

// server/derive/differences.ts
var ABSENT = "(none)";
var PRESENT = "(row)";
function compareMonths(months) {
  return months.flatMap(({ staff, month, stored, derived }) => {
    const key = `${formatYearMonth(month)}/${staff}`;
    if (stored === null && derived === null) return [];
    if (stored === null || derived === null) return [wholeRow("month_record", key, stored !== null)];
    return differingColumns(stored, derived).map((field) => ({
      table: "month_record",
      key,
      field,
      stored: textOf(stored, field),
      derived: textOf(derived, field)
    }));
  });
}
function textOf(row, field) {
  return String(valueIn(row, field));
}
function wholeRow(table, key, isStored) {
  return {
    table,
    key,
    field: "row",
    stored: isStored ? PRESENT : ABSENT,
    derived: isStored ? ABSENT : PRESENT
  };
}
var standingColumns = ["department", "state", "remaining", "binding", "forecast"];
async function compareStandings(tx, month, staff, judged3) {
  const [rows, limits] = await Promise.all([
    tx.query(
      `select t.staff, ${standingColumns.map((name) => `t.${name}`).join(", ")} from tk.standing t
        where t.municipality = $1 and t.month = $2 and t.staff = any($3)`,
      [tx.municipality, monthDate(month), staff]
    ),
    readLimits(tx, month, staff)
  ]);
  const prefix = formatYearMonth(month);
  const derived = judged3.flatMap(
    (j) => limitRows(j).map((row) => [`${prefix}/${row.staff}/${row.limit_name}`, row])
  );
  const stored = [...limits.values()].flatMap(
    (of) => [...of.values()].map((row) => [`${prefix}/${row.staff}/${row.limit_name}`, row])
  );
  return [
    ...compareRows("standing", standingColumns, keyed(prefix, rows), keyed(prefix, judged3)),
    ...compareRows(
      "standing_limit",
      limitColumns.map(([name]) => name),
      new Map(stored),
      new Map(derived)
    )
  ];
}
function keyed(prefix, rows) {
  return new Map(rows.map((row) => [`${prefix}/${row.staff}`, row]));
}
function compareRows(table, columns, stored, derived) {
  const differences = [];
  for (const key of /* @__PURE__ */ new Set([...stored.keys(), ...derived.keys()])) {
    const a = stored.get(key);
    const b = derived.get(key);
    if (a === void 0 || b === void 0) {
      differences.push(wholeRow(table, key, a !== void 0));
      continue;
    }
    for (const field of columns) {
      if (a[field] !== b[field])
        differences.push({ table, key, field, stored: String(a[field]), derived: String(b[field]) });
    }
  }
  return differences;
}

// server/derive/fact-months.ts
async function readUnrecordedMonths(tx, recorded) {
  const known2 = [...recorded].map(monthDate);
  const [punched, ...dated] = await Promise.all([
    readPunchMonths(tx),
    ...["overtime", "correction"].map(
      (table) => readMonths(
        tx,
        `select distinct m.month from (
           select date_trunc('month', t.duty_date::timestamp)::date as month, t.staff from tk.${table} t where t.municipality = $1
         ) m join tk.staff s on s.municipality = $1 and s.staff = m.staff and ${serves} where m.month <> all($2::date[])`,
        [tx.municipality, known2]
      )
    )
  ]);
  const unrecorded = [];
  for (const month of punched) if (!recorded.has(month) && await hasPunch(tx, month)) unrecorded.push(month);
  return [.../* @__PURE__ */ new Set([...unrecorded, ...dated.flat()])];
}
var serves = `s.joined_on < (m.month + interval '1 month') and (s.left_on is null or s.left_on >= m.month)`;
var FIRST_MONTH = 12;
async function readPunchMonths(tx) {
  const months = [];
  let after = FIRST_MONTH;
  for (; ; ) {
    const [next] = await readMonths(
      tx,
      "select min(p.month) as month from tk.punch p where p.municipality = $1 and p.month > $2",
      [tx.municipality, monthDate(after)]
    );
    if (next === void 0) return months;
    months.push(next);
    after = next;
  }
}
async function hasPunch(tx, month) {
  const rows = await tx.query(
    `select 1 from tk.punch p join tk.staff s on s.municipality = $1 and s.staff = p.staff
        and s.joined_on < ($2::date + interval '1 month') and (s.left_on is null or s.left_on >= $2)
      where p.municipality = $1 and p.month = $2 limit 1`,
    [tx.municipality, monthDate(month)]
  );
  return rows.length > 0;
}
async function readOtherMonths(tx) {
  const months = await Promise.all(
    ["month_fact", "month_record", "standing"].map(
      (table) => readMonths(tx, `select distinct t.month from tk.${table} t where t.municipality = $1`, [tx.municipality])
    )
  );
  return months.flat();
}
async function readMonths(tx, statement, values) {
  const rows = await tx.query(statement, values);
  return rows.flatMap((r) => r.month === null ? [] : [monthOf(dayOf(r.month))]);
}

// server/derive/stale-queue.ts
async function nextStaff(tx, after, limit) {
  const rows = await tx.query(
    "select s.staff from tk.staff s where s.municipality = $1 and s.staff > $2 order by s.staff limit $3",
    [tx.municipality, after, limit]
  );
  return rows.map((r) => r.staff);
}

// server/derive/rebuild.ts
var NotAMonth = class extends Error {
  name = "NotAMonth";
};
var PEOPLE_AT_ONCE = 2e3;
var LANES = 2;
var DIFFERENCES_KEPT = 1e3;
var GIVE_WAY_MS = 120;
async function rebuild(context2, code, options = {}) {
  const from = options.from === void 0 ? 0 : parseYearMonth(options.from);
  if (from === void 0) throw new NotAMonth(`not a month: ${options.from}`);
  const check = options.check === true;
  const plan = await context2.store.tenant(code, (tx) => planRebuild(context2, tx, from, check));
  const differences = [...plan.differences];
  let differenceCount = differences.length;
  let done = 0;
  const makeChunk = async (month, staff) => {
    const found = await context2.store.tenant(
      code,
      (tx) => check ? checkChunk(context2, tx, month, staff) : writeChunk(context2, tx, month, staff)
    );
    differenceCount += found.length;
    differences.push(...found.slice(0, Math.max(0, DIFFERENCES_KEPT - differences.length)));
    done += 1;
    options.progress?.(done, plan.months.length * plan.chunks.length, formatYearMonth(month));
  };
  for (const month of plan.months) {
    for (let i = 0; i < plan.chunks.length; i += LANES) {
      await Promise.all(plan.chunks.slice(i, i + LANES).map((staff) => makeChunk(month, staff)));
      if (await context2.store.tenant(code, hasStale)) await pause4(GIVE_WAY_MS);
    }
  }
  const people = plan.chunks.reduce((sum3, chunk) => sum3 + chunk.length, 0);
  return { months: plan.months.length, people, differences, differenceCount, pending: plan.pending };
}
async function planRebuild(context2, tx, from, check) {
  const held = await holdDerivation(tx, true);
  const rules = await rulesOf(context2, tx, held);
  if (!check && held.clockAt === null) await moveDerivationClock(tx, lastStep(context2.clock));
  const recorded = await readRecordedMonths(tx);
  const isWanted = (month) => month >= from && month <= monthOf(rules.today);
  const all = withRunningMonth([...recorded, ...await readUnrecordedMonths(tx, recorded)], rules.today);
  const unrecorded = all.filter((month) => !recorded.has(month) && isWanted(month));
  const months = new Set([...recorded, ...unrecorded, ...await readOtherMonths(tx)].filter(isWanted));
  if (!check) await noteMonths(tx, unrecorded);
  const chunks = [];
  for (let after = ""; ; ) {
    const staff = await nextStaff(tx, after, PEOPLE_AT_ONCE);
    if (staff.length > 0) chunks.push(staff);
    if (staff.length < PEOPLE_AT_ONCE) break;
    after = staff.at(-1);
  }
  const missing = unrecorded.map(
    (month) => ({
      table: "recorded_month",
      key: formatYearMonth(month),
      field: "row",
      stored: "(none)",
      derived: "(row)"
    })
  );
  return {
    months: [...months].sort((a, b) => a - b),
    chunks,
    differences: check ? missing : [],
    pending: await countPending(tx)
  };
}
async function rulesOf(context2, tx, held) {
  return readRules(tx, held.clockAt ?? lastStep(context2.clock));
}
function wholeMonth(staff, month) {
  return staff.map((person) => ({ staff: person, first: firstDayOf(month), last: lastDayOf(month) }));
}
async function writeChunk(context2, tx, month, staff) {
  const rules = await rulesOf(context2, tx, await shareDerivation(tx));
  await deriveDays(tx, rules, wholeMonth(staff, month), { afresh: true, judge: true, through: month });
  return [];
}
async function checkChunk(context2, tx, month, staff) {
  const rules = await rulesOf(context2, tx, await shareDerivation(tx));
  const { months } = await deriveMonths(tx, rules, wholeMonth(staff, month), true);
  const judged3 = await judgeMonth3(tx, rules, staff, month);
  return [...compareMonths(months), ...await compareStandings(tx, month, staff, judged3)];
}
async function hasStale(tx) {
  const rows = await tx.query("select 1 from tk.stale_day q where q.municipality = $1 limit 1", [tx.municipality]);
  return rows.length > 0;
}
async function countPending(tx) {
  const counts = await Promise.all(
    ["stale_day", "sweep"].map(
      (table) => tx.query(`select count(*) as rows from tk.${table} t where t.municipality = $1`, [
        tx.municipality
      ])
    )
  );
  return counts.reduce((sum3, [row]) => sum3 + (row?.rows ?? 0), 0);
}

// ../../tmp/measure/spy.ts
import { execSync } from "node:child_process";
import { readFileSync as readFileSync6 } from "node:fs";
import pg5 from "pg";
var N = Number(process.env.N ?? 5e3);
var log = { info() {
}, warn() {
}, error(x, m) {
  console.log(m, x);
} };
var cluster = await startEmbeddedPostgres({ directory: "/tmp/measure/db" + process.pid, binaries: await embeddedBinaries(), log, durable: false });
var url = cluster.url;
var store = await openStore({ url });
var owner = new pg5.Client({ connectionString: url });
await owner.connect();
var q = (t) => owner.query(t);
var cpuDb = () => {
  let t = 0;
  for (const p of execSync("pgrep postgres").toString().trim().split("\n")) {
    try {
      const cmd = readFileSync6(`/proc/${p}/stat`, "utf8");
      const f = cmd.slice(cmd.lastIndexOf(")") + 2).split(" ");
      t += Number(f[11]) + Number(f[12]);
    } catch {
    }
  }
  return t * 10;
};
var now = /* @__PURE__ */ new Date("2026-11-30T12:00:00+09:00");
var context = { store, log, clock: { now: () => new Date(now) }, parameters: async () => {
  throw new Error();
}, wakeDeriver() {
} };
await store.registerMunicipality("992011", "x", now);
await store.ensurePartitions([2026 * 12 + 9, 2026 * 12 + 10, 2026 * 12 + 11]);
var doc = { yearStartMonth: 4, dayBoundary: 300, allotment: { hours: { from: 510, until: 1035 }, breaks: [{ from: 720, until: 780 }] }, weeklyDaysOff: [0, 6], yearEndClosing: { from: "12-29", through: "01-03" }, anniversaries: [], discrepancyThreshold: 30, exceptionalCategories: ["exceptional", "disaster", "infection"], monthlyGuideline: null, nearPercent: 80, restTarget: 660, externallyDrivenWarnPercent: 50, monthCloseDay: 5, requestDeadline: 1035 };
await owner.query("insert into tk.ordinance values ($1,$2,$3,$4)", ["992011", "2019-04-01", JSON.stringify(doc), now]);
for (const d of "ABCD") await q(`insert into tk.department (municipality, department, effective_from, name, kind) values ('992011','${d}','2000-04-01','x','division')`);
await q(`insert into tk.designation values ('992011','B','2026-04-01',null,'2026-04-01','x')`);
await q(`insert into tk.staff (municipality, staff, name, joined_on) select '992011', (100000+i)::text, 'n', '2015-04-01' from generate_series(1,${N}) i`);
await q(`insert into tk.appointment (municipality, staff, effective_from, department) select '992011', (100000+i)::text, '2015-04-01', chr(65 + i % 4) from generate_series(1,${N}) i`);
await q(`insert into tk.punch (municipality, month, staff, occurred_at, id, direction, source, recorded_at)
  select '992011', '2026-11-01', (100000+i)::text, ('2026-11-01'::date + d)::timestamp at time zone 'Asia/Tokyo' + (case k when 0 then 500 + i % 15 else 1040 + (i*d) % 200 end) * interval '1 minute', gen_random_uuid(),
    case k when 0 then 'in' else 'out' end, 'card', '2026-11-30' from generate_series(1,${N}) i, generate_series(0,29) d, generate_series(0,1) k where not (d = 29 and k > 0)`);
await q(`insert into tk.overtime (municipality, id, staff, duty_date, department, state, from_minute, until_minute, minutes, category, version)
  select '992011', gen_random_uuid(), (100000+i)::text, '2026-11-01'::date + d, 'A', 'ordered', 1035, 1155, 120, 'normal', 1 from generate_series(1,${N}) i, generate_series(1,28,2) d`);
await q(`insert into tk.month_fact (municipality, month, staff, overtime, recorded_at) select '992011', m, (100000+i)::text, (i % 40) * 60, '2026-11-30' from generate_series(1,${N}) i, generate_series('2026-04-01'::date, '2026-10-01', interval '1 month') m`);
await q("analyze");
var time = async (what, work) => {
  const t = performance.now();
  const cpu = process.cpuUsage();
  const d = cpuDb();
  const r = await work();
  const c = process.cpuUsage(cpu);
  console.log(what.padEnd(24), Math.round(performance.now() - t), "ms; cpu node", Math.round((c.user + c.system) / 1e3), "db", cpuDb() - d, r ?? "");
};
var spy = new pg5.Client({ connectionString: url });
await spy.connect();
var seen = /* @__PURE__ */ new Map();
var timer = setInterval(async () => {
  for (const r of (await spy.query("select left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as query, wait_event_type w from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and datname is not null")).rows) {
    const k = `${r.w ?? "CPU"} ${r.query}`;
    seen.set(k, (seen.get(k) ?? 0) + 1);
  }
}, 25);
await time("rebuild from 04", async () => `${(await rebuild(context, "992011")).months} months`);
clearInterval(timer);
for (const [k, v] of [...seen].sort((a, b) => b[1] - a[1]).slice(0, 14)) console.log(v, k);
await spy.end();
await store.close();
await owner.end();
await cluster.stop();
