// Judges YAML by JSON Schema, as VS Code does: node schemas.mjs REFEREES SCHEMAS FILES, where SCHEMAS is {name: schema} and
// FILES is [[schema's name, text], …]. Prints [[complaint, …], …]: for each file those of YAML 1.2, else of its schema.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [referees, schemas, files] = process.argv.slice(2);
const require = createRequire(resolve(referees, "package.json"));
const Ajv = require("ajv");
// The parser of the YAML extension of VS Code.
const { parseAllDocuments } = require("yaml");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
for (const word of ["enumDescriptions", "patternErrorMessage", "doNotSuggest"]) ajv.addKeyword(word);
const validators = new Map(Object.entries(read(schemas)).map(([name, schema]) => [name, ajv.compile(schema)]));

function judge([name, text]) {
  const documents = parseAllDocuments(text, { version: "1.2", customTags: [], strict: true, uniqueKeys: true });
  const flaws = documents.flatMap((document) => document.errors.map((error) => `yaml ${error.code}`));
  if (documents.length > 1) flaws.push("yaml: more than one document");
  if (flaws.length) return flaws;
  const value = documents.length ? documents[0].toJS() : null;
  const validate = validators.get(name);
  // An empty file is a map without keys.
  return validate(value ?? {}) ? [] : validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`);
}
console.log(JSON.stringify(read(files).map(judge)));
