// packages/core/src/grant.ts
var ACCESS_LEVELS = ["read", "write", "admin"];

export {
  ACCESS_LEVELS
};
