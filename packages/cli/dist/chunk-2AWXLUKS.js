import {
  CLAIMS,
  CONDITION_FUNCTIONS,
  MAX_TTL,
  MIN_TTL,
  POLICY_PROBLEMS,
  PROPERTY_KEY_PREFIX,
  VARIABLES,
  claimOfKey,
  decide,
  grantTrust,
  grantTtl,
  policyJsonSchema,
  propertiesIn,
  readPolicy,
  readSource,
  suggestClaim
} from "./chunk-27MWGYOG.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-SPD3I5TM.js";
import "./chunk-J675GY67.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
export {
  CLAIMS,
  CONDITION_FUNCTIONS,
  MAX_TTL,
  MIN_TTL,
  POLICY_PROBLEMS,
  PROPERTY_KEY_PREFIX,
  VARIABLES,
  claimOfKey,
  decide,
  grantTrust,
  grantTtl,
  policyJsonSchema,
  propertiesIn,
  readPolicy,
  readSource,
  suggestClaim
};
