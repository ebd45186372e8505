import { openUniver } from "../engine/univer";
import { sampleWorkbook } from "./sample";
import "./page.css";

const grid = document.getElementById("grid");
if (!grid) throw new Error("no grid");
const { engine, api } = await openUniver(grid, sampleWorkbook(), false);
Object.assign(window, { workbench: { engine, api } });
