// What a browser finds wrong with a built site: node judge.mjs CHECK SITE prints complaints as a JSON list. Each kind of page
// is judged on the one with the most to show; the checks are in `checks.mjs`.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CHECKS } from "./checks.mjs";
import { lighthouse } from "./lighthouse.mjs";
import { browser, onePerKind, pool, serve } from "./site.mjs";

const [name, folder] = [process.argv[2], resolve(process.argv[3])];
const kinds = onePerKind(folder);
const complaints = [];
const note = (path, said) => complaints.push(`${path}: ${said}`);

if (name === "lighthouse") {
  await lighthouse(folder, kinds, note);
} else {
  const check = CHECKS[name];
  const server = await serve(folder, check.prefix, check.headers);
  const at = (path) => (check.disk ? pathToFileURL(`${folder}/${path}`).href : `${server.origin}/${path}`);
  const chromium = await browser();
  const judged = kinds.filter(({ path }) => check.hosted !== false || path !== "404.html");
  await pool(judged, 2, async ({ path }) => {
    const context = await chromium.newContext(check.context);
    const page = await context.newPage();
    // Looked at in every view, each thing is told once.
    const told = new Set();
    const say = (said) => told.has(said) || (told.add(said), note(path, said));
    await check.before?.(page, say, server.origin);
    for (const { width, height = 800, scheme = "light" } of check.views) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: check.context?.reducedMotion });
      if (page.url() !== at(path)) await page.goto(at(path));
      for (const said of await check.judge(page, { path, width, folder, kinds })) say(`${width} ${scheme}: ${said}`.replace(check.views.length > 1 ? "" : /^\d+ \w+: /, ""));
    }
    await context.close();
  });
  await chromium.close();
  server.close();
}
console.log(JSON.stringify(complaints.sort()));
