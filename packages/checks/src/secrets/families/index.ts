/** Rules that have a prefix and a shape and nothing else to prove, and those that go by the name of a setting. */

export { FAMILIES, SETTING_RULES, SHAPE_RULES } from './catalogue.ts';
