import { rewrite } from "./formula-tokens";

/** Functions younger than the file format: Excel stores them with a prefix. */
const PREFIXED = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.INV CEILING.MATH CEILING.PRECISE " +
    "CHISQ.DIST CHISQ.INV CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S " +
    "CSC DAYS DECIMAL EXPON.DIST F.DIST F.INV F.TEST FILTERXML FLOOR.MATH FORECAST.ETS FORECAST.LINEAR " +
    "FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAUSS IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET LOGNORM.DIST " +
    "LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV " +
    "NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC POISSON.DIST " +
    "QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SEQUENCE SHEET SHEETS SKEW.P STDEV.P " +
    "STDEV.S SWITCH T.DIST T.INV T.TEST TEXTJOIN UNIQUE VAR.P VAR.S WEIBULL.DIST XLOOKUP XMATCH XOR Z.TEST " +
    "BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND HSTACK MAKEARRAY MAP REDUCE SCAN SORTBY TAKE TEXTAFTER " +
    "TEXTBEFORE TEXTSPLIT TOCOL TOROW VSTACK WRAPCOLS WRAPROWS"
  ).split(" "),
);
/** These two carry a second prefix. */
const WORKSHEET = new Set(["FILTER", "SORT"]);

/** A formula as the file stores it: without "=", new functions and an add-in's functions under their stored names. */
export function storedFormula(formula: string, customFunctions: ReadonlySet<string>): string {
  return rewrite(formula.replace(/^=/, ""), ({ kind, text }) => {
    if (kind !== "function") return text;
    const name = text.toUpperCase();
    if (customFunctions.has(name)) return `_xldudf_${name.replaceAll(".", "_")}`;
    if (WORKSHEET.has(name)) return `_xlfn._xlws.${name}`;
    return PREFIXED.has(name) ? `_xlfn.${name}` : text;
  });
}

/** A stored formula as the user sees it. */
export function shownFormula(stored: string): string {
  return `=${rewrite(stored, ({ kind, text }) =>
    kind === "function" || kind === "name"
      ? text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.|_xldudf_)+/, "")
      : text,
  )}`;
}
