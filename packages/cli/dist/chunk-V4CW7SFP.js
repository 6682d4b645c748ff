import {
  errorText,
  problemsText
} from "./chunk-4RDBEBYK.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-SPD3I5TM.js";
import "./start.js";
import {
  ConfigError,
  LeaseholdError
} from "./start.js";
import "./start.js";

// packages/cli/src/failure.ts
function printFailure(error, output) {
  if (error instanceof ConfigError && error.problems.length > 0) {
    output.line(problemsText(error.problems));
    return;
  }
  const label = output.paint("red", "error:");
  if (error instanceof LeaseholdError) {
    output.line(`${label} ${errorText(error)}`);
    return;
  }
  const name = error instanceof Error ? error.name : typeof error;
  const code = error?.code;
  output.line(
    `${label} unexpected ${name}${typeof code === "string" ? ` \`${code}\`` : ""}; this is a defect in leasehold [ERR_UNEXPECTED]`
  );
  if (error instanceof Error) for (const frame of framesOf(error)) output.line(`  ${frame}`);
}
function framesOf(error) {
  return (error.stack ?? "").split("\n").map((line) => line.trim()).filter((line) => line.startsWith("at ")).slice(0, 5);
}
export {
  printFailure
};
