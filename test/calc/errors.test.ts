import { DomainError, requireNonZero, requireNotNegative, requirePositive } from "../../src/calc/errors";
import { refusal } from "./refusal";
import { decimals } from "./terms";

describe("DomainError", () => {
  it("is an error with a kind, a name and a message", () => {
    const error = new DomainError("missing", "no such contract");
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.kind, error.message]).toEqual(["DomainError", "missing", "no such contract"]);
  });
});

describe("requirePositive", () => {
  it.each([
    [{ price: 1, multiplier: "0.001" }, "no error"],
    [{}, "no error"],
    [{ price: 0 }, "argument: price is blank or 0, but must be greater than 0"],
    [{ price: -0 }, "argument: price is blank or 0, but must be greater than 0"],
    [{ margin: "-12.5" }, "argument: margin must be greater than 0, but is -12.5"],
    [{ price: 1, multiplier: -2, lot: -3 }, "argument: multiplier must be greater than 0, but is -2"],
  ])("%j: %s", (values, expected) => {
    expect(
      refusal(() => {
        requirePositive(decimals<string>(values));
      }),
    ).toBe(expected);
  });
});

describe("requireNonZero", () => {
  it.each([
    [{ futuresBeta: "-0.5" }, "no error"],
    [{ futuresBeta: "1e-9" }, "no error"],
    [{ futuresBeta: 0 }, "argument: futuresBeta is blank or 0, but must not be 0"],
  ])("%j: %s", (values, expected) => {
    expect(
      refusal(() => {
        requireNonZero(decimals<string>(values));
      }),
    ).toBe(expected);
  });
});

describe("requireNotNegative", () => {
  it.each([
    [{ days: 0 }, "no error"],
    [{ days: 3 }, "no error"],
    [{ days: "-0.5" }, "argument: days must be 0 or greater, but is -0.5"],
  ])("%j: %s", (values, expected) => {
    expect(
      refusal(() => {
        requireNotNegative(decimals<string>(values));
      }),
    ).toBe(expected);
  });
});
