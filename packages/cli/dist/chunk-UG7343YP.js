// packages/core/src/finding.ts
var TIERS = ["proven", "paired", "prefixed", "contextual", "heuristic"];
var SEVERITIES = ["critical", "high", "medium", "low", "info"];
function atLeast(tier, floor) {
  return TIERS.indexOf(tier) <= TIERS.indexOf(floor);
}

export {
  TIERS,
  SEVERITIES,
  atLeast
};
