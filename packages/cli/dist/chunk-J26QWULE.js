import {
  wire
} from "./chunk-FCEIJVPZ.js";
import {
  _spawn
} from "./chunk-L5Y6SS4Y.js";
import {
  STATE_KEY,
  acquire,
  parseRecord,
  prepare,
  release
} from "./chunk-LPGQPX4K.js";
import {
  diagnose
} from "./chunk-XTYKOFVZ.js";
import {
  denialText,
  endText,
  errorText,
  leaseText,
  trustText
} from "./chunk-4RDBEBYK.js";
import "./chunk-BOGQHJU3.js";
import {
  PROVIDERS,
  textOfFile
} from "./chunk-EAVRIK56.js";
import "./chunk-27MWGYOG.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-EBHRQLJY.js";
import "./chunk-SUAM67JL.js";
import "./chunk-SPD3I5TM.js";
import "./chunk-J675GY67.js";
import {
  _constants
} from "./chunk-TUOUR3WF.js";
import "./start.js";
import {
  EXIT,
  EXIT_COMMAND_NOT_FOUND,
  EXIT_COMMAND_NOT_RUNNABLE,
  EXIT_SIGNAL_BASE
} from "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import {
  UpstreamError
} from "./start.js";
import "./start.js";

// imported:node:tty
var builtin = process.getBuiltinModule("node:tty");
var pick = (name) => builtin[name];
var _isatty = /* @__PURE__ */ pick("isatty");

// packages/cli/src/exec/signals.ts
var HELD = ["SIGINT", "SIGTERM", "SIGHUP"];
function holdSignals(told) {
  let first;
  let child;
  const caught = (signal) => {
    first ??= signal;
    if (child === void 0) told(signal);
    else if (!sentByTerminal(signal)) child.kill(signal);
  };
  for (const signal of HELD) process.on(signal, caught);
  return {
    first: () => first,
    forwardTo: (target) => {
      child = target;
      return () => {
        child = void 0;
      };
    },
    release: () => {
      for (const signal of HELD) process.off(signal, caught);
    }
  };
}
function signalCode(signal) {
  return EXIT_SIGNAL_BASE + _constants.signals[signal];
}
function sentByTerminal(signal) {
  return signal === "SIGINT" && [0, 1, 2].some((descriptor) => _isatty(descriptor));
}

// packages/cli/src/exec/child.ts
function runChild(words, env, signals) {
  const [command = "", ...args] = words;
  return new Promise((resolve) => {
    const child = _spawn(command, args, { stdio: "inherit", env });
    const stop = signals.forwardTo(child);
    child.once("error", (error) => {
      if (child.pid !== void 0) return;
      stop();
      resolve({
        code: error.code === "ENOENT" ? EXIT_COMMAND_NOT_FOUND : EXIT_COMMAND_NOT_RUNNABLE,
        unrunnable: error.code ?? error.name
      });
    });
    child.once("exit", (code, signal) => {
      stop();
      resolve({ code: signal === null ? code ?? 0 : signalCode(signal) });
    });
  });
}
function childEnvironment(own, delivered) {
  const env = { ...own };
  for (const [name, value] of delivered) {
    if (value === void 0) delete env[name];
    else env[name] = value;
  }
  return env;
}

// packages/cli/src/exec/refusal.ts
function refusalText(answer, { ask, trust }) {
  if (answer.kind === "denied") return denialText(answer.decision);
  const { error, identity } = answer;
  const statements = trust?.(identity.issuer);
  const diagnosis = diagnose({
    claims: identity.claims,
    refusal: { code: error.code, detail: error.message },
    audience: ask.provider.audience(ask.options),
    permission: true,
    ...statements ? { statements } : {}
  });
  return `${errorText(error)}
${trustText(diagnosis)}`;
}

// packages/cli/src/exec/run-leased.ts
async function runLeased(order, shell) {
  const prepared = await prepare(order.wanted, {
    providers: PROVIDERS,
    policy: () => import("./chunk-2AWXLUKS.js"),
    readText: (path) => textOfFile(path, "policy file", "ERR_POLICY_FILE"),
    env: shell.env
  });
  const wiring = wire(order, shell);
  const signals = holdSignals((signal) => wiring.ports.log.info(`${signal}: the lease is ended first`));
  let code = EXIT.failed;
  try {
    code = await leaseAndRun(order, prepared, wiring, signals, shell);
  } finally {
    code = await endWhatLives(code, prepared, wiring);
    signals.release();
  }
  return code;
}
async function leaseAndRun(order, prepared, wiring, signals, shell) {
  const { parts, ports, exported } = wiring;
  const answer = await acquire(prepared.ask, parts, ports);
  if (answer.kind !== "leased") {
    ports.log.error(refusalText(answer, prepared));
    return answer.kind === "refused" && answer.error instanceof UpstreamError ? EXIT.failed : EXIT.denied;
  }
  ports.log.info(leaseText(answer.record, ports.clock.now()));
  const early = signals.first();
  if (early !== void 0) return signalCode(early);
  const { code, unrunnable } = await runChild(order.words, childEnvironment(shell.env, exported), signals);
  if (unrunnable !== void 0) ports.log.error(`\`${order.words[0]}\` could not be run: ${unrunnable}`);
  return code;
}
async function endWhatLives(code, { ask }, { parts, ports }) {
  const saved = parts.platform.recall(STATE_KEY);
  if (!saved) return code;
  const record = parseRecord(saved);
  const { ended, ledger } = await release(record, ask.provider, parts, ports);
  const broken = ended.outcome === "failed";
  const fatal = broken && ask.onRevokeFailure === "fail";
  const told = endText(record, ended, { restored: [], foreign: [] }, ports.clock.now());
  if (fatal) ports.log.error(told);
  else if (broken) ports.log.warning(told);
  else ports.log.info(told);
  ports.log.info(`ledger: ${ledger}`);
  return fatal ? EXIT.failed : code;
}
export {
  runLeased
};
