import { chooseTheme, relativeLuminance } from "../../src/taskpane/theme";

describe("chooseTheme", () => {
  it.each([
    {
      says: "the user's wish",
      wish: "dark",
      hints: { isDarkTheme: false, prefersDark: false },
      theme: "dark",
    },
    { says: "Office's word", wish: "auto", hints: { isDarkTheme: true, prefersDark: false }, theme: "dark" },
    { says: "Office's word", wish: "auto", hints: { isDarkTheme: false, prefersDark: true }, theme: "light" },
    {
      says: "a black background",
      wish: "auto",
      hints: { bodyBackgroundColor: "#212121", prefersDark: false },
      theme: "dark",
    },
    {
      says: "a white background",
      wish: "auto",
      hints: { bodyBackgroundColor: "#FFFFFF", prefersDark: true },
      theme: "light",
    },
    {
      says: "the browser",
      wish: "auto",
      hints: { bodyBackgroundColor: "", prefersDark: true },
      theme: "dark",
    },
    { says: "nobody: light", wish: "auto", hints: { prefersDark: false }, theme: "light" },
  ] as const)("follows $says", ({ wish, hints, theme }) => {
    expect(chooseTheme(wish, hints)).toBe(theme);
  });
});

describe("relativeLuminance", () => {
  // WCAG 2.2: 0 for black, 1 for white; weights 0.2126, 0.7152, 0.0722 for the pure colours.
  it.each([
    { color: "#000000", luminance: 0 },
    { color: "#ffffff", luminance: 1 },
    { color: "#FF0000", luminance: 0.2126 },
    { color: "#00ff00", luminance: 0.7152 },
    { color: "#0000ff", luminance: 0.0722 },
  ])("of $color is $luminance", ({ color, luminance }) => {
    expect(relativeLuminance(color)).toBeCloseTo(luminance, 10);
  });

  it.each(["", "white", "#fff", "rgb(0,0,0)"])("is unknown for %s", (color) => {
    expect(relativeLuminance(color)).toBeNull();
  });
});
