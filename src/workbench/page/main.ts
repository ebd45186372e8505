import { startUniver } from "../engine/univer-start";
import { toSnapshot } from "../engine/univer-snapshot";
import { sampleWorkbook } from "./sample";
import "./page.css";

const grid = document.getElementById("grid");
if (!grid) throw new Error("no grid");
const univer = startUniver(grid, false);
univer.api.createWorkbook(toSnapshot(sampleWorkbook(), "wb"));
