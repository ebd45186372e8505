import { aimInputs } from "../../plan/aims";
import {
  CHOICE_INPUTS,
  LIMIT_INPUTS,
  PUT_INPUTS,
  ROUNDING_INPUT,
  type BookInput,
} from "../../plan/book-inputs";
import { contractCell, type BookInputName, type CellName } from "../../plan/cell-names";
import { CONTRACT_INPUTS, SMALLER_INPUTS } from "../../plan/contract-inputs";
import type { Group } from "../../plan/groups";
import { entriesOf, valueFor } from "../../plan/input";
import type { HedgePlan } from "../../plan/plan";
import type { Blueprint } from "../blueprint";
import { input, text } from "../sheet-cells";
import { addLine, addRow, addSection, contractLines, type Draft } from "../draft";
import type { SheetCell } from "../worksheet";
import { hasSmaller, smallerCells } from "./smaller-ticket";

/** Everything that the user may change on the sheet: yellow cells, each with what it accepts. */
export function addInputs(draft: Draft, blueprint: Blueprint): void {
  const { plan } = blueprint;
  addSection(draft, "Inputs (yellow cells are yours to change)");
  addRows(draft, blueprint, aimInputs(plan.aim.kind), plan.aim);
  addRounding(draft, plan);
  addRows(draft, blueprint, entriesOf(CHOICE_INPUTS), plan);
  addContracts(draft, blueprint);
  addSmaller(draft, blueprint);
  addRow(draft, text("Cash, horizon and limits", "columnHead"));
  addRows(draft, blueprint, entriesOf(LIMIT_INPUTS), plan);
  if (plan.put === null) return;
  addRow(draft, text("Protective put to compare with", "columnHead"));
  addRows(draft, blueprint, entriesOf(PUT_INPUTS), plan.put);
}

/** Inputs with the names of their cells. */
type Rows<Name extends string> = readonly (readonly [Name, BookInput])[];

/** A line for each input of the whole hedge. */
function addRows(draft: Draft, blueprint: Blueprint, rows: Rows<BookInputName>, values: object): void {
  for (const [name, row] of rows) {
    if (row.concerns !== undefined && !blueprint.groups.some(row.concerns)) continue;
    const { unit, note } = wordsOf(row, blueprint);
    addLine(draft, row.label, inputCell(row, name, values, blueprint.plan), unit, note);
  }
}

function addRounding(draft: Draft, { rounding }: HedgePlan): void {
  const { label, validation, note } = ROUNDING_INPUT;
  addLine(draft, label, input(rounding, "General", "RoundingMode", validation), "", note);
}

/** What decides the number of contracts, and what changes from day to day, for each contract. */
function addContracts(draft: Draft, blueprint: Blueprint): void {
  const { groups, plan } = blueprint;
  const rows: Rows<keyof typeof CONTRACT_INPUTS> = entriesOf(CONTRACT_INPUTS);
  addRow(draft);
  addRow(
    draft,
    text("Futures contract", "columnHead"),
    ...groups.map(({ choice, suffix }) => codeCell(choice.code, suffix)),
  );
  for (const [name, row] of rows) {
    const { unit, note } = wordsOf(row, blueprint);
    const cell = ({ choice, suffix }: Group): SheetCell =>
      inputCell(row, contractCell(name, suffix), choice, plan);
    contractLines(draft, groups, row.concerns)(row.label, unit, cell, note);
  }
}

/** The same for the smaller contracts; price, FX rate and futures beta are the large one's. */
function addSmaller(draft: Draft, blueprint: Blueprint): void {
  const { groups, plan } = blueprint;
  if (!hasSmaller(groups)) return;
  addRow(
    draft,
    text("Smaller contract for the remainder", "columnHead"),
    ...smallerCells(groups, (_, suffix, { code }) => codeCell(code, suffix)),
  );
  const rows: Rows<keyof typeof SMALLER_INPUTS> = entriesOf(SMALLER_INPUTS);
  for (const [name, row] of rows) {
    const { unit, note } = wordsOf(row, blueprint);
    const cells = smallerCells(groups, ({ choice: { heldSmaller } }, suffix, smaller) =>
      inputCell(row, contractCell(name, suffix), { ...smaller, heldSmaller }, plan),
    );
    addLine(draft, row.label, cells, unit, note);
  }
}

/** @param values what the input is of: the plan, its aim, a contract */
function inputCell(row: BookInput, name: CellName, values: object, { rounding, asOf }: HedgePlan): SheetCell {
  const value = valueFor(row, values) ?? (row.nullIs === "asOf" ? asOf : null);
  const numberFormat = typeof row.format === "string" ? row.format : row.format(lotOf(values), rounding);
  return input(value, numberFormat, name, row.validation);
}

function lotOf(values: object): number {
  return valueFor(CONTRACT_INPUTS.LotSize, values) ?? 1;
}

function wordsOf({ unit = "", note = "" }: BookInput, blueprint: Blueprint): { unit: string; note: string } {
  const inWords = (words: NonNullable<BookInput["note"]>): string =>
    typeof words === "string" ? words : words(blueprint);
  return { unit: inWords(unit), note: inWords(note) };
}

function codeCell(code: string, suffix: string): SheetCell {
  return { ...text(code, "columnHead"), name: contractCell("ContractCode", suffix) };
}
