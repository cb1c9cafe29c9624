// Judges SARIF logs by the schema of SARIF 2.1.0: node sarif.mjs REFEREES FILE… prints {file: [complaint, …]}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [referees, ...files] = process.argv.slice(2);
const require = createRequire(resolve(referees, "package.json"));
// The schema is written in draft-04 of JSON Schema.
const Ajv = require("ajv-draft-04");
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

// One of its patterns is none to the stricter reading of regular expressions.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
require("ajv-formats")(ajv);
const validate = ajv.compile(schema);
const judge = (file) =>
  validate(JSON.parse(readFileSync(file, "utf8")))
    ? []
    : validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`);
console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, judge(file)]))));
