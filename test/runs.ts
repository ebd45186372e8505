/** How many random cases each law is tried with: HEDGESHEET_RUNS, or enough to see a broken law at once. */
export const numRuns = Number(process.env["HEDGESHEET_RUNS"] ?? 200);
